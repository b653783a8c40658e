import { join } from 'node:path'
import { type CompiledQuery, type Kysely, sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { hotQueries } from '#register/queries.ts'
import { sqliteEngine } from '#register/sqlite/engine.ts'
import type { RegisterTables } from '#register/tables.ts'
import { unlockVault } from '#vault/unlock.ts'
import { inFolder, newRegister, passphrase } from '../support/register-desk.ts'

function onBareTables<Tables, Value>(file: string, work: (database: Kysely<Tables>) => Promise<Value>): Promise<Value> {
  return inFolder(async (place) => {
    const folder = join(place, 'register')
    await (await newRegister(folder, sqliteEngine)).close()
    const vault = await unlockVault(folder, passphrase)
    if (!vault.ok) throw new Error(vault.error.code)
    const database = await sqliteEngine.open<Tables>(folder, file, vault.value.fileKey(file))
    try {
      return await work(database)
    } finally {
      await database.destroy()
    }
  })
}

async function schemaOf<Tables>(database: Kysely<Tables>): Promise<string> {
  const rows = await sql<{ sql: string }>`SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name`.execute(database)
  return rows.rows.map((row) => row.sql).join('\n\n')
}

async function planOf(database: Kysely<RegisterTables>, query: CompiledQuery): Promise<string[]> {
  const explain = { ...query, sql: `EXPLAIN QUERY PLAN ${query.sql}` }
  const { rows } = await database.executeQuery<{ detail: string }>(explain)
  return rows.map((row) => row.detail)
}

describe('the schema that existing registers have', () => {
  it('of the register is what its migrations made', async () => {
    await expect(await onBareTables('register.db', schemaOf)).toMatchFileSnapshot('schema-register.sql')
  })

  it('of the keyring is what its migrations made', async () => {
    await expect(await onBareTables('keyring.db', schemaOf)).toMatchFileSnapshot('schema-keyring.sql')
  })

  it('has no trigger, no view and no table that lets a wrong type in', async () => {
    const schema = await onBareTables('register.db', schemaOf)
    expect(schema).not.toMatch(/TRIGGER|VIEW|VIRTUAL/i)
    expect(schema.match(/CREATE TABLE/g)?.length).toBe(schema.match(/\) STRICT$/gm)?.length)
  })
})

describe('the queries behind every click', () => {
  it('find their rows by an index and need no sorting', async () => {
    await onBareTables<RegisterTables, void>('register.db', async (database) => {
      for (const [name, query] of Object.entries(hotQueries(database))) {
        const steps = await planOf(database, query)
        expect(steps.length, name).toBeGreaterThan(0)
        for (const step of steps) expect(step, name).toMatch(/^SEARCH \w+ USING /)
      }
    })
  })
})
