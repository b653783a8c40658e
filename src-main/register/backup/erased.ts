import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { mergeReferences, referencesGiven } from '../cases/references.ts'
import { deleteCaseRows } from '../erasure/case-rows.ts'
import { type ErasureProofs, reapplyErasures } from '../erasure/proofs.ts'
import { exists } from '../folder.ts'
import { Refusal } from '../problem.ts'
import { type Session, transact } from '../session.ts'
import type { RegisterTables } from '../tables.ts'
import { writeWhole } from '../whole-file.ts'

export const erasedFile = 'erased.json'

const bytes = z.base64()
const erasedSchema = z.object({
  format: z.literal('hemvag-erased-1'),
  registerId: z.string(),
  /** Ids of every case that was erased, also where what else is known of it is not. */
  cases: z.array(z.string()),
  /** The highest number given out, by year: so that the reference of an erased case is not given to another child. */
  references: z.record(z.string().regex(/^\d{4}$/), z.int().min(0)).default({}),
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
  if (!(await exists(file))) return { format: 'hemvag-erased-1', registerId, cases: [], references: {}, erasures: [], weedingLists: [] }
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
    references: { ...(await referencesGiven(database)) },
    erasures,
    weedingLists: lists.map((row) => ({ ...row, content: base64(row.content), signature: base64(row.signature) })),
  }
}

export function mergeErased(one: Erased, other: Erased): Erased {
  return {
    ...one,
    cases: [...new Set([...one.cases, ...other.cases])].sort(),
    references: { ...mergeReferences(one.references, other.references) },
    erasures: known([...one.erasures, ...other.erasures], (row) => row.case_id),
    weedingLists: known([...one.weedingLists, ...other.weedingLists], (row) => row.id),
  }
}

/** Adds this register's erased cases to the list at a place; the list never gets shorter. */
export async function keepErased(session: Session, folder: string): Promise<void> {
  const merged = mergeErased(await readErased(folder, session.info.id), await erasedIn(session.database, session.info.id))
  await writeWhole(join(folder, erasedFile), `${JSON.stringify(merged)}\n`)
}

/** The signed lists whose signer this register knows, with their erasures: of others it cannot hold the proof, and the place goes on holding it. */
async function provable(session: Session, erased: Erased): Promise<ErasureProofs> {
  const signers = new Set((await session.database.selectFrom('people').select('id').execute()).map((person) => person.id))
  const lists = erased.weedingLists.filter((list) => signers.has(list.signer))
  const held = new Set(lists.map((list) => list.id))
  return {
    lists: lists.map((list) => ({
      ...list,
      content: Buffer.from(list.content, 'base64'),
      signature: Buffer.from(list.signature, 'base64'),
    })),
    erasures: erased.erasures
      .filter((row) => held.has(row.weeding_list))
      .map((row) => ({ caseId: row.case_id, weedingList: row.weeding_list, begunAt: row.begun_at })),
  }
}

/**
 * Erases again, in a register that was restored from before, every case of the list: with its proof where there is one, and without it all
 * the same. Gives how many of the cases were in the register.
 */
export async function eraseAgain(session: Session, erased: Erased): Promise<number> {
  if (erased.cases.length === 0) return 0
  const there = await session.database
    .selectFrom('case_versions')
    .select('case_id')
    .distinct()
    .where('case_id', 'in', [...erased.cases])
    .execute()
  await reapplyErasures(session, await provable(session, erased))
  await session.keyring.destroy(erased.cases)
  for (const caseId of erased.cases) await transact(session, (change) => deleteCaseRows(change, caseId))
  await session.engine.scrub(session.database)
  return there.length
}
