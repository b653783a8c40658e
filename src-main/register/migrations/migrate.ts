import { type Kysely, sql, type Transaction } from 'kysely'
import type { Engine, TableWords } from '../engine.ts'
import * as keyringFirst from './keyring/0010-first.ts'
import * as keyringStanding from './keyring/0020-standing.ts'
import * as registerFirst from './register/0010-first.ts'
import * as registerPeopleAndPapers from './register/0020-people-and-papers.ts'
import * as registerDirectory from './register/0030-directory-and-drafts.ts'

/** One step of a schema, numbered in tens. Forward only; a shipped step is never edited. */
export type Migration = { readonly number: number; readonly statements: (words: TableWords) => readonly string[] }

export const registerMigrations: readonly Migration[] = [registerFirst, registerPeopleAndPapers, registerDirectory]
export const keyringMigrations: readonly Migration[] = [keyringFirst, keyringStanding]

export function newest(migrations: readonly Migration[]): number {
  return migrations.at(-1)?.number ?? 0
}

/** Runs every step after `from`, each in one transaction together with `note`, which writes the new schema number down. */
export async function migrate<Tables>(
  database: Kysely<Tables>,
  engine: Engine,
  migrations: readonly Migration[],
  from: number,
  note: (transaction: Transaction<Tables>, schema: number) => Promise<unknown>,
): Promise<void> {
  for (const migration of migrations) {
    if (migration.number <= from) continue
    await database.transaction().execute(async (transaction) => {
      for (const statement of migration.statements(engine.words)) await sql.raw(statement).execute(transaction)
      await note(transaction, migration.number)
    })
  }
}
