import type { KeyObject } from 'node:crypto'
import { type Attachments, attachmentsOver } from './attachments/attachments.ts'
import { backUpWhenOld } from './backup/back-up.ts'
import { type Backups, backupsOf } from './backup/backups.ts'
import type { AnyCase, CaseForm } from './case-form.ts'
import { type CaseChange, type ChangedCase, changeCase } from './cases/change.ts'
import { type InsertedCase, insertCase, type NewCase } from './cases/insert.ts'
import { type ListedCase, type ListOptions, listCases, listDue, listEraseDue } from './cases/list.ts'
import { findByReference, type LoadedCase, loadCase } from './cases/load.ts'
import { type Rebuilt, rebuildProjections } from './cases/rebuild.ts'
import { nextReference } from './cases/references.ts'
import { type Directory, directoryOf } from './directory/directory.ts'
import { type Drafts, draftsOver } from './drafts/drafts.ts'
import { type Weeding, weedingOver } from './erasure/weeding.ts'
import { accessesOf } from './journal/accesses.ts'
import { makeCheckpoint } from './journal/checkpoint.ts'
import { caseChain, personChain, registerChain } from './journal/entry.ts'
import { exportJournal, type JournalExport } from './journal/export.ts'
import { headsFor, type JournalHeads, type KnownCheckpoint, type KnownHead } from './journal/heads.ts'
import { type PersonalRecord, recordForPerson } from './journal/personal.ts'
import { type JournalEntry, readChain, readChainBack } from './journal/read.ts'
import { type JournalVerdict, verifyJournal } from './journal/verify.ts'
import type { Written } from './journal/write.ts'
import type { RegisterInfo } from './meta.ts'
import { type People, peopleOf } from './people/desk.ts'
import { type FailedUnlocks, recordFailedUnlocks } from './people/failed-unlocks.ts'
import { escrowPerson, type KeyEvent, type RecoveryPair, recordKeyEvent, recoveryPair } from './people/recovery.ts'
import type { Answer } from './problem.ts'
import { type Found, type Question, search } from './search/search.ts'
import { answerFrom, givingReserve, type Session } from './session.ts'
import { keepSetting, type SettingChange, setting } from './settings.ts'
import { unmark } from './starts/open-marker.ts'
import { newUlid } from './ulid.ts'

/** Which chain of the journal: of one case, of the person at the screen, or of the register. */
export type ChainName = { readonly caseId: string } | 'own' | 'register'

/** An open register. Every method is one transaction at most, and every write carries the operation id that its caller chose. */
export type Register<Document extends AnyCase> = {
  readonly info: RegisterInfo
  /** The person whose keys opened it. */
  readonly personId: string
  readonly people: People
  readonly directory: Directory
  /** A ULID for a new case or operation. */
  newId(): string
  nextReference(year: number): Promise<Answer<string>>
  insertCase(options: NewCase): Promise<Answer<InsertedCase>>
  loadCase(caseId: string, version?: number): Promise<Answer<LoadedCase<Document>>>
  findByReference(reference: string): Promise<Answer<string | undefined>>
  changeCase(options: CaseChange): Promise<Answer<ChangedCase>>
  listCases(options: ListOptions): Promise<Answer<ListedCase[]>>
  listDue(until: string, limit: number): Promise<Answer<ListedCase[]>>
  listEraseDue(before: string, limit: number): Promise<Answer<ListedCase[]>>
  search(question: Question): Promise<Answer<Found>>
  rebuildProjections(operationId: string): Promise<Answer<Rebuilt>>
  /** Reads, exports and other acts that change no case, in the person's own chain. */
  record(record: PersonalRecord): Promise<Answer<Written>>
  history(chain: ChainName, limit: number, afterSeq?: number): Promise<Answer<JournalEntry[]>>
  /** The same, the newest entry first, from before `beforeSeq`. */
  historyBack(chain: ChainName, limit: number, beforeSeq?: number): Promise<Answer<JournalEntry[]>>
  /** What was set for the whole register in one respect, `undefined` where nothing was. */
  setting(name: string): Promise<Answer<unknown>>
  keepSetting(change: SettingChange): Promise<Answer<Written>>
  /** The recovery pair, made if there is none. Only a manager gets its private half. */
  recoveryPair(): Promise<Answer<RecoveryPair>>
  /** Keeps a person's private keys for the recovery key, where there is one. */
  escrow(seeds: KeyObject, personId: string): Promise<Answer<boolean>>
  recordKeyEvent(event: KeyEvent): Promise<Answer<Written>>
  recordFailedUnlocks(failed: FailedUnlocks): Promise<Answer<Written>>
  readonly attachments: Attachments
  readonly drafts: Drafts
  /** Reads and exports of a case, out of the chains of those who did them. */
  accessesOf(caseId: string): Promise<Answer<JournalEntry[]>>
  readonly weeding: Weeding
  headsFor(caseId: string): Promise<Answer<JournalHeads>>
  checkpoint(): Promise<Answer<void>>
  verifyJournal(known?: readonly KnownHead[], checkpoints?: readonly KnownCheckpoint[]): Promise<Answer<JournalVerdict>>
  exportJournal(): Promise<Answer<JournalExport>>
  readonly backups: Backups
  /** Backs up where the last good copy is too old, signs a last checkpoint, empties the write-ahead log and lets go of the keys. */
  close(): Promise<void>
}

