import type Database from 'better-sqlite3'
import type { SqliteDatabase } from 'kysely'
import { closeTight } from './close-tight.ts'

const most = 200

/** Prepares each text of SQL once. Lists of many lengths make many texts, hence the ceiling. */
export function withStatementCache(database: Database.Database): SqliteDatabase {
  const statements = new Map<string, Database.Statement>()
  return {
    close: () => closeTight(database),
    prepare(text) {
      const known = statements.get(text)
      if (known !== undefined) return known
      if (statements.size >= most) statements.clear()
      const statement = database.prepare(text)
      statements.set(text, statement)
      return statement
    },
  }
}
