import { readFileSync, readlinkSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import type { Language } from '../language.ts'
import { type Translate, translate } from '../texts.ts'
import { visible } from './print/visible.ts'
import { Refused } from './refused.ts'

/** Where a command speaks and listens. */
export type Terminal = {
  readonly language: Language
  readonly text: Translate
  readonly isInteractive: boolean
  /** Nothing that is said arrives anywhere. */
  readonly isDeaf?: boolean
  say(line: string): void
  complain(line: string): void
  /** Asks for a passphrase without showing it. */
  askPassphrase(question: string): Promise<string>
}

/** The terminal of this process, and the moment when all that was said on it has been taken. */
export type ProcessTerminal = Terminal & {
  /** The code of the first write that failed, `ENOSPC`; nothing when all arrived, or when a reader had read enough (`| head`). */
  lost(): Promise<string | undefined>
}

export function processTerminal(language: Language): ProcessTerminal {
  const writes: Promise<string | undefined>[] = []
  // Every write hears of its own failure below; unheard, the same failure would end the process.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
  return {
    language,
    text: translate(language),
    isInteractive: process.stdin.isTTY === true,
    isDeaf: goesNowhere(),
    say: (line) => void writes.push(written(`${visible(line)}\n`)),
    lost: async () => (await Promise.all(writes)).find((code) => code !== undefined && code !== 'EPIPE'),
    complain: (line) => void process.stderr.write(`${visible(line)}\n`),
    async askPassphrase(question) {
      process.stderr.write(question)
      const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
      const reader = createInterface({ input: process.stdin, output: silent, terminal: true })
      // Ctrl-C and the end of input close the reader, and a question that is then open would never be answered.
      const given = new Promise<string>((answer, refuse) => {
        reader.once('line', answer)
        reader.once('close', () => refuse(new Refused({ code: 'no-answer', messageKey: 'failure.no-answer' })))
      })
      try {
        return await given
      } finally {
        reader.close()
        process.stderr.write('\n')
      }
    },
  }
}

/**
 * Whether the output was closed (`>&-`): Node then puts the null device in its place, opened for reading as well, and says nothing.
 * A caller who throws the output away on purpose may look the same, so only a command whose output is all it does minds.
 */
function goesNowhere(): boolean {
  try {
    const readAndWrite = (Number.parseInt(/flags:\s*(\d+)/.exec(readFileSync('/proc/self/fdinfo/1', 'utf8'))?.[1] ?? '0', 8) & 3) === 2
    return readAndWrite && readlinkSync('/proc/self/fd/1') === '/dev/null'
  } catch {
    return false
  }
}

const written = (text: string): Promise<string | undefined> =>
  new Promise((resolve) => {
    process.stdout.write(text, (error) => resolve(error ? ('code' in error ? String(error.code) : error.name) : undefined))
  })
