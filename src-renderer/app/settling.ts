import { useCallback, useState } from 'react'
import type { Failure, Input } from '#contract/operations.ts'
import type { Result } from '#domain/result.ts'

export type Settle = NonNullable<Input<'case.change'>['settle']>
export type Choices = Settle['choices']
export type Conflict = NonNullable<Failure['conflict']>
type Outcome = Result<unknown, Failure>
/** One attempt to save the same change: at first without choices, then with those of the person. */
type Attempt = (settle: Settle | undefined) => Promise<Outcome>

/** Saves a change; where others changed the case meanwhile, keeps it until the person has chosen field by field. */
export function useSettling() {
  const [pending, setPending] = useState<{ readonly attempt: Attempt; readonly conflict: Conflict }>()
  const [failure, setFailure] = useState<Failure>()
  const run = useCallback(async (attempt: Attempt, settle?: Settle): Promise<boolean> => {
    const outcome = await attempt(settle)
    const conflict = outcome.ok ? undefined : outcome.error.conflict
    setPending(conflict === undefined ? undefined : { attempt, conflict })
    setFailure(outcome.ok || conflict !== undefined ? undefined : outcome.error)
    return outcome.ok
  }, [])
  return {
    conflict: pending?.conflict,
    failure,
    save: (attempt: Attempt) => run(attempt),
    settle: (choices: Choices) =>
      pending === undefined ? Promise.resolve(false) : run(pending.attempt, { version: pending.conflict.version, choices }),
    drop: () => {
      setPending(undefined)
      setFailure(undefined)
    },
  }
}
