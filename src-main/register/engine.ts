import type { KeyObject } from 'node:crypto'
import type { Kysely } from 'kysely'

/** What an error of the engine means to the register; anything else is a bug. */
export type Trouble = 'duplicate' | 'busy' | 'damaged' | 'denied' | 'full'

/** The words in which engines differ when a table is made. */
export type TableWords = { readonly bytes: string; readonly whole: string; readonly end: string }

/**
 * One database engine. Everything else of the register is common to all: plain types, no JSON, text search, collation or LIKE in SQL.
 * `open` proves its settings by reading them back, and reads once, so that a wrong key shows at once.
 *
 * While a register is open, nobody may open one of its database files by any other means, not even to read a byte:
 * closing that file again makes the system drop the locks of the whole process, and a second program gets in.
 */
export type Engine = {
  readonly name: string
  readonly words: TableWords
  open<Tables>(folder: string, file: string, key: KeyObject): Promise<Kysely<Tables>>
  /** Of a closed file only. A forgotten key gives a readable database without a word. */
  isEncrypted(folder: string, file: string): Promise<boolean>
  /**
   * The bytes of a file that its encryption does not vouch for, in hex: they never change, so whoever remembers them finds them changed.
   * Nothing where there are none, or where this program has the file open.
   */
  unprotected(folder: string, file: string): Promise<string | undefined>
  trouble(error: unknown): Trouble | undefined
}
