import { open } from 'node:fs/promises'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { Kysely, SqliteDialect, sql } from 'kysely'
import type { Engine, Examined } from '../engine.ts'
import { withStatementCache } from './statement-cache.ts'
import { unlockFile } from './unlock-file.ts'

/** What an engine does with whole files: copying an open one, and reading a copy without changing a byte of it. */
export const sqliteCopies: Pick<Engine, 'copyInto' | 'openCopy' | 'examine' | 'isEncrypted'> = {
  // The copy has the same key, no write-ahead log and none of the pages that deleted rows left behind.
  async copyInto(database, path) {
    await sql`VACUUM INTO ${path}`.execute(database)
  },
  async openCopy<Tables>(folder: string, file: string, key: Parameters<Engine['openCopy']>[2]) {
    const database = new Database(join(folder, file), { readonly: true, fileMustExist: true })
    try {
      unlockFile(database, key)
      database.pragma('temp_store = MEMORY')
    } catch (error) {
      database.close()
      throw error
    }
    return new Kysely<Tables>({ dialect: new SqliteDialect({ database: withStatementCache(database, () => database.close()) }) })
  },
  async examine(database): Promise<Examined> {
    const [count] = (await sql<{ page_count: number }>`PRAGMA page_count`.execute(database)).rows
    const { rows } = await sql<{ integrity_check: string }>`PRAGMA integrity_check`.execute(database)
    const faults = rows.filter((row) => row.integrity_check !== 'ok').length
    return { pages: count?.page_count ?? 0, faults }
  },
  async isEncrypted(folder, file) {
    const handle = await open(join(folder, file))
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(16), 0, 16, 0)
      return bytesRead === 16 && !buffer.toString('latin1').startsWith('SQLite format')
    } finally {
      await handle.close()
    }
  },
}
