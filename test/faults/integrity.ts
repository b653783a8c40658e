import { sql } from 'kysely'
import { sqliteEngine } from '#register/sqlite/engine.ts'
import { unlockVault } from '#vault/unlock.ts'
import { passphrase } from '../support/register-desk.ts'

/** What SQLite itself finds wrong in the files of a closed register: every page is read. */
export async function integrityFaults(folder: string, words = passphrase): Promise<string[]> {
  const vault = await unlockVault(folder, words)
  if (!vault.ok) return [vault.error.code]
  const faults: string[] = []
  for (const file of ['register.db', 'keyring.db']) {
    try {
      const database = await sqliteEngine.open(folder, file, vault.value.fileKey(file))
      try {
        const { rows } = await sql<{ integrity_check: string }>`PRAGMA integrity_check`.execute(database)
        faults.push(...rows.map((row) => row.integrity_check).filter((said) => said !== 'ok'))
        const foreign = await sql`PRAGMA foreign_key_check`.execute(database)
        if (foreign.rows.length > 0) faults.push(`${file}: ${foreign.rows.length} rows without their counterpart`)
      } finally {
        await database.destroy()
      }
    } catch (error) {
      faults.push(`${file}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  return faults
}
