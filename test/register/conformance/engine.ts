import { sql } from 'kysely'
import { expect } from 'vitest'
import { migrate, newest, registerMigrations } from '#register/migrations/migrate.ts'
import type { Sentence } from './sentence.ts'

export const engineSentences: readonly Sentence[] = [
  {
    name: 'a migration that fails in its middle takes everything of it back',
    async run(desk) {
      await desk.behindItsBack(async (database) => {
        const from = newest(registerMigrations)
        const broken = { number: from + 10, statements: () => ['CREATE TABLE halfway (id TEXT)', 'CREATE TABLE halfway (id TEXT)'] }
        const running = migrate(database, desk.engine, [broken], from, (transaction, schema) =>
          transaction.updateTable('meta').set({ schema }).execute(),
        )
        await expect(running).rejects.toThrow()
        await expect(sql`SELECT id FROM halfway`.execute(database)).rejects.toThrow()
        expect(await database.selectFrom('meta').select('schema').executeTakeFirst()).toEqual({ schema: from })
      })
    },
  },
  {
    name: 'the steps after the present schema run in order, each with its number',
    async run(desk) {
      const seen: number[] = []
      await desk.behindItsBack(async (database) => {
        const steps = [10, 20, 30].map((number) => ({ number, statements: () => [`CREATE TABLE step_${number} (id TEXT)`] }))
        await migrate(database, desk.engine, steps, 10, async (_, schema) => seen.push(schema))
        for (const number of [20, 30]) await sql.raw(`DROP TABLE step_${number}`).execute(database)
      })
      expect(seen).toEqual([20, 30])
    },
  },
  {
    name: 'a duplicate is told from other errors of the engine',
    async run(desk) {
      await desk.behindItsBack(async (database) => {
        const row = { year: 2026, last: 1 }
        await database.insertInto('reference_counters').values(row).execute()
        const again = await database
          .insertInto('reference_counters')
          .values(row)
          .execute()
          .catch((error: unknown) => error)
        expect(desk.engine.trouble(again)).toBe('duplicate')
        const nonsense = await sql`SELECT nothing FROM nowhere`.execute(database).catch((error: unknown) => error)
        expect(desk.engine.trouble(nonsense)).toBeUndefined()
      })
    },
  },
]
