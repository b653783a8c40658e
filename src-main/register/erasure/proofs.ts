import { write } from '../journal/write.ts'
import type { Session } from '../session.ts'
import type { RegisterTables } from '../tables.ts'
import { deleteCaseRows } from './case-rows.ts'
import { erasureDraft } from './erase.ts'
import { forgetInSearch } from './forget-in-search.ts'
import { signedList } from './weeding-list.ts'

/** Everything that lets an erasure be applied again to an older copy of the register, and be checked there. Names nobody in the clear. */
export type ErasureProofs = {
  readonly lists: readonly RegisterTables['weeding_lists'][]
  readonly erasures: readonly { readonly caseId: string; readonly weedingList: string; readonly begunAt: string }[]
}

/**
 * Takes erased cases out of a register that was restored from an older backup: keys first, as the first time. Only what a signed
 * list names goes, and doing it again does nothing more. Gives the ids of the cases that went.
 */
export async function reapplyErasures(session: Session, proofs: ErasureProofs): Promise<readonly string[]> {
  for (const row of proofs.lists) {
    const insert = session.database.insertInto('weeding_lists').values(row)
    await insert.onConflict((conflict) => conflict.doNothing()).execute()
  }
  const lawful: Again[] = []
  for (const { caseId, weedingList, begunAt } of proofs.erasures) {
    const list = await signedList(session, weedingList)
    if (list?.cases.some((each) => each.caseId === caseId)) lawful.push({ caseId, listId: list.id, digest: list.digest, begunAt })
  }
  if (lawful.length === 0) return []
  await session.keyring.destroy(lawful.map((each) => each.caseId))
  await forgetInSearch(session)
  for (const again of lawful) await begin(session, again)
  await session.engine.scrub(session.database)
  const gone: string[] = []
  for (const again of lawful) if (await record(session, again)) gone.push(again.caseId)
  await session.engine.emptyLog(session.database)
  return gone
}

type Again = { readonly caseId: string; readonly listId: string; readonly digest: string; readonly begunAt: string }

async function begin(session: Session, { caseId, listId, digest, begunAt }: Again): Promise<void> {
  await write(session, erasureDraft(session, { id: listId, digest }, caseId, 'case.erasing', { again: true }), async (change) => {
    await deleteCaseRows(change, caseId)
    const insert = change.insertInto('erasures').values({ case_id: caseId, weeding_list: listId, begun_at: begunAt })
    await insert.onConflict((conflict) => conflict.doNothing()).execute()
    return undefined
  })
}

async function record(session: Session, { caseId, listId, digest }: Again): Promise<boolean> {
  const draft = erasureDraft(session, { id: listId, digest }, caseId, 'case.erased', { again: true })
  const written = await write(session, draft, async (change) => {
    const update = change.updateTable('erasures').set({ done_at: session.clock.now() }).where('case_id', '=', caseId)
    await update.where('done_at', 'is', null).execute()
    return undefined
  })
  return !written.repeated
}
