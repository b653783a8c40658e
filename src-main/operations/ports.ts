import type { Failure, Fault, Input, Output } from '#contract/operations.ts'
import type { CaseFile } from '#domain/case/case-file.ts'
import type { Catalogue } from '#domain/catalogue/catalogue.ts'
import type { WorkingCalendar } from '#domain/catalogue/follow-up.ts'
import type { ChangeStep } from '#domain/changes/steps.ts'
import type { DraftModel } from '#domain/plan/draft-model.ts'
import type { OrganisationSettings } from '#domain/plan/plan-context.ts'
import type { PlanModel } from '#domain/plan/plan-model.ts'
import type { Result } from '#domain/result.ts'
import type { AcceptableTrouble } from '#domain/starts/safe-facts.ts'
import type { AttachmentsPort } from './attachments-port.ts'
import type { BackupPort } from './backup-port.ts'
import type { ChangesPort } from './changes-port.ts'
import type { DirectoryPort, MapsPort, SheetsPort } from './directory-port.ts'
import type { DraftsPort } from './drafts-port.ts'
import type { JournalPort } from './journal-port.ts'
import type { KeysPort, PlacesPort } from './keys-port.ts'
import type { PeoplePort } from './people-port.ts'
import type { PersonRecordPort } from './person-record-port.ts'
import type { QuestionnairesPort } from './questionnaires-port.ts'
import type { RegisterSettingsPort } from './register-settings-port.ts'
import type { RetentionPort } from './retention-port.ts'
import type { SearchPort } from './search-port.ts'
import type { StartsPort } from './starts-port.ts'

export type Language = 'sv' | 'en'

/** A case as the register holds it: the document and its version. */
export type StoredCase = { readonly caseFile: CaseFile; readonly version: number }

export interface Clock {
  /** UTC instant. */
  now(): string
  /** Plain date in the office's zone. */
  today(): string
}

/** The register as the operations see it. Everything but `state` and `unlock` needs it open. */
export interface RegisterPort {
  state(): 'open' | 'locked' | 'none'
  /** `accept`: troubles that the person has read and goes on in spite of. A name is needed where several people have a passphrase. */
  unlock(passphrase: string, accept?: readonly AcceptableTrouble[], user?: string): Promise<Result<null, Failure>>
  lock(): Promise<void>
  info(): Promise<Output<'register.info'>>
  list(): Promise<readonly StoredCase[]>
  find(reference: string): Promise<StoredCase | undefined>
  /** The case with the last reference of those that are open to this person. */
  newest(): Promise<StoredCase | undefined>
  add(caseFile: CaseFile, operationId: string): Promise<Result<StoredCase, Failure>>
  /** Opens a case of this register under the next reference of a year. The operation's id is the case's: a retry finds what it opened. */
  open(operationId: string, year: number, make: (reference: string) => CaseFile): Promise<Result<StoredCase, Failure>>
  /** Makes the next version if the case is still at the version it was read at; one transaction with its journal entry. */
  change(change: CaseChange): Promise<Result<StoredCase, Failure>>
  /** Notes a read of names in the reader's own chain. */
  recordRead(reference: string, what: string, operationId: string): Promise<void>
}

export type CaseChange = {
  /** The case as it was read; a newer version makes the change stale. */
  readonly before: StoredCase
  readonly steps: readonly ChangeStep[]
  /** What was done in the field's words, past tense. */
  readonly action: string
  readonly operationId: string
  /** What else the journal keeps of it: which operation it undoes. */
  readonly links?: Readonly<Record<string, string>> | undefined
}

export type SetDocument = {
  readonly bytes: Uint8Array
  readonly pages: number
  readonly fileName: string
  readonly checkCode: string | null
}

/** Setting, signing and checking the plan on paper. */
export interface PlansPort {
  set(model: PlanModel, language: Language): Promise<Result<SetDocument, Failure>>
  setDraft(model: DraftModel, language: Language): Promise<Result<SetDocument, Failure>>
  /** File names without anything personal; the same that `set` gives. */
  fileName(copy: { readonly reference: string; readonly version: number; readonly profile: string; readonly language: Language }): string
  sign(unsigned: Uint8Array, language: Language): Promise<Result<Uint8Array, Failure>>
  verify(bytes: Uint8Array, file: string): Promise<Output<'plan.verify'>>
  sha256(bytes: Uint8Array): string
  organisation(): Promise<OrganisationSettings>
  createSigner(request: Input<'signer.create'>): Promise<Output<'signer.show'>>
  /** Damaged and lost are failures: the register knows that it had one. */
  signer(): Promise<Result<Output<'signer.show'> | undefined, Failure>>
}

export interface StagedFile {
  readonly file: string
  /** A disk that is full or a folder that is gone by now is a failure; what was staged is then kept nowhere. */
  commit(): Promise<Result<null, Failure>>
  discard(): Promise<void>
}

/** Files where the user points, and nowhere else. */
export interface FilesPort {
  /** The whole file, unless it holds more than `largest` bytes. */
  read(file: string, largest?: number): Promise<Result<Uint8Array, Failure>>
  /** Puts a file ready beside its place; it appears whole on `commit`, or not at all. Never replaces another's file. */
  stage(folder: string, name: string, bytes: Uint8Array | AsyncIterable<Uint8Array>): Promise<Result<StagedFile, Failure>>
  suggestedFolder(): string
  canChoose(): boolean
  chooseFolder(): Promise<string | null>
  choosePlan(): Promise<string | null>
}

export interface ExchangePort {
  /** Bytes of the largest case file that is looked at. */
  readonly largestFile: number
  read(bytes: Uint8Array): Result<CaseFile, readonly Fault[]>
  write(caseFile: CaseFile): string
  schema(): string
}

export interface Ports {
  readonly clock: Clock
  readonly catalogue: Catalogue
  /** Working days of a country from the year of a day on, for as long as anything can be due. */
  readonly calendar: (country: string, from: string) => WorkingCalendar
  readonly register: RegisterPort
  readonly settings: RegisterSettingsPort
  readonly keys: KeysPort
  /** Absent where a shell works on one given register. */
  readonly places?: PlacesPort | undefined
  readonly people: PeoplePort
  readonly journal: JournalPort
  readonly attachments: AttachmentsPort
  readonly changes: ChangesPort
  readonly drafts: DraftsPort
  readonly plans: PlansPort
  readonly files: FilesPort
  readonly exchange: ExchangePort
  readonly starts: StartsPort
  readonly search: SearchPort
  readonly backup: BackupPort
  readonly questionnaires: QuestionnairesPort
  readonly retention: RetentionPort
  readonly records: PersonRecordPort
  readonly directory: DirectoryPort
  readonly sheets: SheetsPort
  readonly maps: MapsPort
  readonly demonstration: () => boolean
  /** The passphrase that opens a demonstration made since the program started, to be shown; never one that guards a real register. */
  readonly demonstrationPassphrase: () => string | null
  readonly language: Language
  /** Name of the unlocked person; without one, as the signer's certificate says, else the role. */
  readonly user: () => Promise<string>
  /** Writes code and stack, without data, to the local log and returns the id that the user is shown. */
  readonly incident: (error: unknown) => string
}
