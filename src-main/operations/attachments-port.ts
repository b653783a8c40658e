import type { Failure } from '#contract/operations.ts'
import type { FileKind } from '#domain/attachments/file-kind.ts'
import type { ChangeStep } from '#domain/changes/steps.ts'
import type { Result } from '#domain/result.ts'

/** What a file is said to be the paper of. */
export type Described = {
  readonly documentType?: string | undefined
  readonly issuedOn?: string | undefined
  readonly issuer?: string | undefined
  /** The title of its row. */
  readonly title?: string | undefined
  /** Local id of the row of the case that names this file. */
  readonly document?: string | undefined
}

export type FileFacts = { readonly name: string; readonly kind: FileKind; readonly mediaType: string; readonly sha256: string }

export type StoredAttachment = {
  readonly id: string
  readonly caseId: string
  readonly addedAt: string
  readonly removed: boolean
  readonly size: number
  readonly parts: number
  readonly file: FileFacts
  readonly described: Described
}

/** A change of the case that is written together with that of the attachment, or not at all. */
export type AlongWith = { readonly expectedVersion: number; readonly steps: readonly ChangeStep[] }

type Act = { readonly id: string; readonly operationId: string; readonly along: AlongWith | undefined }

export type Upload = { readonly caseId: string; readonly name: string; readonly bytes: Uint8Array }

/** The files of the cases, sealed in the register, and those on their way in. */
export interface AttachmentsPort {
  /** Bytes of the largest file that is taken. */
  readonly largest: number
  add(request: {
    readonly caseId: string
    readonly file: FileFacts
    readonly described: Described
    readonly bytes: Uint8Array
    readonly operationId: string
    readonly along: AlongWith | undefined
  }): Promise<Result<{ readonly id: string; readonly sameContent: readonly string[] }, Failure>>
  list(caseId: string): Promise<readonly StoredAttachment[]>
  /** One part as base64, counted from 1. */
  readPart(id: string, part: number): Promise<Result<string, Failure>>
  readWhole(id: string): Promise<Result<Uint8Array, Failure>>
  remove(act: Act & { readonly removed: boolean }): Promise<Result<null, Failure>>
  change(act: Act & { readonly described: Described }): Promise<Result<null, Failure>>
  recordExport(caseId: string, detail: Readonly<Record<string, string>>, operationId: string): Promise<void>
  /** Files in memory that wait for their last part; never on a disk, and gone at the lock. */
  begin(caseId: string, name: string, size: number): Result<string, Failure>
  part(upload: string, number: number, base64: string): Result<null, Failure>
  /** Hands out a file that is there whole and leaves it waiting, so that a refused one can be tried again. */
  upload(upload: string): Result<Upload, Failure>
  drop(upload: string): void
  /** Remembers until the lock that a file was opened for reading. */
  opened(id: string): void
  isOpened(id: string): boolean
}
