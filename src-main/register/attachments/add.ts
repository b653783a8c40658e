import type { KeyObject } from 'node:crypto'
import type { ChangeStep } from '#domain/changes/steps.ts'
import type { AnyCase, CaseForm } from '../case-form.ts'
import { prepareChange } from '../cases/change.ts'
import { keyOfCase } from '../cases/load.ts'
import { caseChain, insideCase } from '../journal/entry.ts'
import { type Written, write } from '../journal/write.ts'
import { Refusal } from '../problem.ts'
import type { Change, Session } from '../session.ts'
import { newUlid } from '../ulid.ts'
import { type AttachmentFacts, openFacts, sealFacts } from './facts.ts'
import { type SealedContent, type Source, sealContent } from './seal-content.ts'

/** What the case itself says differently once the file is there; written in the same transaction. */
export type AlongWith = { readonly expectedVersion: number; readonly steps: readonly ChangeStep[] }

export type NewAttachment = {
  /** ULID chosen by the caller. */
  readonly id: string
  readonly caseId: string
  readonly facts: AttachmentFacts
  readonly source: Source
  readonly operationId: string
  readonly along?: AlongWith | undefined
}

export type AddedAttachment = Written & {
  readonly size: number
  /** Attachments of the case, not removed, that hold the same content under another type. */
  readonly sameContent: readonly string[]
}

/** Keeps the content unless the case has it already, and says under which id it lies. */
async function keepContent(change: Change, caseId: string, { id, digest, size, chunks }: SealedContent): Promise<string> {
  const values = { id, case_id: caseId, digest, size, chunks: chunks.length }
  const insert = change.insertInto('contents').values(values)
  const inserted = await insert.onConflict((conflict) => conflict.columns(['case_id', 'digest']).doNothing()).executeTakeFirst()
  if (inserted.numInsertedOrUpdatedRows === 0n) {
    const known = change.selectFrom('contents').select('id').where('case_id', '=', caseId).where('digest', '=', digest)
    return (await known.executeTakeFirstOrThrow()).id
  }
  for (const [index, bytes] of chunks.entries()) {
    await change
      .insertInto('content_chunks')
      .values({ content: id, number: index + 1, bytes })
      .execute()
  }
  return id
}

/** The attachments that stand on a content: one of the same type refuses another. */
async function standingOn(session: Session, change: Change, key: KeyObject, content: string, type: string | undefined) {
  const rows = await change
    .selectFrom('attachments')
    .select(['id', 'content', 'facts'])
    .where('content', '=', content)
    .where('removed_at', 'is', null)
    .execute()
  const same = rows.find((row) => openFacts(session, key, row).documentType === type)
  return { ids: rows.map(({ id }) => id), same: same?.id }
}

async function isTaken(change: Change, id: string): Promise<boolean> {
  return (await change.selectFrom('attachments').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
}

/** Takes a file into a case: content, facts, what the case says of it and the journal's entry are one transaction. */
export async function addAttachment<Document extends AnyCase>(
  session: Session,
  form: CaseForm<Document>,
  { id, caseId, facts, source, operationId, along }: NewAttachment,
): Promise<AddedAttachment> {
  const key = await keyOfCase(session, caseId)
  const content = await sealContent(session, key, newUlid(session.clock, session.entropy), source)
  const prepared = along && (await prepareChange(session, form, { caseId, operationId, ...along }))
  let sameContent: readonly string[] = []
  const detail = { facts, size: content.size, ...(along === undefined ? {} : { steps: along.steps }) }
  const entry = { chain: caseChain(caseId), operationId, caseId, action: 'attachment.added', object: insideCase(caseId, 'attachment', id) }
  const version = prepared === undefined ? {} : { version: prepared.draft.version }
  const written = await write(session, { ...entry, ...version, detail }, async (change) => {
    if (await isTaken(change, id)) return new Refusal('attachment-exists', { attachment: id })
    const kept = await keepContent(change, caseId, content)
    const { ids, same } = await standingOn(session, change, key, kept, facts.documentType)
    if (same !== undefined) return new Refusal('attachment-duplicate', { attachment: same })
    sameContent = ids
    const row = { id, case_id: caseId, content: kept, added_at: session.clock.now(), removed_at: null }
    await change
      .insertInto('attachments')
      .values({ ...row, facts: sealFacts(session, key, id, kept, facts) })
      .execute()
    return prepared?.work(change)
  })
  return { ...written, size: content.size, sameContent }
}
