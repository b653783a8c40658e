import { registerChain } from '../journal/entry.ts'
import { type EntryDraft, write } from '../journal/write.ts'
import { Refusal } from '../problem.ts'
import { type Session, transact } from '../session.ts'
import { markOpen, unmark } from '../starts/open-marker.ts'
import { deleteCaseRows } from './case-rows.ts'
import { forgetInSearch } from './forget-in-search.ts'
import { neededList, signedList, type WeedingList } from './weeding-list.ts'

/** What an erasure has just finished doing, in this order. */
export type ErasureStep = 'begun' | 'keys-destroyed' | 'search-forgotten' | 'rows-deleted' | 'bytes-overwritten' | 'recorded'
export type ErasureProgress = (step: ErasureStep, caseId?: string) => void

/** Names the case by its id only, and is sealed with the register's key: the case's own is about to go. */
export const erasureObject = (caseId: string) => `erasure:${caseId}`

/** Known beforehand, so that an erasure that goes on after a crash writes nothing twice. */
export function erasureDraft(
  session: Session,
  list: Pick<WeedingList, 'id' | 'digest'>,
  caseId: string,
  action: 'case.erasing' | 'case.erased',
  detail?: object,
): EntryDraft {
  return {
    chain: registerChain(session.info.id),
    operationId: `${list.id}.${caseId}.${action}`,
    action,
    object: erasureObject(caseId),
    detail: { weedingList: list.id, digest: list.digest, ...detail },
  }
}

async function begin(session: Session, list: WeedingList, caseId: string): Promise<void> {
  await write(session, erasureDraft(session, list, caseId, 'case.erasing'), async (change) => {
    const known = await change.selectFrom('cases').select('id').where('id', '=', caseId).executeTakeFirst()
    if (known === undefined) return new Refusal('case-unknown', { case: caseId })
    const row = { case_id: caseId, weeding_list: list.id, begun_at: session.clock.now() }
    const insert = change.insertInto('erasures').values(row)
    const inserted = await insert.onConflict((conflict) => conflict.doNothing()).executeTakeFirst()
    return inserted.numInsertedOrUpdatedRows === 0n ? new Refusal('case-unknown', { case: caseId }) : undefined
  })
}

async function record(session: Session, list: WeedingList, caseId: string): Promise<void> {
  await write(session, erasureDraft(session, list, caseId, 'case.erased'), async (change) => {
    const update = change.updateTable('erasures').set({ done_at: session.clock.now() })
    const updated = await update.where('case_id', '=', caseId).where('done_at', 'is', null).executeTakeFirst()
    return updated.numUpdatedRows === 0n ? new Refusal('case-unknown', { case: caseId }) : undefined
  })
}

/**
 * Erases the cases of a signed list: keys first, then what they opened, then the freed bytes of both files. Each step may be
 * done again, so that whatever a crash interrupted goes on from the start. Only what is truly gone is recorded as erased.
 */
export async function eraseList(session: Session, listId: string, told: ErasureProgress = () => undefined): Promise<WeedingList> {
  const { database, engine, keyring } = session
  const list = await neededList(session, listId)
  const ids = list.cases.map((each) => each.caseId)
  for (const id of ids) {
    await begin(session, list, id)
    told('begun', id)
  }
  await keyring.destroy(ids)
  for (const id of ids) session.headlines.delete(id)
  told('keys-destroyed')
  await forgetInSearch(session)
  told('search-forgotten')
  for (const id of ids) {
    await transact(session, (change) => deleteCaseRows(change, id))
    told('rows-deleted', id)
  }
  // Emptying the log looks like losing it, for as long as the marker says that it holds something.
  await unmark(session.folder)
  await engine.scrub(database)
  told('bytes-overwritten')
  for (const id of ids) {
    await record(session, list, id)
    told('recorded', id)
  }
  await markOpen(session)
  return list
}

/**
 * Goes on with erasures that were begun and never finished, and gives the ids of their lists. A row without a signed list that
 * names its case destroys nothing: it is for the journal's check to find.
 */
export async function finishErasures(session: Session): Promise<readonly string[]> {
  const open = await session.database.selectFrom('erasures').select(['case_id', 'weeding_list']).where('done_at', 'is', null).execute()
  const finished: string[] = []
  for (const id of new Set(open.map((row) => row.weeding_list))) {
    const list = await signedList(session, id)
    const named = new Set(list?.cases.map((each) => each.caseId))
    if (!open.some((row) => row.weeding_list === id && named.has(row.case_id))) continue
    await eraseList(session, id)
    finished.push(id)
  }
  return finished
}
