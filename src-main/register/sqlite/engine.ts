import { closeSync, existsSync, openSync, readSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { Kysely, SqliteDialect, sql } from 'kysely'
import type { Engine, Trouble } from '../engine.ts'
import { closeTight } from './close-tight.ts'
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

/** The number spells HEMV. */
const mark = 1212501334

function prepareConnection(database: Database.Database): void {
  // Counts only before the first table is made; without it, free pages cannot be given back at closing. Said again it would write.
  if (database.pragma('page_count', { simple: true }) === 0) database.pragma('auto_vacuum = INCREMENTAL')
  for (const [name, value, expected] of settings) {
    database.pragma(`${name} = ${value}`)
    if (database.pragma(name, { simple: true }) !== expected) throw new Error(`SQLite did not take ${name} = ${value}`)
  }
  // The first look into the log has taken the exclusive lock, which is kept. A file that has the mark already is left as it is.
  if (database.pragma('application_id', { simple: true }) === mark) return
  database.exec(`BEGIN IMMEDIATE; PRAGMA application_id = ${mark}; COMMIT; PRAGMA wal_checkpoint(TRUNCATE)`)
}

// Salt (of no use to a raw key), page size, versions and fractions stand in the clear.
const clearBytes = 24
const modes = [18, 19]

/** Files that this program has open: to open one of them otherwise and close it again would drop their locks. */
const openHere = new Set<string>()

const placeOf = (folder: string, file: string) => join(existsSync(folder) ? realpathSync(folder) : folder, file)

function clearHead(path: string): string {
  const head = Buffer.alloc(clearBytes)
  const file = openSync(path, 'r')
  try {
    readSync(file, head, 0, clearBytes, 0)
    // A copy says at these two places that it has no log (1), a file that was opened once that it has one (2): both are as they should be.
    for (const at of modes) if (head[at] === 1) head[at] = 2
    return head.toString('hex')
  } finally {
    closeSync(file)
  }
}

async function emptyLog<Tables>(database: Kysely<Tables>): Promise<void> {
  await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(database)
}

export const sqliteEngine: Engine = {
  ...sqliteCopies,
  name: 'sqlite',
  words: { bytes: 'BLOB', whole: 'INTEGER', end: 'STRICT' },
  async open<Tables>(folder: string, file: string, key: Parameters<Engine['open']>[2]) {
    const path = placeOf(folder, file)
    const database = new Database(path, { timeout: 250 })
    try {
      unlockFile(database, key)
      prepareConnection(database)
    } catch (error) {
      database.close()
      throw error
    }
    openHere.add(path)
    const close = () => {
      closeTight(database)
      openHere.delete(path)
    }
    return new Kysely<Tables>({ dialect: new SqliteDialect({ database: withStatementCache(database, close) }) })
  },
  async foldLog(database) {
    await sql`PRAGMA wal_checkpoint(FULL)`.execute(database)
  },
  async unprotected(folder, file) {
    const path = placeOf(folder, file)
    return openHere.has(path) || !existsSync(path) ? undefined : clearHead(path)
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
