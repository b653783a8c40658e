import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { rotateBackups } from '#domain/backup-rotation.ts'
import { exists, flush } from '../folder.ts'
import { makeCheckpoint } from '../journal/checkpoint.ts'
import { keyringFile, registerFile } from '../meta.ts'
import { Refusal } from '../problem.ts'
import type { Session } from '../session.ts'
import { flushFile, sha256Of } from '../whole-file.ts'
import { keepErased } from './erased.ts'
import { factsOf } from './facts.ts'
import { replaceKeyring } from './keyring-copy.ts'
import { copyNameAt, databaseOf, filesOf, type ListedCopy, listCopies, strayFiles, subfolderOf, writeManifest } from './manifest.ts'
import { placeTrouble, refuseFull } from './place-trouble.ts'
import { proveFile, sizeOf } from './verify-copy.ts'

/** Room beside what the files themselves take. */
const spare = 1_000_000

/** The register's own subfolder of a place, made where it is not there yet. */
export async function ownSubfolder(session: Session, place: string): Promise<string> {
  if (!(await exists(place))) throw new Refusal('place-gone', { folder: place })
  const folder = join(place, subfolderOf(session.info.id))
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const foreign = (await listCopies(folder)).find((copy) => copy.registerId !== session.info.id)
  if (foreign !== undefined) throw new Refusal('mixed', { file: databaseOf(foreign.name) })
  return folder
}

/**
 * Refuses to write beside copies of a later life of this register: it would take them away by rotation, and put a keyring there that opens
 * what has been erased since. So it is after an older folder was put back.
 */
async function refuseNewer({ database, info }: Session, folder: string): Promise<void> {
  for (const { name, checkpoint } of await listCopies(folder)) {
    if (checkpoint === null) continue
    const own = await database
      .selectFrom('checkpoints')
      .select('hash')
      .where('register_id', '=', info.id)
      .where('number', '=', checkpoint.number)
      .executeTakeFirst()
    if (own === undefined || Buffer.from(own.hash).toString('hex') !== checkpoint.hash)
      throw new Refusal('place-newer', { folder, file: name })
  }
}

/** The copy and what the register said of itself at that moment: nothing is written between the two. */
async function copyMoment({ engine, database }: Session, path: string) {
  return database.connection().execute(async (connection) => {
    await engine.copyInto(connection, path)
    return factsOf(connection)
  })
}

async function copyRegister(session: Session, folder: string, at: string): Promise<ListedCopy> {
  const name = copyNameAt(at)
  const part = `${databaseOf(name)}.part`
  const expected = await copyMoment(session, join(folder, part))
  await flushFile(join(folder, part))
  const { pages: _, seals: __, ...proven } = await proveFile(session.engine, session.keys, folder, part)
  if (!isDeepStrictEqual(proven, expected)) throw new Refusal('copy-damaged', { file: databaseOf(name) })
  if (!(await session.engine.isEncrypted(folder, part))) throw new Refusal('not-encrypted', { folder, file: part })
  await rename(join(folder, part), join(folder, databaseOf(name)))
  await flush(folder)
  const { registerId, schema, counts, checkpoint } = proven
  const [size, sha256] = [await sizeOf(join(folder, databaseOf(name))), await sha256Of(join(folder, databaseOf(name)))]
  const manifest = { format: 'hemvag-backup-2', kind: 'full', registerId, at, schema, size, sha256, counts, checkpoint } as const
  await writeManifest(folder, name, manifest, session.keys)
  return { ...manifest, name }
}

/** A copy never takes the name of another: a clock that stands still, as in a demonstration, is moved on by milliseconds. */
function freeInstant(now: string, copies: readonly ListedCopy[]): string {
  const taken = new Set(copies.map((copy) => copy.at))
  let at = now
  while (taken.has(at)) at = new Date(Date.parse(at) + 1).toISOString()
  return at
}

/** Removes what the rotation no longer keeps; the manifest first, so that a copy without its file is never counted. */
async function rotate(folder: string, now: string): Promise<void> {
  const copies = await listCopies(folder)
  const { remove } = rotateBackups(
    copies.map((copy) => copy.at),
    now,
  )
  for (const { name } of copies.filter((copy) => remove.includes(copy.at)))
    for (const file of filesOf(name)) await rm(join(folder, file), { force: true })
}

/** Replaces keyring and list of erased cases at a place, without a copy of the register. */
export async function renewKeys(session: Session, place: string): Promise<void> {
  try {
    const folder = await ownSubfolder(session, place)
    await refuseNewer(session, folder)
    await replaceKeyring(session, folder)
    await keepErased(session, folder)
  } catch (error) {
    throw await placeTrouble(error, session.engine, place)
  }
}

/**
 * Makes one whole, proven copy at a place, or leaves the place's copies as they were. The keyring goes first: a copy whose newest
 * case has no key would be worth nothing. Refusals: `place-gone`, `place-newer`, `place-full`, `not-writable`, `copy-damaged`.
 */
export async function makeCopy(session: Session, place: string): Promise<ListedCopy> {
  try {
    const folder = await ownSubfolder(session, place)
    await refuseNewer(session, folder)
    for (const file of await strayFiles(folder)) await rm(join(folder, file), { force: true })
    const [register, keyring] = await Promise.all([registerFile, keyringFile].map((file) => sizeOf(join(session.folder, file))))
    await refuseFull(folder, (register ?? 0) + (keyring ?? 0) + spare)
    await makeCheckpoint(session)
    await replaceKeyring(session, folder)
    await keepErased(session, folder)
    const now = session.clock.now()
    const copy = await copyRegister(session, folder, freeInstant(now, await listCopies(folder)))
    await rotate(folder, copy.at > now ? copy.at : now)
    return copy
  } catch (error) {
    throw await placeTrouble(error, session.engine, place)
  }
}
