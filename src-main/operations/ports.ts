import type { Failure, Output } from '#contract/operations.ts'
import type { CaseFile } from '#domain/case/case-file.ts'
import type { Catalogue } from '#domain/catalogue/catalogue.ts'
import type { WorkingCalendar } from '#domain/catalogue/follow-up.ts'
import type { PlanModel } from '#domain/plan/plan-model.ts'
import type { Result } from '#domain/result.ts'

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
  unlock(passphrase: string): Promise<Result<null, Failure>>
  lock(): Promise<void>
  info(): Promise<Output<'register.info'>>
  list(): Promise<readonly StoredCase[]>
  find(reference: string): Promise<StoredCase | undefined>
  add(caseFile: CaseFile, operationId: string): Promise<Result<StoredCase, Failure>>
  /** Replaces the document if the case is still at the version it was read at; one transaction with its journal entry. */
  change(change: CaseChange): Promise<Result<StoredCase, Failure>>
  /** Notes a read of names in the reader's own chain. */
  recordRead(reference: string, what: string, operationId: string): Promise<void>
  /** Newest hash of a case's chain. */
  journalHead(reference: string): Promise<string>
  verifyJournal(): Promise<Output<'journal.verify'>>
}

export type CaseChange = {
  readonly before: StoredCase
  readonly after: CaseFile
  /** Paths that changed, `transfers.log`; no values. */
  readonly paths: readonly string[]
  readonly action: string
  readonly operationId: string
}

export type SetPlan = {
  readonly bytes: Uint8Array
  readonly pages: number
  readonly fileName: string
  readonly checkCode: string | undefined
}

export type Signer = {
  readonly name: string
  readonly position: string
  readonly organisation: string
  readonly place: string
  readonly fingerprint: string
}

/** Setting, signing and checking the plan on paper. */
export interface PlansPort {
  set(model: PlanModel, language: Language): Promise<Result<SetPlan, Failure>>
  signer(): Promise<Signer | undefined>
  sign(unsigned: Uint8Array, language: Language, at: string): Promise<Result<Uint8Array, Failure>>
  verify(bytes: Uint8Array, file: string): Promise<Output<'plan.verify'>>
  hash(text: string): string
  organisation(): OrganisationSettings
}

/** Settings of the office that a plan prints. */
export type OrganisationSettings = {
  readonly name: string
  readonly phone: string
  readonly authority: string
  readonly provision: string | undefined
}

/** Files where the user points, and nowhere else. */
export interface FilesPort {
  read(file: string): Promise<Result<Uint8Array, Failure>>
  /** Writes the whole file or nothing; refuses to replace another's file. Returns its full path. */
  write(folder: string, name: string, bytes: Uint8Array): Promise<Result<string, Failure>>
  suggestedFolder(): string
  canChoose(): boolean
  chooseFolder(): Promise<string | null>
  choosePlan(): Promise<string | null>
}

export interface ExchangePort {
  read(bytes: Uint8Array): Result<CaseFile, readonly import('#contract/operations.ts').Fault[]>
  write(caseFile: CaseFile): string
  schema(): string
}

export interface Ports {
  readonly clock: Clock
  readonly catalogue: Catalogue
  readonly calendar: (country: string, years: readonly number[]) => WorkingCalendar
  readonly register: RegisterPort
  readonly plans: PlansPort
  readonly files: FilesPort
  readonly exchange: ExchangePort
  readonly demonstration: boolean
  readonly language: Language
  readonly user: string
  /** Writes code and stack, without data, to the local log and returns the id that the user is shown. */
  readonly incident: (error: unknown) => string
}
