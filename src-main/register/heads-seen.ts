import { open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { Refusal } from './problem.ts'
import type { Session } from './session.ts'
import type { RegisterTables } from './tables.ts'

/** Side file with the newest checkpoint seen. It holds nothing personal and can be deleted: then it bears witness to nothing. */
export const seenFile = 'seen.json'

const seenSchema = z.strictObject({
  registerId: z.string().min(1),
  checkpoint: z.strictObject({ number: z.int().min(1), hash: z.string().regex(/^[0-9a-f]{64}$/) }),
  /** The newest instant that this register's program has seen; a clock that stands before it has jumped back. */
  at: z.iso.datetime(),
})
export type HeadsSeen = z.infer<typeof seenSchema>

type Place = { readonly folder: string; readonly registerId: string; readonly database: Kysely<RegisterTables> }
type Witnessed = Pick<Session, 'folder' | 'info' | 'database' | 'clock'>

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : undefined)
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

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
export async function rolledBack({ folder, registerId, database }: Place): Promise<Refusal | undefined> {
  const seen = await readHeadsSeen(folder)
  if (seen === undefined || seen instanceof Refusal) return seen
  if (seen.registerId !== registerId) return new Refusal('mixed', { folder, file: seenFile })
  const { number, hash } = seen.checkpoint
  const rows = database.selectFrom('checkpoints').select('hash').where('register_id', '=', registerId)
  const row = await rows.where('number', '=', number).executeTakeFirst()
  if (row !== undefined && hex(row.hash) === hash) return undefined
  const newest = (await newestCheckpoint({ registerId, database }))?.number ?? 0
  return new Refusal('rolled-back', { folder, seen: number, newest, seenAt: seen.at })
}

async function writeSeen(folder: string, seen: HeadsSeen): Promise<void> {
  const path = join(folder, seenFile)
  const handle = await open(`${path}.new`, 'w', 0o600)
  try {
    await handle.writeFile(`${JSON.stringify(seen, null, 2)}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(`${path}.new`, path)
}

/**
 * Remembers the newest checkpoint and the newest instant. The instant never goes back, unless the register was rolled back with consent
 * (`afresh`). A disk that does not take the file now takes it next time: the register itself is unharmed, so nothing is said.
 */
export async function rememberNewest({ folder, info, database, clock }: Witnessed, afresh = false): Promise<void> {
  const registerId = info.id
  const checkpoint = await newestCheckpoint({ database, registerId })
  if (checkpoint === undefined) return
  const before = afresh ? undefined : await readHeadsSeen(folder)
  const now = clock.now()
  const at = before !== undefined && !(before instanceof Refusal) && before.at > now ? before.at : now
  await writeSeen(folder, { registerId, checkpoint, at }).catch((error: unknown) => {
    if (codeOf(error) === undefined) throw error
  })
}
