import { join } from 'node:path'
import Database from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import type { Engine, Trouble } from '../engine.ts'
import { sqliteCopies } from './copies.ts'
import { withStatementCache } from './statement-cache.ts'
import { unlockFile } from './unlock-file.ts'

// Set in this order, after the key; then each is read back. WAL alone would silently mean synchronous=NORMAL,
// and the default temp_store writes readable text to the disk.
const settings = [
  ['locking_mode', 'EXCLUSIVE', 'exclusive'],
  ['temp_store', 'MEMORY', 2],
  ['journal_mode', 'WAL', 'wal'],
  ['synchronous', 'FULL', 2],
  ['secure_delete', 'ON', 1],
  ['foreign_keys', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
  ['cache_size', '-65536', -65536],
] as const

const troubles: readonly (readonly [RegExp, Trouble])[] = [
  [/^SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY)$/, 'duplicate'],
  [/^SQLITE_(BUSY|LOCKED)/, 'busy'],
  [/^SQLITE_(NOTADB|CORRUPT|IOERR_DATA|IOERR_SHORT_READ)/, 'damaged'],
  [/^SQLITE_(READONLY|CANTOPEN|PERM|IOERR_LOCK)/, 'denied'],
  [/^SQLITE_FULL/, 'full'],
]

/** Spells HEMV. */
const applicationId = 1_212_501_334

function prepareConnection(database: Database.Database): void {
  for (const [name, value, expected] of settings) {
    database.pragma(`${name} = ${value}`)
    if (database.pragma(name, { simple: true }) !== expected) throw new Error(`SQLite did not take ${name} = ${value}`)
  }
  // The first transaction that may write takes the exclusive lock and keeps it. A file that has its number already is not touched.
  const named = database.pragma('application_id', { simple: true }) === applicationId
  database.exec(`BEGIN IMMEDIATE; ${named ? '' : `PRAGMA application_id = ${applicationId};`} COMMIT; PRAGMA wal_checkpoint(TRUNCATE)`)
}

export const sqliteEngine: Engine = {
  ...sqliteCopies,
  name: 'sqlite',
  words: { bytes: 'BLOB', whole: 'INTEGER', end: 'STRICT' },
  async open<Tables>(folder: string, file: string, key: Parameters<Engine['open']>[2]) {
    const path = join(folder, file)
    const database = new Database(path, { timeout: 250 })
    try {
      unlockFile(database, key)
      prepareConnection(database)
    } catch (error) {
      database.close()
      throw error
    }
    return new Kysely<Tables>({ dialect: new SqliteDialect({ database: withStatementCache(database) }) })
  },
  trouble(error) {
    const code = error instanceof Database.SqliteError ? error.code : ''
    return troubles.find(([pattern]) => pattern.test(code))?.[1]
  },
}
