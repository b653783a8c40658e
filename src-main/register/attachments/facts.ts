import type { KeyObject } from 'node:crypto'
import { z } from 'zod'
import { registerFile } from '../meta.ts'
import { Refusal } from '../problem.ts'
import { run } from '../queries.ts'
import { openJson, sealJson } from '../sealed-json.ts'
import type { Session } from '../session.ts'

const factsSchema = z.strictObject({
  /** The file's own name: it may hold a person's. */
  name: z.string(),
  /** What its first bytes say it is. */
  kind: z.string(),
  mediaType: z.string(),
  /** SHA-256 of its content, hexadecimal, as a document row of the case names it. */
  sha256: z.string(),
  /** Id of the catalogue's document type; none for what is of no type. */
  documentType: z.string().optional(),
  issuedOn: z.string().optional(),
  issuer: z.string().optional(),
  title: z.string().optional(),
  note: z.string().optional(),
  /** Local id of the document row of the case that this file is the paper of. */
  document: z.string().optional(),
})

/** What is known of an attached file. All of it is sealed. */
export type AttachmentFacts = z.infer<typeof factsSchema>

// The content's id lies inside the seal, so that an attachment cannot be made to show another's content.
const sealedSchema = z.strictObject({ content: z.string(), facts: factsSchema })

export type AttachmentRow = {
  readonly id: string
  readonly case_id: string
  readonly content: string
  readonly added_at: string
  readonly removed_at: string | null
  readonly facts: Uint8Array
  readonly digest: Uint8Array
  readonly size: number
  readonly chunks: number
}

const placeOf = (id: string) => ({ table: 'attachments', row: id, column: 'facts', version: 1 })

export const sealFacts = ({ keys }: Session, key: KeyObject, id: string, content: string, facts: AttachmentFacts): Uint8Array =>
  sealJson(keys, key, { content, facts }, placeOf(id))

export function openFacts({ keys }: Session, key: KeyObject, row: Pick<AttachmentRow, 'id' | 'content' | 'facts'>): AttachmentFacts {
  const opened = sealedSchema.safeParse(openJson(keys, key, row.facts, placeOf(row.id)))
  if (!opened.success || opened.data.content !== row.content) throw new Refusal('damaged', { file: registerFile })
  return opened.data.facts
}

export async function attachmentRow({ database, queries }: Session, id: string): Promise<AttachmentRow> {
  const [row] = await run<AttachmentRow>(database, queries.attachment, [id])
  if (row === undefined) throw new Refusal('attachment-unknown', { attachment: id })
  return row
}
