import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { Kysely, SqliteDialect, sql } from 'kysely'
import type { Engine, Trouble } from '../engine.ts'
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

function prepareConnection(database: Database.Database): void {
  for (const [name, value, expected] of settings) {
    database.pragma(`${name} = ${value}`)
    if (database.pragma(name, { simple: true }) !== expected) throw new Error(`SQLite did not take ${name} = ${value}`)
  }
  // The first write takes the exclusive lock and keeps it. The number spells HEMV.
  database.exec('BEGIN IMMEDIATE; PRAGMA application_id = 1212501334; COMMIT; PRAGMA wal_checkpoint(TRUNCATE)')
}

async function emptyLog<Tables>(database: Kysely<Tables>): Promise<void> {
  await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(database)
}

export const sqliteEngine: Engine = {
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
  async isEncrypted(folder, file) {
    const head = (await readFile(join(folder, file))).subarray(0, 16)
    return head.length === 16 && !head.toString('latin1').startsWith('SQLite format')
  },
  async scrub(database) {
    await sql`VACUUM`.execute(database)
    await emptyLog(database)
  },
  emptyLog,
  trouble(error) {
    const code = error instanceof Database.SqliteError ? error.code : ''
    return troubles.find(([pattern]) => pattern.test(code))?.[1]
  },
}
