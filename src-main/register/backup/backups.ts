import { join } from 'node:path'
import type { Kysely } from 'kysely'
import type { AnyCase, CaseForm } from '../case-form.ts'
import { type Answer, Refusal } from '../problem.ts'
import { answerFrom, type Session } from '../session.ts'
import { keepSetting, setting } from '../settings.ts'
import type { RegisterTables } from '../tables.ts'
import { type Attempt, backUpAll, isOld, maxAgeHours, type Reached, reachPlaces } from './back-up.ts'
import { type Erased, erasedIn } from './erased.ts'
import { type Health, healthOf, unreachedPlaces } from './health.ts'
import { type ListedCopy, subfolderOf } from './manifest.ts'
import { type AddedPlace, addPlace, type BackupPlace, forgetPlace, listPlaces, lookAt, type SeenPlace } from './places.ts'
import type { Source } from './source.ts'
import { type Trial, tryOut } from './try-out.ts'
import { sourceOfFile } from './verify-backup.ts'
import { type ProvenCopy, proveCopy } from './verify-copy.ts'

const trialSetting = 'backup-trial'

export type BackupState = {
  /** The register's own moment, by which ages are told. */
  readonly now: string
  readonly places: readonly (SeenPlace & { readonly tooOld: boolean })[]
  /** Places that the newest erasure has not reached. */
  readonly unreached: readonly string[]
  /** The last trial of reading back, as it was kept; checked by whoever asks. */
  readonly trial: unknown
}

/** What an open register does about its copies. */
export type Backups = {
  state(): Promise<Answer<BackupState>>
  addPlace(request: { readonly folder: string; readonly operationId: string }): Promise<Answer<AddedPlace>>
  forgetPlace(request: { readonly placeId: string; readonly operationId: string }): Promise<Answer<void>>
  /** Backs up to one place or to all; one attempt for each. */
  make(placeId?: string): Promise<Answer<readonly Attempt[]>>
  /** Proves one copy, by its file. */
  verify(file: string): Promise<Answer<ListedCopy & ProvenCopy>>
  /** This register, for a comparison with a copy. */
  readonly here: { readonly database: Kysely<RegisterTables> }
  /** Restores into a temporary folder, reads everything, removes it, and remembers when that was. */
  tryOut(placeId: string, operationId: string): Promise<Answer<Trial>>
  /** For every erasure: replaces the keyrings at the places that can be reached. */
  reachPlaces(): Promise<Answer<Reached>>
  erased(): Promise<Answer<Erased>>
  health(): Promise<Answer<Health>>
}

async function verifyFile(session: Session, file: string): Promise<ListedCopy & ProvenCopy> {
  const { folder, copy } = await sourceOfFile(file)
  if (copy.registerId !== session.info.id) throw new Refusal('mixed', { file: copy.name })
  return { ...copy, ...(await proveCopy(session.engine, session.keys, folder, copy)) }
}

/** The newest copy of one place. */
async function newestAt(session: Session, placeId: string): Promise<Source> {
  const place = (await listPlaces(session)).find((each) => each.id === placeId)
  if (place === undefined) throw new Refusal('place-unknown', { place: placeId })
  const { isThere, folder, copies } = await lookAt(session, place)
  if (!isThere) throw new Refusal('place-gone', { folder })
  const [copy] = copies
  if (copy === undefined) throw new Refusal('backup-missing', { folder })
  return { folder: join(folder, subfolderOf(session.info.id)), copy }
}

export function backupsOf<Document extends AnyCase>(session: Session, form: CaseForm<Document>): Backups {
  let before: Promise<unknown> = Promise.resolve()
  // One after the other: two attempts at one place would clear each other's half-written files away.
  const inTurn = <Value>(work: () => Promise<Value>): Promise<Answer<Value>> => {
    const next = before.then(() => answerFrom(session, work))
    before = next.catch(() => undefined)
    return next
  }
  const ask = <Value>(work: () => Promise<Value>) => answerFrom(session, work)
  return {
    state: () =>
      ask(async () => {
        const [now, hours] = [session.clock.now(), await maxAgeHours(session)]
        const look = async (place: BackupPlace) => ({ ...(await lookAt(session, place)), tooOld: isOld(place, now, hours) })
        return {
          now,
          places: await Promise.all((await listPlaces(session)).map(look)),
          unreached: await unreachedPlaces(session),
          trial: await setting(session, trialSetting),
        }
      }),
    addPlace: (request) => inTurn(() => addPlace(session, request)),
    forgetPlace: (request) => inTurn(() => forgetPlace(session, request)),
    make: (placeId) => inTurn(() => backUpAll(session, placeId)),
    verify: (file) => ask(() => verifyFile(session, file)),
    here: { database: session.database },
    tryOut: (placeId, operationId) =>
      inTurn(async () => {
        const trial = await tryOut(session, form, await newestAt(session, placeId))
        await keepSetting(session, { name: trialSetting, value: trial, operationId })
        return trial
      }),
    reachPlaces: () => inTurn(() => reachPlaces(session)),
    erased: () => ask(() => erasedIn(session.database, session.info.id)),
    health: () => inTurn(() => healthOf(session)),
  }
}
