import { homedir } from 'node:os'
import type { FormPlace } from '#catalogue/questionnaires.ts'
import type { Failure } from '#contract/operations.ts'
import { windowOperations } from '#contract/operations.ts'
import type { CaseFile } from '#domain/case/case-file.ts'
import type { Result } from '#domain/result.ts'
import type { AcceptableTrouble } from '#domain/starts/safe-facts.ts'
import { type Application, createApplication } from '#operations/application.ts'
import type { Clock, Ports } from '#operations/ports.ts'
import { caseFileForm } from '#register/case-file-form.ts'
import { createRegister } from '#register/create.ts'
import { type OpenOptions, openRegister } from '#register/open.ts'
import type { Problem } from '#register/problem.ts'
import { sqliteEngine } from '#register/sqlite/engine.ts'
import { keepReserve } from '#register/starts/reserve.ts'
import { systemEntropy } from '#vault/entropy.ts'
import { unlockRemembered } from '#vault/keystore.ts'
import type { Derivation } from '#vault/passphrase.ts'
import { triesIn } from '#vault/tries.ts'
import { type Credentials, createVault, unlockVault } from '#vault/unlock.ts'
import type { Vault } from '#vault/vault.ts'
import type { House } from './bridge.ts'
import { newIncident, newOperationId } from './incidents.ts'
import type { Surroundings } from './surroundings.ts'
import { translate } from './texts.ts'
import { attachmentsPort } from './wiring/attachments-port.ts'
import { backupPort } from './wiring/backup-port.ts'
import { catalogue, workingDays } from './wiring/catalogue.ts'
import { changesPort } from './wiring/changes-port.ts'
import { fixedClock, officeClock } from './wiring/clocks.ts'
import { directoryPort } from './wiring/directory-port.ts'
import { draftsPort } from './wiring/drafts-port.ts'
import { drawnKey } from './wiring/drawn-key.ts'
import { exchangePort } from './wiring/exchange-port.ts'
import { filesPort } from './wiring/files-port.ts'
import { holdsRegister } from './wiring/holds-register.ts'
import { journalPort } from './wiring/journal-port.ts'
import { keysPort, rememberIfWanted } from './wiring/keys-port.ts'
import { mapsPort } from './wiring/maps-port.ts'
import { decisionIn, type OfficeDecision } from './wiring/office-decision.ts'
import { peoplePort } from './wiring/people-port.ts'
import { personRecordPort } from './wiring/person-record-port.ts'
import { plansPort } from './wiring/plans-port.ts'
import { questionnairesPort } from './wiring/questionnaires.ts'
import { keepRecoveryWords, unlockWithEither } from './wiring/recovery.ts'
import { failureOf, type Opened, RegisterDoor } from './wiring/register-port.ts'
import { registerSettingsPort } from './wiring/register-settings-port.ts'
import { retentionPort } from './wiring/retention-port.ts'
import { codedWords, searchPort } from './wiring/search-port.ts'
import { sheetsPort } from './wiring/sheets-port.ts'
import { standingOf } from './wiring/standing.ts'
import { startsPort } from './wiring/starts-port.ts'
import { guarded } from './wiring/unlocking.ts'

export type ComposeOptions = Surroundings & {
  /** Folder of the register; without one there is none, and only files can be checked. */
  readonly folder?: string
  /** Where exports are suggested to go. */
  readonly exportFolder?: string
  /** PEM certificates whose signatures count as known, besides the register's own. */
  readonly trust?: readonly string[]
  /** Further folders of forms, besides the shipped ones. */
  readonly forms?: readonly FormPlace[]
}

/** A house with everything wired: the window's application, the command line's larger one, and its closing. */
export type Composed = House & { readonly commands: Application }

/** Wires the real parts around a register that may still be locked. The one place that knows them all. */
export async function compose(options: ComposeOptions): Promise<Composed> {
  return composeAround(options, undefined, undefined, { current: null })
}

export type CreateRequest = ComposeOptions & {
  readonly folder: string
  readonly mark: string
  readonly passphrase: string
  /** The first user's name. */
  readonly name?: string
  /** Words of a recovery key that stands on paper already. */
  readonly recoveryWords?: readonly string[]
  readonly demonstration?: { readonly today: string; readonly derivation: Derivation }
}

/** Makes a new register and opens the house around it. */
export async function createIn(request: CreateRequest): Promise<Result<Composed, Failure>> {
  const { folder, mark, passphrase, name, recoveryWords, demonstration } = request
  const clock = demonstration === undefined ? officeClock : fixedClock(demonstration.today)
  const office: OfficeDecision = { current: null }
  let vault: Vault | undefined
  const created = await createRegister(folder, {
    ...registerOptions(clock, office),
    mark,
    ...(demonstration === undefined ? {} : { demonstration: { today: demonstration.today } }),
    makeKeys: async (place) => {
      const made = await createVault({
        ...place,
        passphrase,
        ...(name === undefined ? {} : { name }),
        ...(demonstration === undefined ? {} : { derivation: demonstration.derivation }),
      })
      if (made.ok) vault = made.value
      return made
    },
  })
  if (!created.ok) return { ok: false, error: failureOf(created.error) }
  if (vault === undefined) throw new Error('a register was made without keys')
  const made = { register: created.value, vault }
  if (name !== undefined) await made.register.people.change({ personId: made.register.personId, name, operationId: made.register.newId() })
  const kept = recoveryWords && (await keepRecoveryWords(made, folder, recoveryWords, made.register.newId()))
  if (kept?.ok === false) {
    await made.register.close()
    return { ok: false, error: failureOf(kept.error) }
  }
  const shown = demonstration === undefined ? undefined : { today: demonstration.today, passphrase }
  return { ok: true, value: await composeAround(request, made, shown, office) }
}

