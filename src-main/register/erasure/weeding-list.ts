import { createHash } from 'node:crypto'
import { z } from 'zod'
import { keyOfCase } from '../cases/load.ts'
import { Refusal } from '../problem.ts'
import { openJson, sealJson } from '../sealed-json.ts'
import type { Session } from '../session.ts'

/** One case that may go: by which rule, since when. No name stands in a weeding list. */
const listedCaseSchema = z.strictObject({
  caseId: z.string(),
  reference: z.string(),
  rule: z.string(),
  action: z.string(),
  listedFrom: z.string(),
  completeBy: z.string().nullable(),
  basis: z.string().nullable(),
})
export type ListedCase = z.infer<typeof listedCaseSchema>

/** A case that was due and stays for now, with the manager's reason. */
const leftOutSchema = z.strictObject({ caseId: z.string(), reference: z.string(), reason: z.string() })

const contentSchema = z.strictObject({ cases: listedCaseSchema.array().min(1), leftOut: leftOutSchema.array(), reason: z.string() })
export type WeedingContent = z.infer<typeof contentSchema>

/** A list that its signer's key vouches for, byte by byte. */
export type WeedingList = WeedingContent & {
  readonly id: string
  readonly signer: string
  readonly signedAt: string
  /** SHA-256 of what was signed, in hex. */
  readonly digest: string
}

type Head = { readonly id: string; readonly signer: string; readonly signedAt: string }

const placeOf = (id: string) => ({ table: 'weeding_lists', row: id, column: 'content', version: 1 })

/** What a manager signs: an unambiguous writing of the list, so that nobody need trust how the content was stored. */
export function signedBytes(registerId: string, { id, signer, signedAt }: Head, content: WeedingContent): Uint8Array {
  const cases = content.cases.map((each) => [
    each.caseId,
    each.reference,
    each.rule,
    each.action,
    each.listedFrom,
    each.completeBy,
    each.basis,
  ])
  const leftOut = content.leftOut.map((each) => [each.caseId, each.reference, each.reason])
  return Buffer.from(JSON.stringify(['hemvag-weeding-list-1', registerId, id, signer, signedAt, cases, leftOut, content.reason]))
}

export const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

export async function sealContent(session: Session, id: string, content: WeedingContent): Promise<Uint8Array> {
  return sealJson(session.keys, await keyOfCase(session, session.info.id), contentSchema.parse(content), placeOf(id))
}

async function openContent(session: Session, id: string, sealed: Uint8Array): Promise<WeedingContent | undefined> {
  const opened = openJson(session.keys, await keyOfCase(session, session.info.id), sealed, placeOf(id))
  const parsed = contentSchema.safeParse(opened)
  return parsed.success ? parsed.data : undefined
}

/** The list of that id, if there is one and its signature holds; a list that was touched counts as none. */
export async function signedList(session: Session, id: string): Promise<WeedingList | undefined> {
  const row = await session.database
    .selectFrom('weeding_lists')
    .innerJoin('people', 'people.id', 'weeding_lists.signer')
    .select(['weeding_lists.id', 'signer', 'signed_at', 'content', 'signature', 'signature_key'])
    .where('weeding_lists.id', '=', id)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const content = await openContent(session, id, row.content).catch(() => undefined)
  if (content === undefined) return undefined
  const head = { id, signer: row.signer, signedAt: row.signed_at }
  const bytes = signedBytes(session.info.id, head, content)
  if (!session.keys.verify(bytes, row.signature, row.signature_key)) return undefined
  return { ...head, ...content, digest: digestOf(bytes) }
}

/** The same, where nothing can be done without it. */
export async function neededList(session: Session, id: string): Promise<WeedingList> {
  const list = await signedList(session, id)
  if (list === undefined) throw new Refusal('weeding-list-invalid', { list: id })
  return list
}
