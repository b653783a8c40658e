import { access, constants, mkdir, realpath, rm, stat } from 'node:fs/promises'
import { join, resolve, sep } from 'node:path'
import { z } from 'zod'
import { keyOfCase } from '../cases/load.ts'
import { exists } from '../folder.ts'
import { registerChain } from '../journal/entry.ts'
import { write } from '../journal/write.ts'
import { Refusal } from '../problem.ts'
import { openJson, sealJson } from '../sealed-json.ts'
import type { Session } from '../session.ts'
import { newUlid } from '../ulid.ts'
import { listCopies, subfolderOf } from './manifest.ts'

const placeSchema = z.object({ folder: z.string(), label: z.string() })

export type BackupPlace = z.infer<typeof placeSchema> & {
  readonly id: string
  readonly lastGoodAt: string | undefined
  readonly checkpoint: number | undefined
  /** When its keyring was last replaced: an erasure after that has not reached it. */
  readonly keyringAt: string | undefined
}

const sealedAt = (id: string) => ({ table: 'backup_places', row: id, column: 'place', version: 1 })

/** The places that this register remembers, in the order in which they were added. */
export async function listPlaces(session: Session): Promise<readonly BackupPlace[]> {
  const columns = ['id', 'place', 'last_good_at', 'checkpoint', 'keyring_at'] as const
  const rows = await session.database.selectFrom('backup_places').select(columns).orderBy('id').execute()
  if (rows.length === 0) return []
  const key = await keyOfCase(session, session.info.id)
  return rows.map((row) => ({
    id: row.id,
    ...placeSchema.parse(openJson(session.keys, key, row.place, sealedAt(row.id))),
    lastGoodAt: row.last_good_at ?? undefined,
    checkpoint: row.checkpoint ?? undefined,
    keyringAt: row.keyring_at ?? undefined,
  }))
}

const within = (inner: string, outer: string) => inner === outer || inner.startsWith(`${outer}${sep}`)

/** Folders that a program sends elsewhere by itself, as their makers name them. */
const synchronised =
  /(^|[\\/])(onedrive|dropbox|google drive|googledrive|icloud ?drive|mobile documents|nextcloud|owncloud|box sync|box|pcloud|seafile|sync|mega)( - [^\\/]*)?([\\/]|$)/i

async function refuseUnfit(session: Session, folder: string): Promise<string> {
  if (!(await exists(folder))) throw new Refusal('folder-missing', { folder })
  const real = await realpath(folder)
  if (!(await stat(real)).isDirectory()) throw new Refusal('folder-missing', { folder })
  if (within(real, await realpath(session.folder))) throw new Refusal('place-inside', { folder })
  const probe = join(real, subfolderOf(session.info.id))
  try {
    await access(real, constants.W_OK | constants.X_OK)
    if (!(await exists(probe))) {
      await mkdir(probe, { mode: 0o700 })
      await rm(probe, { recursive: true })
    }
  } catch {
    throw new Refusal('not-writable', { folder })
  }
  return real
}

/** What lies on one disk is lost together. */
const onOneDisk = async (one: string, other: string) => (await stat(one)).dev === (await stat(other)).dev

export type AddedPlace = {
  readonly id: string
  /** `synchronised`: another program sends what lies there elsewhere. `same-disk`: it is lost together with the register. */
  readonly warning: 'synchronised' | 'same-disk' | undefined
}

/** Remembers a folder that the user chose. Refusals: `folder-missing`, `place-inside`, `place-known`, `not-writable`. */
export async function addPlace(session: Session, request: { readonly folder: string; readonly operationId: string }): Promise<AddedPlace> {
  const folder = resolve(request.folder)
  const real = await refuseUnfit(session, folder)
  const known = await Promise.all((await listPlaces(session)).map((place) => realpath(place.folder).catch(() => place.folder)))
  if (known.includes(real)) throw new Refusal('place-known', { folder })
  const id = newUlid(session.clock, session.entropy)
  const label = folder.split(/[\\/]/).findLast((part) => part !== '') ?? folder
  const place = sealJson(session.keys, await keyOfCase(session, session.info.id), { folder, label }, sealedAt(id))
  const draft = {
    chain: registerChain(session.info.id),
    operationId: request.operationId,
    action: 'backup.place-added',
    object: `backup-place:${id}`,
  }
  await write(session, { ...draft, detail: { folder } }, async (change) => {
    await change.insertInto('backup_places').values({ id, place, last_good_at: null, checkpoint: null, keyring_at: null }).execute()
    return undefined
  })
  const sameDisk = await onOneDisk(real, session.folder)
  return { id, warning: synchronised.test(real) ? 'synchronised' : sameDisk ? 'same-disk' : undefined }
}

/** Forgets a place. What lies there stays, and no erasure reaches it any more. */
export async function forgetPlace(session: Session, request: { readonly placeId: string; readonly operationId: string }): Promise<void> {
  const { placeId, operationId } = request
  const draft = { chain: registerChain(session.info.id), operationId, action: 'backup.place-forgotten', object: `backup-place:${placeId}` }
  await write(session, draft, async (change) => {
    const deleted = await change.deleteFrom('backup_places').where('id', '=', placeId).executeTakeFirst()
    return deleted.numDeletedRows === 0n ? new Refusal('place-unknown', { place: placeId }) : undefined
  })
}

/** How a place is doing now: whether it can be reached, and what lies there. */
export async function lookAt(session: Session, place: BackupPlace) {
  const isThere = await exists(place.folder)
  const copies = isThere ? await listCopies(join(place.folder, subfolderOf(session.info.id))) : []
  const sameDisk = isThere && (await onOneDisk(place.folder, session.folder))
  return { ...place, isThere, copies, sameDisk }
}
export type SeenPlace = Awaited<ReturnType<typeof lookAt>>
