import type { Failure } from '#contract/operations.ts'
import type { Advice } from '#domain/advice/advice.ts'
import type { OwnCountry } from '#domain/countries/profile.ts'
import type { SheetWords } from '#domain/partners/cells.ts'
import type { Partner, Position } from '#domain/partners/partner.ts'
import type { Result } from '#domain/result.ts'

/** A record and its version. */
export type Kept<Content> = { readonly version: number; readonly content: Content }
export type WrittenVersion = { readonly version: number; readonly at: string; readonly by: string }

export type ToKeep =
  | { readonly kind: 'partner'; readonly before: number; readonly content: Partner }
  | { readonly kind: 'advice'; readonly before: number; readonly content: Advice }
  | { readonly kind: 'country'; readonly before: number; readonly content: OwnCountry }

export type SheetFile = {
  readonly name: string
  readonly heading: readonly string[]
  readonly rows: readonly (readonly (string | number)[])[]
}

/** Records of the register that belong to no case. */
export interface DirectoryPort {
  partners(): Promise<readonly Kept<Partner>[]>
  partner(id: string): Promise<Kept<Partner> | undefined>
  countries(): Promise<readonly Kept<OwnCountry>[]>
  advice(year: number): Promise<readonly Kept<Advice>[]>
  adviceOf(id: string): Promise<Kept<Advice> | undefined>
  adviceYears(): Promise<readonly number[]>
  /** Who wrote which version of a partner, the first one first. */
  partnerVersions(id: string): Promise<readonly WrittenVersion[]>
  /** All or none, with one journal entry; a record that somebody changed since is refused as stale. */
  keep(act: { readonly action: string; readonly operationId: string; readonly records: readonly ToKeep[] }): Promise<Result<null, Failure>>
  /** In the chain of whoever is at the screen. */
  recordRead(act: {
    readonly action: 'partner.read' | 'partners.exported' | 'advice.exported'
    readonly operationId: string
    readonly detail: unknown
  }): Promise<void>
  /** A ULID for a record that does not exist yet. */
  newId(): string
}

export interface SheetsPort {
  /** Bytes of the largest sheet that is looked at. */
  readonly largest: number
  read(bytes: Uint8Array): Promise<Result<readonly (readonly string[])[], Failure>>
  write(format: 'csv' | 'xlsx', sheet: SheetFile): Promise<Uint8Array>
  /** SHA-256 of a text, in hex. */
  digest(text: string): string
  /** The words of partner sheets in every language, that of this window first. */
  readonly words: SheetWords
  /** A text in the language of this window. */
  text(key: string, values?: Readonly<Record<string, string | number>>): string
}

export interface MapsPort {
  /** Rings in hundredths of a degree; empty where there is no map. */
  rings(country: string): readonly string[]
  towns(country: string): readonly (Position & { readonly name: string })[]
}
