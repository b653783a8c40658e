import type { Output } from '#contract/operations.ts'
import type { JournalMark } from '#domain/plan/plan-context.ts'

/** Places in the journal that somebody kept outside the register. Hashes in hex. */
export type KnownPlaces = {
  readonly heads: readonly { readonly chain: string; readonly seq: number; readonly hash: string }[]
  readonly checkpoints: readonly { readonly number: number; readonly hash: string }[]
}

/** A checkpoint outside the register, and what holds it. */
type Witness = { readonly kind: 'side-file' | 'copy'; readonly name: string; readonly number: number; readonly hash: string }

export type JournalFile = Omit<Output<'journal.export'>, 'file' | 'verifier'> & { readonly pieces: AsyncIterable<Uint8Array> }

export interface JournalPort {
  registerId(): string
  /** What a file from outside says, unchecked: the data attached to a plan, or the JSON that it is; nothing where it is neither. */
  witnessIn(bytes: Uint8Array): { readonly isPlan: boolean; readonly data: unknown }
  /** What the register itself knows to lie outside and can reach now. */
  witnesses(): Promise<readonly Witness[]>
  verify(known: KnownPlaces): Promise<Omit<Output<'journal.verify'>, 'compared'>>
  /** The file of the checker that stands alone. */
  verifier(): string
  /** Signs a checkpoint and gives what a plan carries of the journal: with it, a register put back later is found. */
  mark(reference: string): Promise<JournalMark>
  /** The journal as a file: read while it is written, so that no journal is too large. */
  file(): Promise<JournalFile>
  /** Notes the export in the person's own chain. */
  recordExport(detail: { readonly entries: number; readonly checkpoint: number }, operationId: string): Promise<void>
}
