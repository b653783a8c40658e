import type { Failure } from '#contract/operations.ts'
import type { Act } from '#domain/roles.ts'

/** An expected failure on its way out of an operation whose answer has no room for one. */
export class OperationRefused extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.code)
    this.name = 'OperationRefused'
    this.failure = failure
  }
}

export const done = <Value>(value: Value) => ({ ok: true, value }) as const
export const refused = (code: string, values?: Failure['values'], more?: Pick<Failure, 'faults' | 'remains' | 'conflict'>) =>
  ({ ok: false, error: { code, messageKey: `failure.${code}`, ...(values === undefined ? {} : { values }), ...more } }) as const
export const notPermitted = (act: Act): Failure => ({ code: 'not-permitted', messageKey: `failure.not-permitted.${act}` })
