import type { KeyObject } from 'node:crypto'
import type Database from 'better-sqlite3'

/**
 * Sets cipher and key, then reads once: a wrong key shows only at the first read. The key goes in as `raw:` and 64 hex digits;
 * 32 plain bytes, or one digit fewer, would silently be taken for a passphrase. The types of better-sqlite3 do not know `key`.
 */
export function unlockFile(database: Database.Database, key: KeyObject): void {
  if (!('key' in database) || typeof database.key !== 'function') throw new Error('this build of SQLite cannot encrypt')
  const bytes = key.export()
  const text = Buffer.from(`raw:${bytes.toString('hex')}`)
  bytes.fill(0)
  if (text.length !== 68) throw new Error('a file key has 32 bytes')
  database.pragma("cipher = 'aegis'")
  database.key(text)
  text.fill(0)
  // Before the first read, or the write-ahead log's index would become a file shared with other processes.
  database.pragma('locking_mode = EXCLUSIVE')
  database.pragma('user_version')
}
