import type { KeyObject } from 'node:crypto'
import type { Kysely } from 'kysely'

/** What an error of the engine means to the register; anything else is a bug. */
export type Trouble = 'duplicate' | 'busy' | 'damaged' | 'denied' | 'full'

/** The words in which engines differ when a table is made. */
export type TableWords = { readonly bytes: string; readonly whole: string; readonly end: string }

/** Every page of a file, read and checked. */
export type Examined = { readonly pages: number; readonly faults: number }

/**
 * One database engine. Everything else of the register is common to all: plain types, no JSON, text search, collation or LIKE in SQL.
 * `open` proves its settings by reading them back, and reads once, so that a wrong key shows at once. Of a file that was closed
 * it changes no byte: a register that is refused stays as it was.
 *
 * While a register is open, nobody may open one of its database files by any other means, not even to read a byte:
 * closing that file again makes the system drop the locks of the whole process, and a second program gets in.
 */
export type Engine = {
  readonly name: string
  readonly words: TableWords
  open<Tables>(folder: string, file: string, key: KeyObject): Promise<Kysely<Tables>>
  /** Brings what lies only in a log over into the file itself, so that the file alone holds all that was written until now. */
  foldLog<Tables>(database: Kysely<Tables>): Promise<void>
  /** Of a closed file only. A forgotten key gives a readable database without a word. */
  isEncrypted(folder: string, file: string): Promise<boolean>
  /**
   * The bytes of a file that its encryption does not vouch for, in hex: they never change, so whoever remembers them finds them changed.
   * Nothing where there are none, or where this program has the file open.
   */
  unprotected(folder: string, file: string): Promise<string | undefined>
  /** Writes a whole copy, with the same key, to a path where nothing is yet; one moment of the database. Not yet flushed to the disk. */
  copyInto<Tables>(database: Kysely<Tables>, path: string): Promise<void>
  /** Opens what `copyInto` wrote, to read only: no byte of it changes. */
  openCopy<Tables>(folder: string, file: string, key: KeyObject): Promise<Kysely<Tables>>
  examine<Tables>(database: Kysely<Tables>): Promise<Examined>
  trouble(error: unknown): Trouble | undefined
  /** Makes sure that no byte of anything deleted is left: in pages, in free pages, in the log. Rewrites the file. */
  scrub<Tables>(database: Kysely<Tables>): Promise<void>
  /** Empties the log of changes into the file. */
  emptyLog<Tables>(database: Kysely<Tables>): Promise<void>
}
