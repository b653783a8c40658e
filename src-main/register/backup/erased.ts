import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { exists } from '../folder.ts'
import { Refusal } from '../problem.ts'
import type { Change, Session } from '../session.ts'
import type { RegisterTables } from '../tables.ts'
import { writeWhole } from '../whole-file.ts'

export const erasedFile = 'erased.json'

const bytes = z.base64()
const erasedSchema = z.object({
  format: z.literal('hemvag-erased-1'),
  registerId: z.string(),
  /** Ids of every case that was erased, also where what else is known of it is not. */
  cases: z.array(z.string()),
  erasures: z.array(z.object({ case_id: z.string(), weeding_list: z.string(), begun_at: z.string(), done_at: z.string().nullable() })),
  /** The signed lists, sealed as they are in the register. */
  weedingLists: z.array(z.object({ id: z.string(), signer: z.string(), signed_at: z.string(), content: bytes, signature: bytes })),
})
export type Erased = z.infer<typeof erasedSchema>

const base64 = (value: Uint8Array) => Buffer.from(value).toString('base64')
const known = <Row>(rows: readonly Row[], idOf: (row: Row) => string) => [...new Map(rows.map((row) => [idOf(row), row])).values()]

/** What is known of erased cases at a place. A list that cannot be read stops a restore: it must not bring a child back. */
export async function readErased(folder: string, registerId: string): Promise<Erased> {
  const file = join(folder, erasedFile)
  if (!(await exists(file))) return { format: 'hemvag-erased-1', registerId, cases: [], erasures: [], weedingLists: [] }
  try {
    const erased = erasedSchema.parse(JSON.parse(await readFile(file, 'utf8')))
    if (erased.registerId === registerId) return erased
  } catch {
    throw new Refusal('copy-damaged', { file: erasedFile })
  }
  throw new Refusal('mixed', { file: erasedFile })
}

/** What a register knows of erased cases, begun ones among them: an erasure that was interrupted is meant as well. */
export async function erasedIn(database: Kysely<RegisterTables>, registerId: string): Promise<Erased> {
  const erasures = await database.selectFrom('erasures').select(['case_id', 'weeding_list', 'begun_at', 'done_at']).execute()
  const lists = await database.selectFrom('weeding_lists').select(['id', 'signer', 'signed_at', 'content', 'signature']).execute()
  return {
    format: 'hemvag-erased-1',
    registerId,
    cases: erasures.map((row) => row.case_id),
    erasures,
    weedingLists: lists.map((row) => ({ ...row, content: base64(row.content), signature: base64(row.signature) })),
  }
}

export function mergeErased(one: Erased, other: Erased): Erased {
  return {
    ...one,
    cases: [...new Set([...one.cases, ...other.cases])].sort(),
    erasures: known([...one.erasures, ...other.erasures], (row) => row.case_id),
    weedingLists: known([...one.weedingLists, ...other.weedingLists], (row) => row.id),
  }
}

/** Adds this register's erased cases to the list at a place; the list never gets shorter. */
export async function keepErased(session: Session, folder: string): Promise<void> {
  const merged = mergeErased(await readErased(folder, session.info.id), await erasedIn(session.database, session.info.id))
  await writeWhole(join(folder, erasedFile), `${JSON.stringify(merged)}\n`)
}

async function deleteCase(change: Change, caseId: string): Promise<void> {
  await change.deleteFrom('attachments').where('case_id', '=', caseId).execute()
  const contents = change.selectFrom('contents').select('id').where('case_id', '=', caseId)
  await change.deleteFrom('content_chunks').where('content', 'in', contents).execute()
  await change.deleteFrom('contents').where('case_id', '=', caseId).execute()
  await change.deleteFrom('case_versions').where('case_id', '=', caseId).execute()
  await change.deleteFrom('cases').where('id', '=', caseId).execute()
}

async function noteErasures(change: Change, erased: Erased): Promise<void> {
  const signers = new Set((await change.selectFrom('people').select('id').execute()).map((person) => person.id))
  // A register older than its signer cannot hold the proof; the list at the place goes on holding it.
  const lists = erased.weedingLists.filter((list) => signers.has(list.signer))
  for (const { content, signature, ...row } of lists) {
    const values = { ...row, content: Buffer.from(content, 'base64'), signature: Buffer.from(signature, 'base64') }
    await change
      .insertInto('weeding_lists')
      .values(values)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
  const held = new Set(lists.map((list) => list.id))
  for (const row of erased.erasures.filter((each) => held.has(each.weeding_list)))
    await change
      .insertInto('erasures')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}

/**
 * Erases again, in a register that was restored from before, every case of the list: its rows here, its keys in the keyring.
 * The journal's entries stay, sealed for nobody. Gives how many of the cases were in the register.
 */
export async function applyErasures(session: Session, change: Change, erased: Erased): Promise<number> {
  let applied = 0
  for (const caseId of erased.cases) {
    const there = await change.selectFrom('case_versions').select('case_id').where('case_id', '=', caseId).executeTakeFirst()
    if (there !== undefined) applied += 1
    await deleteCase(change, caseId)
    await session.keyring.database.deleteFrom('case_key').where('case_id', '=', caseId).execute()
  }
  await noteErasures(change, erased)
  return applied
}