const registerOptions = (clock: Clock, office: OfficeDecision): OpenOptions<CaseFile> => ({
  engine: sqliteEngine,
  form: caseFileForm((document) => {
    const today = clock.today()
    return standingOf(document, catalogue(), workingDays(document.travel.destination.country, today), today, office.current)
  }, codedWords),
  clock,
  entropy: systemEntropy,
})

type UnlockVault = (place: string) => Promise<Result<Vault, Problem>>

async function open(
  folder: string,
  office: OfficeDecision,
  unlock: UnlockVault,
  accept: readonly AcceptableTrouble[] = [],
): Promise<Result<Opened, Problem>> {
  let vault: Vault | undefined
  const register = await openRegister(
    folder,
    async (place) => {
      const unlocked = await unlock(place)
      if (!unlocked.ok) return unlocked
      vault = unlocked.value
      return unlocked
    },
    { ...registerOptions(officeClock, office), accept },
  )
  if (!register.ok) return register
  if (vault === undefined) throw new Error('a register was opened without keys')
  office.current = await decisionIn(register.value)
  if (register.value.info.demonstration === undefined) await keepReserve(folder)
  return { ok: true, value: { register: register.value, vault } }
}

const needed = { ok: false, error: { code: 'passphrase-needed', values: {} } } as const

type Demonstration = { readonly today: string; readonly passphrase: string }

async function composeAround(
  options: ComposeOptions,
  opened: Opened | undefined,
  demonstration: Demonstration | undefined,
  office: OfficeDecision,
): Promise<Composed> {
  const { folder, language, choosers, keystore, places, drawn = drawnKey(), trust = [] } = options
  const place = folder ?? ''
  const { now } = officeClock
  const tries = triesIn({ folder: place, now, stopwatch: () => performance.now(), newId: newOperationId })
  const unlockAndRemember = async (given: Credentials, accept: readonly AcceptableTrouble[]) => {
    const found = await open(place, office, (at) => unlockVault(at, given), accept)
    if (found.ok) await rememberIfWanted(found.value, place, keystore, now())
    return found
  }
  const door = new RegisterDoor(
    () => folder !== undefined && holdsRegister(folder),
    {
      unlock: guarded(tries, unlockAndRemember),
      remembered: () =>
        open(place, office, (at) =>
          keystore === undefined ? Promise.resolve(needed) : unlockRemembered(at, keystore, { now: officeClock.now() }),
        ),
    },
    opened,
  )
  const today = () => door.opened?.register.info.demonstration?.today ?? demonstration?.today
  const running = (): Clock => {
    const fixed = today()
    return fixed === undefined ? officeClock : fixedClock(fixed)
  }
  const clock: Clock = { now: () => running().now(), today: () => running().today() }
  const plans = plansPort({ door, folder, clock, trust })
  const nameless = async () => (await plans.organisation()).signer.name || translate(language)('person-role.coordinator')
  const people = peoplePort({ door, folder, nameless })
  const ports: Ports = {
    clock,
    catalogue: catalogue(),
    calendar: workingDays,
    register: door,
    people,
    settings: registerSettingsPort(door),
    keys: keysPort({
      door,
      folder,
      tries,
      drawn,
      keystore,
      options: registerOptions(officeClock, office),
      canChange: places !== undefined,
      nameless: translate(language)('keys.recover.nameless'),
      now,
    }),
    places,
    journal: journalPort(door, folder),
    attachments: attachmentsPort(door),
    changes: changesPort(door, people),
    drafts: draftsPort(door),
    plans,
    files: filesPort(options.exportFolder ?? homedir(), choosers),
    exchange: exchangePort(),
    starts: startsPort(folder, officeClock),
    search: searchPort(door, () => performance.now()),
    backup: backupPort({
      door,
      folder,
      options: { engine: sqliteEngine, clock, entropy: systemEntropy },
      unlockWith: unlockWithEither,
      userHere: async () => (await people.self()).name,
    }),
    questionnaires: questionnairesPort(options.forms),
    retention: retentionPort(door, people, office),
    records: personRecordPort(door, plans, people.nameOf),
    directory: directoryPort(door, people.nameOf),
    sheets: sheetsPort(language),
    maps: mapsPort(),
    demonstration: () => today() !== undefined,
    demonstrationPassphrase: () => demonstration?.passphrase ?? null,
    language,
    user: async () => (await people.self()).name,
    incident: newIncident,
  }
  const commands = createApplication(ports)
  return { application: createApplication(ports, windowOperations), commands, close: () => door.lock() }
}
