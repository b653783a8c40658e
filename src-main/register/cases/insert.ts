import type { AnyCase, CaseForm } from '../case-form.ts'
import { caseChain, nothingBefore } from '../journal/entry.ts'
import { type Written, write } from '../journal/write.ts'
import { officesFor } from '../people/offices.ts'
import { Refusal } from '../problem.ts'
import type { Change, Session } from '../session.ts'
import { checkedDocument, sealDocument } from './envelope.ts'
import { projectionRow } from './projection.ts'
import { countReference } from './references.ts'

export type NewCase = {
  readonly document: unknown
  readonly operationId: string
  /** How the case came in. */
  readonly action?: 'case.opened' | 'case.imported'
}

export type InsertedCase = Written & { readonly id: string; readonly version: number }

/** Puts a new case in as its first version. Its key is made first, in the keyring, so that no row ever stands without one. */
export async function insertCase<Document extends AnyCase>(
  session: Session,
  form: CaseForm<Document>,
  options: NewCase,
): Promise<InsertedCase> {
  const document = checkedDocument(form, options.document)
  const { id, reference } = document
  const known = await session.database.selectFrom('cases').select('id').where('id', '=', id).executeTakeFirst()
  if (await wasErased(session, id)) throw new Refusal('case-erased', { case: id, reference })
  const offices = await officesFor(session, form.project(document).protectedIdentity)
  const key = known === undefined ? await session.keyring.keyForNew(id, offices) : await session.keyring.keyOf(id)
  if (key === undefined) throw new Refusal('case-exists', { case: id, reference })
  const draft = {
    chain: caseChain(id),
    operationId: options.operationId,
    action: options.action ?? 'case.opened',
    object: caseChain(id),
    version: 1,
    caseId: id,
  }
  const written = await write(session, draft, async (change) => {
    const row = { ...projectionRow(session, key, form, document, 1), journal_head: nothingBefore }
    const insert = change.insertInto('cases').values(row)
    const inserted = await insert.onConflict((conflict) => conflict.doNothing()).executeTakeFirst()
    if (inserted.numInsertedOrUpdatedRows === 0n) return taken(change, id, reference)
    const sealed = sealDocument(session.keys, key, form, document, 1)
    await change.insertInto('case_versions').values({ case_id: id, version: 1, document: sealed }).execute()
    await countReference(session, change, reference)
    return undefined
  })
  return { ...written, id, version: 1 }
}

/** Names what stands in the way: the reference, or another case that bears the same id. */
async function taken(change: Change, id: string, reference: string): Promise<Refusal> {
  const stored = await change.selectFrom('cases').select('reference').where('id', '=', id).executeTakeFirst()
  if (stored === undefined || stored.reference === reference) return new Refusal('case-exists', { case: id, reference })
  return new Refusal('case-id-taken', { case: id, reference, stored: stored.reference })
}

/** An erased case never comes back under its id. */
async function wasErased(session: Session, id: string): Promise<boolean> {
  const row = await session.database.selectFrom('erasures').select('case_id').where('case_id', '=', id).executeTakeFirst()
  return row !== undefined
}
