import type Database from 'better-sqlite3'

/**
 * Closes a file so that it holds no page that no table uses: nothing reads such a page, so a byte flipped in it would never be seen.
 * A file made before this was so is rewritten once. What cannot be tidied now (a full disk, a damaged page) is tidied next time.
 */
export function closeTight(database: Database.Database): void {
  try {
    if (database.open && database.pragma('freelist_count', { simple: true }) !== 0) {
      if (database.pragma('auto_vacuum', { simple: true }) === 0) database.exec('PRAGMA auto_vacuum = INCREMENTAL; VACUUM')
      database.exec('PRAGMA incremental_vacuum')
    }
  } catch {
    // The pages stay free, and everything written stays written.
  } finally {
    database.close()
  }
}
