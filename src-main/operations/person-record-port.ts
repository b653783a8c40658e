import type { Failure } from '#contract/operations.ts'
import type { Access, HeldFile, PersonRecord } from '#domain/access-request/record-for.ts'
import type { Result } from '#domain/result.ts'
import type { Language } from './ports.ts'

/** What an access request needs besides the case itself. */
export interface PersonRecordPort {
  accesses(caseId: string): Promise<readonly Access[]>
  /** Files kept in the case beside the documents that it names. */
  files(caseId: string): Promise<readonly HeldFile[]>
  set(
    record: PersonRecord,
    language: Language,
    issuedAt: string,
  ): Promise<Result<{ readonly bytes: Uint8Array; readonly pages: number; readonly fileName: string }, Failure>>
  /** Notes the export, with its purpose and the digest of the file, in the exporter's own chain. */
  note(caseId: string, person: string, purpose: string, bytes: Uint8Array, operationId: string): Promise<void>
}
