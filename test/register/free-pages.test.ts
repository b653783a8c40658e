import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { sqliteEngine } from '#register/sqlite/engine.ts'
import type { RegisterTables } from '#register/tables.ts'
import { unlockVault } from '#vault/unlock.ts'
import { accepted, inFolder, newRegister, passphrase, reopen } from '../support/register-desk.ts'

async function bare<Value>(folder: string, work: (database: Awaited<ReturnType<typeof open>>) => Promise<Value>): Promise<Value> {
  const database = await open(folder)
  try {
    return await work(database)
  } finally {
    await database.destroy()
  }
}

async function open(folder: string) {
  const vault = await unlockVault(folder, passphrase)
  if (!vault.ok) throw new Error(vault.error.code)
  return sqliteEngine.open<RegisterTables>(folder, 'register.db', vault.value.fileKey('register.db'))
}

it.for([
  ['made today', 'PRAGMA user_version'],
  ['made before this was so', 'PRAGMA auto_vacuum = NONE; VACUUM'],
])('a register %s that had something erased holds no free page once it is closed', ([, before]) =>
  inFolder(async (place) => {
    const folder = join(place, 'register')
    await (await newRegister(folder, sqliteEngine)).close()
    for (const statement of before?.split(';') ?? []) await bare(folder, (database) => sql.raw(statement).execute(database))
    const { size } = statSync(join(folder, 'register.db'))
    await bare(folder, async (database) => {
      const row = { case_id: 'erased', version: 1, document: new Uint8Array(300_000) }
      await database.insertInto('case_versions').values(row).execute()
      await database.deleteFrom('case_versions').where('case_id', '=', 'erased').execute()
    })
    expect(readFileSync(join(folder, 'register.db')).length - size).toBeLessThan(30_000)
    const register = accepted(await reopen(folder, sqliteEngine))
    expect(accepted(await register.verifyJournal()).intact).toBe(true)
    await register.close()
  }),
)
