import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { addDays } from '#domain/dates.ts'
import type { Engine } from '../engine.ts'
import { exists, makeWhole } from '../folder.ts'
import { keyringFile, registerFile } from '../meta.ts'
import type { Clock, Keyholder } from '../ports.ts'
import { Refusal } from '../problem.ts'
import type { KeyringTables, RegisterTables } from '../tables.ts'
import { flushFile, writeWhole } from '../whole-file.ts'

type Old = {
  readonly engine: Engine
  readonly clock: Clock
  readonly folder: string
  readonly keys: Keyholder
  readonly database: Kysely<RegisterTables>
  readonly keyring: Kysely<KeyringTables>
  readonly schema: number
}

const prefix = 'before-schema-'
const madeFile = 'made.json'
const madeSchema = z.object({ format: z.literal('hemvag-before-schema-1'), at: z.string(), schema: z.int() })

/** Schema and rows: what a copy must have like its original. */
type Counted = readonly [schema: number | undefined, rows: number | undefined]

async function countRegister(database: Kysely<RegisterTables>): Promise<Counted> {
  const meta = await database.selectFrom('meta').select('schema').executeTakeFirst()
  const all = await database
    .selectFrom('journal')
    .select((of) => of.fn.countAll<number>().as('rows'))
    .executeTakeFirst()
  return [meta?.schema, all?.rows]
}

async function countKeyring(database: Kysely<KeyringTables>): Promise<Counted> {
  const meta = await database.selectFrom('meta').select('schema').executeTakeFirst()
  const all = await database
    .selectFrom('case_key')
    .select((of) => of.fn.countAll<number>().as('rows'))
    .executeTakeFirst()
  return [meta?.schema, all?.rows]
}

/** Copies one open database into a folder and proves that the copy is whole, encrypted and says the same. */
async function copied<Tables>(
  { engine, keys }: Old,
  database: Kysely<Tables>,
  folder: string,
  file: string,
  count: (database: Kysely<Tables>) => Promise<Counted>,
): Promise<void> {
  await engine.copyInto(database, join(folder, file))
  await flushFile(join(folder, file))
  const copy = await engine.openCopy<Tables>(folder, file, keys.fileKey(file))
  try {
    const { faults } = await engine.examine(copy)
    if (faults > 0 || !isDeepStrictEqual(await count(copy), await count(database))) throw new Refusal('copy-damaged', { file })
  } finally {
    await copy.destroy()
  }
  if (!(await engine.isEncrypted(folder, file))) throw new Refusal('not-encrypted', { folder, file })
}

/**
 * Puts a proven copy of register and keyring aside, in the register's folder, before the first step of a migration. Whole or not at all.
 * It holds keys as they were: `dropOldSchemas` takes it away after 30 days, and every erasure takes it away at once.
 */
export async function keepOldSchema(old: Old): Promise<void> {
  const place = join(old.folder, `${prefix}${old.schema}`)
  const at = old.clock.now()
  // What an earlier attempt left is a copy of the same files, which still stand as they were.
  for (const left of await readdir(old.folder)) {
    if (left === `${prefix}${old.schema}` || left.startsWith(`.${prefix}`))
      await rm(join(old.folder, left), { recursive: true, force: true })
  }
  await makeWhole(place, 'part', async (sibling) => {
    await copied(old, old.database, sibling, registerFile, countRegister)
    await copied(old, old.keyring, sibling, keyringFile, countKeyring)
    const made = { format: 'hemvag-before-schema-1', at, schema: old.schema } satisfies z.infer<typeof madeSchema>
    await writeWhole(join(sibling, madeFile), `${JSON.stringify(made)}\n`)
  })
}

/** The instant so many days before another. */
export const daysAgo = (instant: string, days: number) => `${addDays(instant.slice(0, 10), -days)}${instant.slice(10)}`

async function madeAt(folder: string): Promise<string | undefined> {
  try {
    return madeSchema.parse(JSON.parse(await readFile(join(folder, madeFile), 'utf8'))).at
  } catch {
    return undefined
  }
}

/** Takes away the copies that migrations put aside before an instant; without one, all of them, as every erasure must. */
export async function dropOldSchemas(folder: string, before?: string): Promise<void> {
  if (!(await exists(folder))) return
  for (const name of await readdir(folder)) {
    if (!name.startsWith(prefix)) continue
    const at = await madeAt(join(folder, name))
    if (before === undefined || (at !== undefined && at < before)) await rm(join(folder, name), { recursive: true, force: true })
  }
}
