import { basename, dirname, resolve } from 'node:path'
import type { AnyCase, CaseForm } from '../case-form.ts'
import { type Answer, Refusal } from '../problem.ts'
import { answerFrom, type Session } from '../session.ts'
import { keepSetting, setting } from '../settings.ts'
import { type Attempt, backUpAll, type Reached, reachPlaces } from './back-up.ts'
import { type Comparison, compare } from './compare.ts'
import { type Erased, erasedIn } from './erased.ts'
import { type Health, healthOf, unreachedPlaces } from './health.ts'
import { type ListedCopy, listCopies } from './manifest.ts'
import { type AddedPlace, addPlace, forgetPlace, listPlaces, lookAt, type SeenPlace } from './places.ts'
import { findSource, type SourceRequest } from './source.ts'
import { type Trial, tryOut } from './try-out.ts'
import { type ProvenCopy, proveCopy } from './verify-copy.ts'

const trialSetting = 'backup-trial'

export type BackupState = {
  readonly places: readonly SeenPlace[]
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
  compare(request: SourceRequest): Promise<Answer<Comparison>>
  /** Restores into a temporary folder, reads everything, removes it, and remembers when that was. */
  tryOut(request: SourceRequest, operationId: string): Promise<Answer<Trial>>
  /** For every erasure: replaces the keyrings at the places that can be reached. */
  reachPlaces(): Promise<Answer<Reached>>
  erased(): Promise<Answer<Erased>>
  health(): Promise<Answer<Health>>
}

async function verifyFile(session: Session, file: string): Promise<ListedCopy & ProvenCopy> {
  const path = resolve(file)
  const name = basename(path).replace(/\.(db|json)$/, '')
  const copy = (await listCopies(dirname(path))).find((each) => each.name === name)
  if (copy === undefined) throw new Refusal('copy-missing', { folder: dirname(path), copy: name })
  if (copy.registerId !== session.info.id) throw new Refusal('mixed', { file: basename(path) })
  return { ...copy, ...(await proveCopy(session.engine, session.keys, dirname(path), copy)) }
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
      ask(async () => ({
        places: await Promise.all((await listPlaces(session)).map((place) => lookAt(session, place))),
        unreached: await unreachedPlaces(session),
        trial: await setting(session, trialSetting),
      })),
    addPlace: (request) => inTurn(() => addPlace(session, request)),
    forgetPlace: (request) => inTurn(() => forgetPlace(session, request)),
    make: (placeId) => inTurn(() => backUpAll(session, placeId)),
    verify: (file) => ask(() => verifyFile(session, file)),
    compare: (request) => ask(async () => compare(session.engine, session.keys, await findSource(request), { database: session.database })),
    tryOut: (request, operationId) =>
      inTurn(async () => {
        const trial = await tryOut(session, form, request)
        await keepSetting(session, { name: trialSetting, value: trial, operationId })
        return trial
      }),
    reachPlaces: () => inTurn(() => reachPlaces(session)),
    erased: () => ask(() => erasedIn(session.database, session.info.id)),
    health: () => inTurn(() => healthOf(session)),
  }
}
