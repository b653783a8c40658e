import type { Result } from '#domain/result.ts'

/** The four states of a case that SQL may see. */
export type CaseStatus = 'active' | 'paused' | 'handed-over' | 'closed'

/** What SQL may see of a case, and the headline for lists, which it may not: that is sealed. Names nobody in the clear. */
export type Projection = {
  readonly status: CaseStatus
  readonly unit: string
  readonly nextDue: string | undefined
  readonly eraseAfter: string | undefined
  readonly headline: unknown
  /** Narrows who may break the glass; not a column. */
  readonly protectedIdentity: boolean
}

/** A text of a case; `hidden` is how it reads while names are hidden, absent where it is itself a name. */
export type SearchPassage = { readonly area: string; readonly text: string; readonly hidden: string | undefined }

/** The least a canonical case document has. */
export type AnyCase = { readonly id: string; readonly reference: string }

/**
 * How the register reads its documents, which it otherwise does not understand.
 * `number` goes up with each shape of the document; a document of a higher number is neither opened nor overwritten.
 * `parse` gives every fault at once (a path and what was expected, no values).
 */
export type CaseForm<Document extends AnyCase> = {
  readonly number: number
  /** Tells what `parse` accepts. A document that was sealed under the same one has been accepted, and is not parsed again when it is read. */
  readonly shape: string
  parse(value: unknown): Result<Document, readonly string[]>
  project(document: Document): Projection
  /** What search may find of it. */
  passages(document: Document): readonly SearchPassage[]
  /** What a change would alter that may not be altered any more, as a code; nothing where it may be made. */
  immutable?(before: Document, after: Document): string | undefined
}
