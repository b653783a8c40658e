import type { KeyObject } from 'node:crypto'
import type { Kysely } from 'kysely'

/** What an error of the engine means to the register; anything else is a bug. */
export type Trouble = 'duplicate' | 'busy' | 'damaged' | 'denied' | 'full'

/** The words in which engines differ when a table is made. */
export type TableWords = { readonly bytes: string; readonly whole: string; readonly end: string }

/**
 * One database engine. Everything else of the register is common to all: plain types, no JSON, text search, collation or LIKE in SQL.
 * `open` proves its settings by reading them back, and reads once, so that a wrong key shows at once.
 */
export type Engine = {
  readonly name: string
  readonly words: TableWords
  open<Tables>(folder: string, file: string, key: KeyObject): Promise<Kysely<Tables>>
  trouble(error: unknown): Trouble | undefined
}
