import type { CaseFile } from '#domain/case/case-file.ts'
import type { ChangeStep } from '#domain/changes/steps.ts'

/** An entry of a case's chain. Steps are empty where the entry changed nothing, or where its detail cannot be read. */
export type CaseEntry = {
  readonly seq: number
  readonly operationId: string
  /** UTC instant. */
  readonly at: string
  readonly actor: string
  readonly action: string
  readonly version: number | undefined
  readonly steps: readonly ChangeStep[]
  readonly undoes: string | undefined
  readonly redoes: string | undefined
  readonly of: string | undefined
}

/** What was done to a case, and how it stood before and after. */
export interface ChangesPort {
  /** Id of the person at the screen. */
  me(): string
  /** A person's name as colleagues know it; nothing where the register does not say. */
  nameOf(person: string): Promise<string | undefined>
  /** The newest first, from before an entry. */
  entries(caseId: string, limit: number, before?: number): Promise<readonly CaseEntry[]>
  at(caseId: string, version: number): Promise<CaseFile>
  /** Minutes until a note locks, as the office has set them. */
  noteLockMinutes(): Promise<number>
}
