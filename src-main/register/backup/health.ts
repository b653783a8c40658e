import { verifyJournal } from '../journal/verify.ts'
import type { Session } from '../session.ts'
import { listPlaces } from './places.ts'

export type Health = {
  /** Pages of register and keyring, each read and its seal checked. */
  readonly pages: { readonly read: number; readonly faults: number }
  readonly journal: { readonly intact: boolean; readonly entries: number; readonly faults: number }
  /** When the recovery key that is valid now was made. */
  readonly recoveryKeyAt: string | undefined
  /** Places whose keyring is older than an erasure, by their ids. */
  readonly unreached: readonly string[]
}

async function recoveryKeyAt({ database }: Session): Promise<string | undefined> {
  const keys = database.selectFrom('people').select('added_at').where('kind', '=', 'recovery').where('removed_at', 'is', null)
  return (await keys.orderBy('added_at', 'desc').limit(1).executeTakeFirst())?.added_at
}

/** Places that the newest erasure has not reached yet: what it took can still be read there with the keyring that lies there. */
export async function unreachedPlaces(session: Session): Promise<readonly string[]> {
  const newest = await session.database
    .selectFrom('erasures')
    .select((of) => of.fn.max('begun_at').as('at'))
    .executeTakeFirst()
  const at = newest?.at
  if (at === undefined || at === null) return []
  const places = await listPlaces(session)
  return places.filter((place) => place.keyringAt !== undefined && place.keyringAt < at).map((place) => place.id)
}

/** Reads the whole register and says how it is. Takes seconds on a large one. */
export async function healthOf(session: Session): Promise<Health> {
  const register = await session.engine.examine(session.database)
  const keyring = await session.engine.examine(session.keyring.database)
  const { intact, entries, faults } = await verifyJournal(session)
  return {
    pages: { read: register.pages + keyring.pages, faults: register.faults + keyring.faults },
    journal: { intact, entries, faults: faults.length },
    recoveryKeyAt: await recoveryKeyAt(session),
    unreached: await unreachedPlaces(session),
  }
}
