import type { ApplicationEvent, Failure, Input, Output, Reply, WindowOperationName } from '#contract/operations.ts'
import { windowOperations } from '#contract/operations.ts'
import { lockUnderWay } from './editing/keeping.ts'

/** What the shell puts on the window: the only way from the page to the register. */
type Hemvag = {
  readonly call: (name: string, input: unknown) => Promise<unknown>
  readonly subscribe: (listener: (event: unknown) => void) => () => void
}
declare global {
  interface Window {
    readonly hemvag?: Hemvag
  }
}

/** An expected refusal of an operation, with its code and message key. */
export class CallFailure extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.code)
    this.failure = failure
  }
}

/**
 * Calls one operation. The reply is checked against the contract before anything of it is shown.
 * @throws CallFailure for every refusal, also when the reply is not what the contract promises (`reply-malformed`)
 */
export async function call<N extends WindowOperationName>(name: N, input: Input<N>): Promise<Output<N>> {
  if (window.hemvag === undefined) throw new CallFailure({ code: 'no-shell', messageKey: 'trouble.no-shell' })
  // A register that is still being locked would answer that it is open.
  if (name === 'register.unlock') await lockUnderWay()
  const reply: unknown = await window.hemvag.call(name, input)
  if (!isReply<N>(reply)) throw new CallFailure(malformed)
  if (!reply.ok) throw new CallFailure(reply.error)
  const parsed = windowOperations[name].output.safeParse(reply.value)
  if (!parsed.success) throw new CallFailure(malformed)
  return reply.value
}

const malformed = { code: 'reply-malformed', messageKey: 'trouble.reply-malformed' }

const isReply = <N extends WindowOperationName>(reply: unknown): reply is Reply<N> =>
  typeof reply === 'object' && reply !== null && 'ok' in reply

/** Hears what the application tells on its own accord, until the returned function is called. */
export function subscribe(listener: (event: ApplicationEvent['name']) => void): () => void {
  return (
    window.hemvag?.subscribe((event) => {
      if (isEvent(event)) listener(event.name)
    }) ?? (() => undefined)
  )
}

const isEvent = (event: unknown): event is ApplicationEvent => typeof event === 'object' && event !== null && 'name' in event
