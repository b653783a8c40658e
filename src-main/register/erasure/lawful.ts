import { registerChain } from '../journal/entry.ts'
import type { Session } from '../session.ts'
import { erasureObject } from './erase.ts'
import { signedList } from './weeding-list.ts'

/** A case that is rightly gone, or on its way. */
export type LawfulErasure = { readonly caseId: string; readonly done: boolean }

/** Erasures that a journal entry and a signed list naming the case both speak for; a row alone excuses nothing. */
export async function lawfulErasures(session: Session): Promise<ReadonlyMap<string, LawfulErasure>> {
  const rows = await session.database.selectFrom('erasures').select(['case_id', 'weeding_list', 'done_at']).execute()
  const lawful = new Map<string, LawfulErasure>()
  if (rows.length === 0) return lawful
  const entries = await session.database
    .selectFrom('journal')
    .select('object')
    .where('chain', '=', registerChain(session.info.id))
    .where('action', '=', 'case.erasing')
    .execute()
  const journalled = new Set(entries.map((entry) => entry.object))
  for (const listId of new Set(rows.map((row) => row.weeding_list))) {
    const list = await signedList(session, listId)
    const named = new Set(list?.cases.map((each) => each.caseId))
    for (const { case_id: caseId, done_at } of rows.filter((row) => row.weeding_list === listId)) {
      if (named.has(caseId) && journalled.has(erasureObject(caseId))) lawful.set(caseId, { caseId, done: done_at !== null })
    }
  }
  return lawful
}
