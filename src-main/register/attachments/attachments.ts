import type { AnyCase, CaseForm } from '../case-form.ts'
import type { Written } from '../journal/write.ts'
import type { Answer } from '../problem.ts'
import { answerFrom, type Session } from '../session.ts'
import { type AddedAttachment, addAttachment, type NewAttachment } from './add.ts'
import { type ChangedAttachment, changeAttachment, type RemovedAttachment, removeAttachment } from './change.ts'
import { type Attachment, listAttachments, readPart, readWhole } from './read.ts'

/** The files of the cases of an open register. */
export type Attachments = {
  add(options: NewAttachment): Promise<Answer<AddedAttachment>>
  /** Every attachment of a case, also the removed ones. */
  list(caseId: string): Promise<Answer<Attachment[]>>
  /** One part of a content, counted from 1. */
  readPart(id: string, number: number): Promise<Answer<Uint8Array>>
  readWhole(id: string): Promise<Answer<Uint8Array>>
  remove(options: RemovedAttachment): Promise<Answer<Written>>
  change(options: ChangedAttachment): Promise<Answer<Written>>
}

export function attachmentsOver<Document extends AnyCase>(session: Session, form: CaseForm<Document>): Attachments {
  const ask = <Value>(work: () => Promise<Value>) => answerFrom(session, work)
  return {
    add: (options) => ask(() => addAttachment(session, form, options)),
    list: (caseId) => ask(() => listAttachments(session, caseId)),
    readPart: (id, number) => ask(() => readPart(session, id, number)),
    readWhole: (id) => ask(() => readWhole(session, id)),
    remove: (options) => ask(() => removeAttachment(session, form, options)),
    change: (options) => ask(() => changeAttachment(session, form, options)),
  }
}
