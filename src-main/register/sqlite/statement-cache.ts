import type Database from 'better-sqlite3'
import type { SqliteDatabase } from 'kysely'

const most = 200

/** Prepares each text of SQL once. Lists of many lengths make many texts, hence the ceiling. */
export function withStatementCache(database: Database.Database, close: () => void): SqliteDatabase {
  const statements = new Map<string, Database.Statement>()
  return {
    close,
    prepare(asked) {
      // A full disk makes SQLite take the transaction back by itself; taking it back again would fail and hide why.
      const text = asked === 'rollback' && !database.inTransaction ? 'SELECT 1' : asked
      const known = statements.get(text)
      if (known !== undefined) return known
      if (statements.size >= most) statements.clear()
      const statement = database.prepare(text)
      statements.set(text, statement)
      return statement
    },
  }
}
