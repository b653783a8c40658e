import type { Kysely } from 'kysely'
import { Refusal } from './problem.ts'
import type { MetaRow, RegisterTables } from './tables.ts'

/** What this program counts as among the clients of a register; `oldest_client` in `meta` shuts out lower ones. */
export const clientNumber = 10

export const registerFile = 'register.db'
export const keyringFile = 'keyring.db'

/** What a register is, as far as it may be told without opening a case. */
export type RegisterInfo = {
  readonly id: string
  /** Two to four letters that begin the references of cases opened here, `HV`. */
  readonly mark: string
  readonly schema: number
  readonly createdAt: string
  /** A register for practice: the day it pretends to be, and DEMO on everything it makes. */
  readonly demonstration: { readonly today: string } | undefined
}

export async function readMeta(database: Kysely<RegisterTables>): Promise<MetaRow> {
  const columns = ['id', 'schema', 'oldest_client', 'register_id', 'mark', 'demonstration', 'demonstration_date', 'created_at'] as const
  const row = await database.selectFrom('meta').select(columns).executeTakeFirst()
  if (row === undefined) throw new Refusal('damaged', { file: registerFile })
  return row
}

/** Refuses a register that a newer program has changed, and files that belong to different registers. */
export function checkMeta(
  row: Pick<MetaRow, 'schema' | 'register_id'>,
  oldestClient: number,
  known: number,
  registerId: string,
  file: string,
): void {
  if (row.schema > known || oldestClient > clientNumber) throw new Refusal('newer', { file, found: row.schema, known })
  if (row.register_id !== registerId) throw new Refusal('mixed', { file })
}

export function infoFrom(row: MetaRow): RegisterInfo {
  return {
    id: row.register_id,
    mark: row.mark,
    schema: row.schema,
    createdAt: row.created_at,
    demonstration: row.demonstration === 1 && row.demonstration_date !== null ? { today: row.demonstration_date } : undefined,
  }
}
