import type Database from 'better-sqlite3'
import type { SqliteDatabase, SqliteStatement } from 'kysely'

const most = 200

/**
 * SQLite rolls back by itself what a full disk has interrupted. Rolled back once more it would complain, and that complaint would hide
 * the first one from whoever has to hear that the disk is full.
 */
const rolledBackAlready: SqliteStatement = {
  reader: false,
  all: () => [],
  run: () => ({ changes: 0, lastInsertRowid: 0 }),
  iterate: () => [].values(),
}

/** Prepares each text of SQL once. Lists of many lengths make many texts, hence the ceiling. */
export function withStatementCache(database: Database.Database, close: () => void): SqliteDatabase {
  const statements = new Map<string, Database.Statement>()
  return {
    close,
    prepare(text) {
      if (text === 'rollback' && !database.inTransaction) return rolledBackAlready
      const known = statements.get(text)
      if (known !== undefined) return known
      if (statements.size >= most) statements.clear()
      const statement = database.prepare(text)
      statements.set(text, statement)
      return statement
    },
  }
}
