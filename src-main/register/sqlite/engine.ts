import { closeSync, existsSync, openSync, readSync, realpathSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import type { Engine, Trouble } from '../engine.ts'
import { closeTight } from './close-tight.ts'
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
  // Counts only before the first table is made; without it, free pages cannot be given back at closing.
  database.pragma('auto_vacuum = INCREMENTAL')
  for (const [name, value, expected] of settings) {
    database.pragma(`${name} = ${value}`)
    if (database.pragma(name, { simple: true }) !== expected) throw new Error(`SQLite did not take ${name} = ${value}`)
  }
  // The first write takes the exclusive lock and keeps it. The number spells HEMV.
  database.exec('BEGIN IMMEDIATE; PRAGMA application_id = 1212501334; COMMIT; PRAGMA wal_checkpoint(TRUNCATE)')
}

// Salt (of no use to a raw key), page size, versions and fractions stand in the clear.
const clearBytes = 24

/** Files that this program has open: to open one of them otherwise and close it again would drop their locks. */
const openHere = new Set<string>()

const placeOf = (folder: string, file: string) => join(existsSync(folder) ? realpathSync(folder) : folder, file)

function clearHead(path: string): string {
  const head = Buffer.alloc(clearBytes)
  const file = openSync(path, 'r')
  try {
    readSync(file, head, 0, clearBytes, 0)
    return head.toString('hex')
  } finally {
    closeSync(file)
  }
}

export const sqliteEngine: Engine = {
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
  async isEncrypted(folder, file) {
    const head = (await readFile(join(folder, file))).subarray(0, 16)
    return head.length === 16 && !head.toString('latin1').startsWith('SQLite format')
  },
  async unprotected(folder, file) {
    const path = placeOf(folder, file)
    return openHere.has(path) || !existsSync(path) ? undefined : clearHead(path)
  },
  trouble(error) {
    const code = error instanceof Database.SqliteError ? error.code : ''
    return troubles.find(([pattern]) => pattern.test(code))?.[1]
  },
}
