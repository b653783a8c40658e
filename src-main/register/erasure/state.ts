import { z } from 'zod'
import { keyOfCase } from '../cases/load.ts'
import { registerChain } from '../journal/entry.ts'
import { openJson } from '../sealed-json.ts'
import type { Session } from '../session.ts'
import { erasureObject } from './erase.ts'
import { type ListedCase, signedList, type WeedingList } from './weeding-list.ts'

/** What is left of an erased case: that it was, by which list, and the journal entry that proves it. */
export type Erasure = {
  readonly case: ListedCase
  readonly list: Pick<WeedingList, 'id' | 'signer' | 'signedAt' | 'digest'>
  readonly begunAt: string
  readonly doneAt: string | undefined
  /** Number of the entry `case.erased` in the register's own chain. */
  readonly entry: number | undefined
}

/** A place with backups, and the erased cases that an older keyring copy there could still open. */
export type PlaceReach = {
  readonly id: string
  readonly name: string
  readonly keyringAt: string | undefined
  readonly outstanding: readonly string[]
}

export type ErasureState = {
  readonly erasures: readonly Erasure[]
  /** Lists that were signed and of which nothing has been erased. */
  readonly waiting: readonly WeedingList[]
  readonly places: readonly PlaceReach[]
  /** Lists whose interrupted erasure was finished when this register was opened. */
  readonly finishedAtOpening: readonly string[]
}

async function entryNumbers(session: Session): Promise<ReadonlyMap<string, number>> {
  const entries = session.database.selectFrom('journal').select(['object', 'seq']).where('chain', '=', registerChain(session.info.id))
  const rows = await entries.where('action', '=', 'case.erased').orderBy('seq').execute()
  return new Map(rows.map((row) => [row.object, row.seq]))
}

async function erasuresOf(session: Session): Promise<Erasure[]> {
  const rows = await session.database
    .selectFrom('erasures')
    .select(['case_id', 'weeding_list', 'begun_at', 'done_at'])
    .orderBy('begun_at')
    .execute()
  const numbers = await entryNumbers(session)
  const lists = new Map<string, WeedingList | undefined>()
  for (const { weeding_list: id } of rows) if (!lists.has(id)) lists.set(id, await signedList(session, id))
  return rows.flatMap((row) => {
    const list = lists.get(row.weeding_list)
    const listed = list?.cases.find((each) => each.caseId === row.case_id)
    if (list === undefined || listed === undefined) return []
    const { id, signer, signedAt, digest } = list
    const entry = numbers.get(erasureObject(row.case_id))
    return [{ case: listed, list: { id, signer, signedAt, digest }, begunAt: row.begun_at, doneAt: row.done_at ?? undefined, entry }]
  })
}

async function waitingOf(session: Session): Promise<WeedingList[]> {
  const begun = session.database.selectFrom('erasures').select('weeding_list')
  const rows = await session.database.selectFrom('weeding_lists').select('id').where('id', 'not in', begun).orderBy('signed_at').execute()
  const lists = await Promise.all(rows.map((row) => signedList(session, row.id)))
  return lists.filter((list) => list !== undefined)
}

const namedPlace = z.union([
  z.string(),
  z.looseObject({ name: z.string() }).transform(({ name }) => name),
  z.looseObject({ folder: z.string() }).transform(({ folder }) => folder),
])

async function reachOf(session: Session, erasures: readonly Erasure[]): Promise<PlaceReach[]> {
  const key = await keyOfCase(session, session.info.id)
  const rows = await session.database.selectFrom('backup_places').select(['id', 'place', 'last_good_at', 'keyring_at']).execute()
  return rows.map(({ id, place, last_good_at, keyring_at }) => {
    const opened = namedPlace.safeParse(
      openJson(session.keys, key, place, { table: 'backup_places', row: id, column: 'place', version: 1 }),
    )
    // Nothing was ever kept there: nothing to reach.
    const holds = last_good_at !== null || keyring_at !== null
    const behind = ({ doneAt }: Erasure): boolean => holds && (keyring_at === null || doneAt === undefined || keyring_at < doneAt)
    const outstanding = erasures.filter(behind).map((each) => each.case.caseId)
    return { id, name: opened.success ? opened.data : id, keyringAt: keyring_at ?? undefined, outstanding }
  })
}

/** What has been erased, what proves it, and which places with backups it has not reached yet. */
export async function erasureState(session: Session): Promise<ErasureState> {
  const erasures = await erasuresOf(session)
  return {
    erasures,
    waiting: await waitingOf(session),
    places: await reachOf(session, erasures),
    finishedAtOpening: session.erasuresFinished,
  }
}
