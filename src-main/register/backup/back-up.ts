import { registerChain } from '../journal/entry.ts'
import { write } from '../journal/write.ts'
import { dropOldSchemas } from '../migrations/keep-old-schema.ts'
import { Refusal } from '../problem.ts'
import { explained, type Session } from '../session.ts'
import { setting } from '../settings.ts'
import { newUlid } from '../ulid.ts'
import { makeCopy, renewKeys } from './make.ts'
import type { ListedCopy } from './manifest.ts'
import { type BackupPlace, listPlaces } from './places.ts'
import { noteFailed, noteGood } from './seen.ts'

export const maxAgeSetting = 'backup-max-age-hours'
export const usualHours = 24

/** After how many hours closing the register makes a backup by itself. */
export async function maxAgeHours(session: Session): Promise<number> {
  const kept = await setting(session, maxAgeSetting)
  return typeof kept === 'number' && kept > 0 ? kept : usualHours
}

/** Backs up to one place, and remembers and journals that it is done. */
export async function backUp(session: Session, place: BackupPlace): Promise<ListedCopy> {
  const copy = await makeCopy(session, place.folder)
  const draft = {
    chain: registerChain(session.info.id),
    operationId: newUlid(session.clock, session.entropy),
    action: 'backup.made',
    object: `backup-place:${place.id}`,
    detail: { name: copy.name, sha256: copy.sha256, checkpoint: copy.checkpoint },
  }
  const row = { last_good_at: copy.at, checkpoint: copy.checkpoint?.number ?? null, keyring_at: copy.at }
  await write(session, draft, async (change) => {
    await change.updateTable('backup_places').set(row).where('id', '=', place.id).execute()
    return undefined
  })
  // The side file only repeats what the register knows: a folder where it cannot be written does not undo a good copy.
  await noteGood(session.folder, copy.at).catch(() => undefined)
  return copy
}

export type Attempt = { readonly place: BackupPlace; readonly copy: ListedCopy | undefined; readonly refusal: Refusal | undefined }

const asRefusal = (session: Session, error: unknown): Refusal => {
  const meant = explained(error, session.engine, session.folder, 'register.db')
  if (meant instanceof Refusal) return meant
  throw error
}

/** Backs up to one place or to all; a place that fails does not keep the others waiting. */
export async function backUpAll(session: Session, placeId?: string): Promise<readonly Attempt[]> {
  const places = (await listPlaces(session)).filter((place) => placeId === undefined || place.id === placeId)
  if (placeId !== undefined && places.length === 0) throw new Refusal('place-unknown', { place: placeId })
  const attempts: Attempt[] = []
  for (const place of places) {
    try {
      attempts.push({ place, copy: await backUp(session, place), refusal: undefined })
    } catch (error) {
      attempts.push({ place, copy: undefined, refusal: asRefusal(session, error) })
    }
  }
  return attempts
}

const hour = 3_600_000

/** Whether it is time again. A moment that lies ahead was given by a clock that went wrong: what it says is not trusted. */
export const isOld = ({ lastGoodAt }: Pick<BackupPlace, 'lastGoodAt'>, now: string, hours: number) =>
  lastGoodAt === undefined || lastGoodAt > now || Date.parse(lastGoodAt) < Date.parse(now) - hours * hour

/** At closing: backs up to every place whose last good copy is too old. Never stands in the way; what failed is said at the next start. */
export async function backUpWhenOld(session: Session): Promise<void> {
  try {
    const [now, hours] = [session.clock.now(), await maxAgeHours(session)]
    for (const place of (await listPlaces(session)).filter((each) => isOld(each, now, hours))) {
      const failed = (error: unknown) => (error instanceof Refusal ? error.problem.code : 'copy-damaged')
      await backUp(session, place).catch((error: unknown) => noteFailed(session.folder, now, failed(error)))
    }
  } catch {
    // A register that is being closed closes.
  }
}

export type Reached = { readonly reached: readonly BackupPlace[]; readonly missed: readonly BackupPlace[] }

/**
 * What every erasure does to what lies outside the register: replaces the keyring of each place that can be reached, adds to its list of
 * erased cases, and takes away the copies that migrations put aside. The places that were missed still hold the former keyring.
 */
export async function reachPlaces(session: Session): Promise<Reached> {
  await dropOldSchemas(session.folder)
  const [reached, missed]: [BackupPlace[], BackupPlace[]] = [[], []]
  for (const place of await listPlaces(session)) {
    try {
      const keyringAt = session.clock.now()
      await renewKeys(session, place.folder)
      await session.database.updateTable('backup_places').set({ keyring_at: keyringAt }).where('id', '=', place.id).execute()
      reached.push({ ...place, keyringAt })
    } catch {
      missed.push(place)
    }
  }
  return { reached, missed }
}
