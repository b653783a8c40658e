import type { KeyObject } from 'node:crypto'
import { keyOfCase } from '../cases/load.ts'
import { registerFile } from '../meta.ts'
import { Refusal } from '../problem.ts'
import { run } from '../queries.ts'
import type { Session } from '../session.ts'
import { type AttachmentFacts, type AttachmentRow, attachmentRow, openFacts } from './facts.ts'
import { placeOfChunk } from './seal-content.ts'

export type Attachment = {
  readonly id: string
  readonly caseId: string
  readonly addedAt: string
  readonly removedAt: string | undefined
  readonly size: number
  /** How many parts its content is read in. */
  readonly parts: number
  readonly facts: AttachmentFacts
}

function attachmentFrom(session: Session, key: KeyObject, row: AttachmentRow): Attachment {
  return {
    id: row.id,
    caseId: row.case_id,
    addedAt: row.added_at,
    removedAt: row.removed_at ?? undefined,
    size: row.size,
    parts: row.chunks,
    facts: openFacts(session, key, row),
  }
}

/** Every attachment of a case, also the removed ones, by id. */
export async function listAttachments(session: Session, caseId: string): Promise<Attachment[]> {
  const key = await keyOfCase(session, caseId)
  const rows = await run<AttachmentRow>(session.database, session.queries.attachmentsOf, [caseId])
  return rows.map((row) => attachmentFrom(session, key, row))
}

async function chunkOf(session: Session, key: KeyObject, row: AttachmentRow, number: number): Promise<Uint8Array> {
  const [chunk] = await run<{ bytes: Uint8Array }>(session.database, session.queries.chunk, [row.content, number])
  if (chunk === undefined) throw new Refusal('damaged', { file: registerFile })
  try {
    return session.keys.unseal(key, chunk.bytes, placeOfChunk(row.content, number))
  } catch {
    throw new Refusal('damaged', { file: registerFile })
  }
}

/** One part of the content, counted from 1; each part proves by itself that it is this content's, in this place. */
export async function readPart(session: Session, id: string, number: number): Promise<Uint8Array> {
  const row = await attachmentRow(session, id)
  if (number < 1 || number > row.chunks) throw new Refusal('attachment-unknown', { attachment: id })
  const key = await keyOfCase(session, row.case_id)
  openFacts(session, key, row)
  return chunkOf(session, key, row, number)
}

/**
 * The content part by part. After the last one the whole is proven against its digest: parts cut off at the end, which no part could
 * tell of, end the reading with the refusal `damaged`. Who writes the parts somewhere keeps them only when the reading has ended well.
 */
export async function* readAttachment(session: Session, id: string): AsyncGenerator<Uint8Array> {
  const row = await attachmentRow(session, id)
  const key = await keyOfCase(session, row.case_id)
  openFacts(session, key, row)
  const digest = session.keys.digest(key)
  for (let number = 1; number <= row.chunks; number += 1) {
    const part = await chunkOf(session, key, row, number)
    digest.update(part)
    yield part
  }
  if (Buffer.compare(digest.end(), row.digest) !== 0) throw new Refusal('damaged', { file: registerFile })
}

/** The whole content at once, proven. */
export async function readWhole(session: Session, id: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  for await (const part of readAttachment(session, id)) parts.push(part)
  return Buffer.concat(parts)
}
