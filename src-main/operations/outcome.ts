import type { Failure } from '#contract/operations.ts'

export const done = <Value>(value: Value) => ({ ok: true, value }) as const
export const refused = (code: string, values?: Failure['values'], more?: Pick<Failure, 'faults' | 'remains' | 'conflict'>) =>
  ({ ok: false, error: { code, messageKey: `failure.${code}`, ...(values === undefined ? {} : { values }), ...more } }) as const
