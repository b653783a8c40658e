import { type KyselyPlugin, sql } from 'kysely'
import type { Engine } from '#register/engine.ts'
import { sqliteEngine } from '#register/sqlite/engine.ts'

/** Counts every statement and lets `strike` do what it does before the one of that number runs. */
export function strikingEngine(at: number, strike: () => void): Engine & { readonly seen: () => number } {
  let seen = 0
  const plugin: KyselyPlugin = {
    transformQuery({ node }) {
      seen += 1
      if (seen === at) strike()
      return node
    },
    transformResult: async ({ result }) => result,
  }
  return {
    ...sqliteEngine,
    seen: () => seen,
    async open<Tables>(folder: string, file: string, key: Parameters<Engine['open']>[2]) {
      const database = await sqliteEngine.open<Tables>(folder, file, key)
      // Kysely closes only what it has once used.
      await sql`SELECT 1`.execute(database)
      return database.withPlugin(plugin)
    },
  }
}
