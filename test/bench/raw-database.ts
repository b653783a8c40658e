import type { KeyObject } from 'node:crypto'
import Database from 'better-sqlite3'

/** A database with the register's settings and nothing of ours above it; without a key it is plain. */
export function openRaw(path: string, key?: KeyObject): Database.Database {
  const database = new Database(path)
  if (key !== undefined) {
    database.pragma("cipher = 'aegis'")
    database.pragma(`key = "raw:${key.export().toString('hex')}"`)
  }
  database.pragma('locking_mode = EXCLUSIVE')
  for (const setting of ['temp_store = MEMORY', 'journal_mode = WAL', 'synchronous = FULL', 'secure_delete = ON', 'cache_size = -65536'])
    database.pragma(setting)
  return database
}
