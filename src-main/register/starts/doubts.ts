import type { Kysely } from 'kysely'
import type { AcceptableTrouble } from '#domain/starts/safe-facts.ts'
import { rememberNewest, rolledBack, type Unprotected } from '../heads-seen.ts'
import { makeCheckpoint } from '../journal/checkpoint.ts'
import { recordRollbackAccepted, recordStartAccepted } from '../journal/personal.ts'
import type { Clock, Keyholder } from '../ports.ts'
import type { Refusal } from '../problem.ts'
import type { Session } from '../session.ts'
import type { MetaRow, RegisterTables } from '../tables.ts'
import { newUlid } from '../ulid.ts'
import { clockBehind } from './clock-behind.ts'
import { keysAltered } from './key-file.ts'

/** What speaks against opening, under the code that accepts it: a side file that cannot bear witness counts as one rolled back. */
export type Doubt = { readonly accepts: AcceptableTrouble; readonly refusal: Refusal }

type Place = {
  readonly folder: string
  readonly registerId: string
  readonly database: Kysely<RegisterTables>
  readonly meta: Pick<MetaRow, 'demonstration' | 'schema'>
  readonly clock: Clock
  readonly keys: Keyholder
  readonly unprotected: Unprotected
}

/** What the files themselves say against opening; nothing is written. Throws what was not accepted. */
export async function doubtsOf(place: Place, accept: readonly string[]): Promise<readonly Doubt[]> {
  const { folder, database, meta, clock } = place
  const found = [
    { accepts: 'keys-altered', refusal: await keysAltered(place) },
    { accepts: 'rolled-back', refusal: await rolledBack(place) },
    { accepts: 'clock-behind', refusal: await clockBehind(folder, database, meta, clock) },
  ] as const
  return found.flatMap(({ accepts, refusal }) => {
    if (refusal === undefined) return []
    if (!accept.includes(accepts)) throw refusal
    return [{ accepts, refusal }]
  })
}

/** The consent goes into the journal, and what is now newest counts from here on. */
export async function acceptDoubts(session: Session, doubts: readonly Doubt[]): Promise<void> {
  if (doubts.length === 0) return
  for (const { accepts, refusal } of doubts) {
    const record = accepts === 'rolled-back' ? recordRollbackAccepted : recordStartAccepted
    await record(session, newUlid(session.clock, session.entropy), refusal.problem)
  }
  await makeCheckpoint(session)
  await rememberNewest(session, true)
}
