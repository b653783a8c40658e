import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { Engine } from './engine.ts'
import { codeOf } from './folder.ts'
import { isMacOf, macOf } from './mac.ts'
import { keyringFile, registerFile } from './meta.ts'
import type { Keyholder } from './ports.ts'
import { Refusal } from './problem.ts'
import type { Session } from './session.ts'
import type { RegisterTables } from './tables.ts'
import { writeWhole } from './whole-file.ts'

/** Side file with the newest checkpoint seen. It holds nothing personal and can be deleted: then it bears witness to nothing. */
export const seenFile = 'seen.json'

const seenSchema = z.strictObject({
  registerId: z.string().min(1),
  checkpoint: z.strictObject({ number: z.int().min(1), hash: z.string().regex(/^[0-9a-f]{64}$/) }),
  /** The newest instant that this register's program has seen; a clock that stands before it has jumped back. */
  at: z.iso.datetime(),
  /** The bytes of the database files that their encryption does not vouch for, by file. */
  unprotected: z.record(z.string(), z.string()).optional(),
  /** By the register's key: whoever has none may delete this file, but not make it say something else. */
  mac: z.string().optional(),
})
export type Unprotected = Readonly<Record<string, string>>
export type HeadsSeen = z.infer<typeof seenSchema>

const saidIn = ({ mac: _, ...said }: HeadsSeen) => said

type Place = { readonly folder: string; readonly registerId: string; readonly database: Kysely<RegisterTables> }
type Judged = Place & { readonly keys: Keyholder; readonly unprotected: Unprotected }
type Witnessed = Pick<Session, 'folder' | 'info' | 'database' | 'clock' | 'keys' | 'unprotected'>

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

/** The bytes of the closed database files that their encryption does not vouch for. */
export async function unprotectedBytes(engine: Engine, folder: string): Promise<Unprotected> {
  const found = await Promise.all([registerFile, keyringFile].map(async (file) => [file, await engine.unprotected(folder, file)] as const))
  return Object.fromEntries(found.flatMap(([file, bytes]) => (bytes === undefined ? [] : [[file, bytes]])))
}

/** What was seen last; nothing where the file is not there. A refusal `damaged` where it cannot be read. */
export async function readHeadsSeen(folder: string): Promise<HeadsSeen | Refusal | undefined> {
  const path = join(folder, seenFile)
  try {
    return seenSchema.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    return new Refusal('damaged', { folder, file: seenFile })
  }
}

/** The newest checkpoint of the register. */
export async function newestCheckpoint({ database, registerId }: Omit<Place, 'folder'>) {
  const rows = database.selectFrom('checkpoints').select(['number', 'hash']).where('register_id', '=', registerId)
  const row = await rows.orderBy('number', 'desc').limit(1).executeTakeFirst()
  return row && { number: row.number, hash: hex(row.hash) }
}

/**
 * Whether the register still has the checkpoint that was seen last. Gives the refusal `rolled-back` (values: `seen`, `newest`, `seenAt`)
 * where it is gone or another: somebody put an older register in this one's place; `damaged` or `mixed` where the side file cannot bear
 * witness. A register that is further on is as it should be: the program was stopped between the checkpoint and this file.
 */
export async function rolledBack({ folder, registerId, database, keys, unprotected }: Judged): Promise<Refusal | undefined> {
  const seen = await readHeadsSeen(folder)
  if (seen === undefined || seen instanceof Refusal) return seen
  if (seen.mac !== undefined && !isMacOf(keys, seenFile, saidIn(seen), seen.mac)) return new Refusal('damaged', { folder, file: seenFile })
  if (seen.registerId !== registerId) return new Refusal('mixed', { folder, file: seenFile })
  for (const [file, bytes] of Object.entries(unprotected)) {
    if ((seen.unprotected?.[file] ?? bytes) !== bytes) return new Refusal('damaged', { folder, file })
  }
  const { number, hash } = seen.checkpoint
  const rows = database.selectFrom('checkpoints').select('hash').where('register_id', '=', registerId)
  const row = await rows.where('number', '=', number).executeTakeFirst()
  if (row !== undefined && hex(row.hash) === hash) return undefined
  const newest = (await newestCheckpoint({ registerId, database }))?.number ?? 0
  return new Refusal('rolled-back', { folder, seen: number, newest, seenAt: seen.at })
}

/**
 * Remembers the newest checkpoint and the newest instant. The instant never goes back, unless the register was rolled back with consent
 * (`afresh`). A disk that does not take the file now takes it next time: the register itself is unharmed, so nothing is said.
 */
export async function rememberNewest({ folder, info, database, clock, keys, unprotected }: Witnessed, afresh = false): Promise<void> {
  const registerId = info.id
  const checkpoint = await newestCheckpoint({ database, registerId })
  if (checkpoint === undefined) return
  const before = afresh ? undefined : await readHeadsSeen(folder)
  const now = clock.now()
  const at = before !== undefined && !(before instanceof Refusal) && before.at > now ? before.at : now
  const seen = { registerId, checkpoint, at, unprotected: { ...unprotected } }
  const text = `${JSON.stringify({ ...seen, mac: macOf(keys, seenFile, seen) } satisfies HeadsSeen, null, 2)}\n`
  await writeWhole(join(folder, seenFile), text).catch((error: unknown) => {
    if (codeOf(error) === '') throw error
  })
}