function chainOf(session: Session, name: ChainName): string {
  if (name === 'own') return personChain(session.keys.person.id)
  if (name === 'register') return registerChain(session.info.id)
  return caseChain(name.caseId)
}

async function closeSession(session: Session): Promise<void> {
  session.headlines.clear()
  await backUpWhenOld(session)
  try {
    await givingReserve(session, () => makeCheckpoint(session))
  } catch (error) {
    // Without room for a checkpoint the entries are bound by the next one; the register is closed all the same.
    if (session.engine.trouble(error) !== 'full') throw error
  } finally {
    await unmark(session.folder)
    await Promise.allSettled([session.keyring.close(), session.database.destroy(), session.searching.file?.destroy()])
  }
}

export function registerOver<Document extends AnyCase>(session: Session, form: CaseForm<Document>): Register<Document> {
  const ask = <Value>(work: () => Promise<Value>) => answerFrom(session, work)
  return {
    info: session.info,
    personId: session.keys.person.id,
    people: peopleOf(session),
    directory: directoryOf(session),
    newId: () => newUlid(session.clock, session.entropy),
    nextReference: (year) => ask(() => nextReference(session, year)),
    insertCase: (options) => ask(() => insertCase(session, form, options)),
    loadCase: (caseId, version) => ask(() => loadCase(session, form, caseId, version)),
    findByReference: (reference) => ask(() => findByReference(session, reference)),
    changeCase: (options) => ask(() => changeCase(session, form, options)),
    listCases: (options) => ask(() => listCases(session, options)),
    listDue: (until, limit) => ask(() => listDue(session, until, limit)),
    listEraseDue: (before, limit) => ask(() => listEraseDue(session, before, limit)),
    search: (question) => ask(() => search(session, form, question)),
    rebuildProjections: (operationId) => ask(() => rebuildProjections(session, form, operationId)),
    record: (record) => ask(() => recordForPerson(session, record)),
    history: (chain, limit, afterSeq) => ask(() => readChain(session, chainOf(session, chain), limit, afterSeq)),
    historyBack: (chain, limit, beforeSeq) => ask(() => readChainBack(session, chainOf(session, chain), limit, beforeSeq)),
    setting: (name) => ask(() => setting(session, name)),
    keepSetting: (change) => ask(() => keepSetting(session, change)),
    recoveryPair: () => ask(() => recoveryPair(session)),
    escrow: (seeds, personId) => ask(() => escrowPerson(session, seeds, personId)),
    recordKeyEvent: (event) => ask(() => recordKeyEvent(session, event)),
    recordFailedUnlocks: (failed) => ask(() => recordFailedUnlocks(session, failed)),
    attachments: attachmentsOver(session, form),
    drafts: draftsOver(session),
    accessesOf: (caseId) => ask(() => accessesOf(session, caseId)),
    weeding: weedingOver(session),
    headsFor: (caseId) => ask(() => headsFor(session, caseId)),
    checkpoint: () => ask(() => makeCheckpoint(session)),
    backups: backupsOf(session, form),
    verifyJournal: (known, checkpoints) => ask(() => verifyJournal(session, known, checkpoints)),
    exportJournal: () => ask(() => exportJournal(session)),
    close: () => closeSession(session),
  }
}
