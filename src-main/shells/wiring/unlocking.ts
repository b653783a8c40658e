import type { Result } from '#domain/result.ts'
import type { AcceptableTrouble } from '#domain/starts/safe-facts.ts'
import type { Problem } from '#register/problem.ts'
import type { Tries } from '#vault/tries.ts'
import type { Credentials } from '#vault/unlock.ts'
import type { Opened } from './register-port.ts'

type Open = (given: Credentials, accept: readonly AcceptableTrouble[]) => Promise<Result<Opened, Problem>>

const inSeconds = (milliseconds: number) => Math.ceil(milliseconds / 1000)

/**
 * Opening behind a count of failed tries: one at a time, none before its wait is over. What was counted goes into the journal
 * with the next opening that succeeds.
 */
export function guarded(tries: Tries, open: Open): Open {
  let before: Promise<unknown> = Promise.resolve()

  async function attempt(given: Credentials, accept: readonly AcceptableTrouble[]): Promise<Result<Opened, Problem>> {
    const wait = await tries.wait()
    if (wait > 0) return { ok: false, error: { code: 'unlock-wait', values: { seconds: inSeconds(wait) } } }
    const opened = await open(given, accept)
    if (!opened.ok) {
      if (opened.error.code !== 'wrong-passphrase') return opened
      const { count } = await tries.failed()
      return {
        ok: false,
        error: { ...opened.error, values: { ...opened.error.values, tries: count, seconds: inSeconds(await tries.wait()) } },
      }
    }
    const failed = await tries.read()
    // An entry that cannot be written now stays in its file for the next time.
    if (failed === undefined || (await opened.value.register.recordFailedUnlocks(failed)).ok) await tries.forget()
    return opened
  }

  return (given, accept) => {
    const turn = before.then(() => attempt(given, accept))
    before = turn.catch(() => undefined)
    return turn
  }
}
