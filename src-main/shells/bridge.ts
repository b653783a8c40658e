import { z } from 'zod'
import type { Failure } from '#contract/operations.ts'
import { origin } from './window-policy.ts'

/** Messages above this many bytes are refused, in both directions; bigger things travel as handles. */
export const messageLimit = 1_000_000

/** Who speaks: the security origin of the frame and whether it is the top frame of Hemväg's own window. */
export interface Sender {
  readonly origin: string
  readonly isMainFrame: boolean
}

/** What a shell needs of the application behind the bridge. */
export interface Answering {
  answer(name: string, input: unknown): Promise<unknown>
  subscribe(listener: (event: { readonly name: string; readonly detail: unknown }) => void): () => void
}

/** An application with all that was opened for it. */
export interface House {
  readonly application: Answering
  /** Locks the register and lets go of everything that was opened. */
  close(): Promise<void>
}

export type RefusalCode = 'untrusted-sender' | 'malformed-message' | 'message-too-large' | 'reply-too-large' | 'bridge-failed'

export interface Bridge {
  /** Takes one message of a window, `{ name, input }` as JSON text, and gives the reply as JSON text. Never throws. */
  answer(sender: Sender, message: unknown): Promise<string>
  /** Hands every event on as JSON text, until the returned function is called. */
  subscribe(send: (event: string) => void): () => void
}

const envelope = z.strictObject({ name: z.string().min(1).max(80), input: z.unknown().optional() })

/**
 * The one way in, for every shell: checks who speaks, the size and the envelope, then asks the application.
 * Messages are JSON text, so that size is exact, nothing but plain data crosses, and all shells carry the same bytes.
 */
export function createBridge(application: Answering): Bridge {
  return {
    async answer(sender, message) {
      const opened = open(sender, message)
      if (!opened.ok) return refusal(opened.code)
      try {
        const reply = JSON.stringify(await application.answer(opened.name, opened.input))
        return isTooLarge(reply) ? refusal('reply-too-large') : reply
      } catch {
        // The application reports its own faults as values; whatever still escapes must not carry its text to the window.
        return refusal('bridge-failed')
      }
    },
    subscribe: (send) => application.subscribe((event) => send(JSON.stringify(event))),
  }
}

type Opened = { readonly ok: true; readonly name: string; readonly input: unknown } | { readonly ok: false; readonly code: RefusalCode }

function open(sender: Sender, message: unknown): Opened {
  if (sender.origin !== origin || !sender.isMainFrame) return { ok: false, code: 'untrusted-sender' }
  if (typeof message !== 'string') return { ok: false, code: 'malformed-message' }
  if (isTooLarge(message)) return { ok: false, code: 'message-too-large' }
  const parsed = envelope.safeParse(parse(message))
  return parsed.success ? { ok: true, name: parsed.data.name, input: parsed.data.input } : { ok: false, code: 'malformed-message' }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const isTooLarge = (text: string): boolean => text.length > messageLimit || Buffer.byteLength(text) > messageLimit

function refusal(code: RefusalCode): string {
  const error: Failure = { code, messageKey: `failure.${code}` }
  return JSON.stringify({ ok: false, error })
}
