import type { AnyCase, CaseForm } from '../case-form.ts'
import { prepareChange } from '../cases/change.ts'
import { keyOfCase } from '../cases/load.ts'
import { caseChain, insideCase } from '../journal/entry.ts'
import { type Written, write } from '../journal/write.ts'
import { Refusal } from '../problem.ts'
import type { Change, Session } from '../session.ts'
import type { AlongWith } from './add.ts'
import { type AttachmentFacts, attachmentRow, openFacts, sealFacts } from './facts.ts'

type Act = { readonly id: string; readonly operationId: string; readonly along?: AlongWith | undefined }
export type RemovedAttachment = Act & { readonly removed: boolean }
export type ChangedAttachment = Act & { readonly facts: Omit<AttachmentFacts, 'name' | 'kind' | 'mediaType' | 'sha256'> }

type Draft = { readonly caseId: string; readonly action: string; readonly detail: object }
type Work = (change: Change) => Promise<Refusal | undefined>

async function writeAct<Document extends AnyCase>(
  session: Session,
  form: CaseForm<Document>,
  { id, operationId, along }: Act,
  { caseId, action, detail }: Draft,
  work: Work,
): Promise<Written> {
  const prepared = along && (await prepareChange(session, form, { caseId, operationId, ...along }))
  const object = insideCase(caseId, 'attachment', id)
  const version = prepared === undefined ? {} : { version: prepared.draft.version }
  const said = { ...detail, ...(along === undefined ? {} : { steps: along.steps }) }
  const draft = { chain: caseChain(caseId), operationId, caseId, action, object, ...version, detail: said }
  return write(session, draft, async (change) => (await work(change)) ?? prepared?.work(change))
}

/** Marks an attachment as removed, or takes the mark back. Its content stays until the case is erased. */
export async function removeAttachment<Document extends AnyCase>(
  session: Session,
  form: CaseForm<Document>,
  act: RemovedAttachment,
): Promise<Written> {
  const { case_id: caseId } = await attachmentRow(session, act.id)
  const action = act.removed ? 'attachment.removed' : 'attachment.restored'
  return writeAct(session, form, act, { caseId, action, detail: {} }, async (change) => {
    const update = change
      .updateTable('attachments')
      .set({ removed_at: act.removed ? session.clock.now() : null })
      .where('id', '=', act.id)
      .where('removed_at', act.removed ? 'is' : 'is not', null)
    const { numUpdatedRows } = await update.executeTakeFirst()
    return numUpdatedRows === 0n ? new Refusal('attachment-unknown', { attachment: act.id }) : undefined
  })
}

/** Gives an attachment another type, day or words. What it is made of stays. The entry keeps what was said before. */
export async function changeAttachment<Document extends AnyCase>(
  session: Session,
  form: CaseForm<Document>,
  act: ChangedAttachment,
): Promise<Written> {
  const row = await attachmentRow(session, act.id)
  const key = await keyOfCase(session, row.case_id)
  const before = openFacts(session, key, row)
  const { name, kind, mediaType, sha256 } = before
  const after = { ...act.facts, name, kind, mediaType, sha256 }
  const draft = { caseId: row.case_id, action: 'attachment.changed', detail: { before, after } }
  return writeAct(session, form, act, draft, async (change) => {
    const update = change
      .updateTable('attachments')
      .set({ facts: sealFacts(session, key, act.id, row.content, after) })
      .where('id', '=', act.id)
      // Sealing draws fresh bytes each time: equal bytes mean that nobody has changed the facts since they were read.
      .where('facts', '=', row.facts)
    const { numUpdatedRows } = await update.executeTakeFirst()
    return numUpdatedRows === 0n ? new Refusal('attachment-unknown', { attachment: act.id }) : undefined
  })
}
