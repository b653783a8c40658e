import type { CompiledQuery, Kysely } from 'kysely'
import type { RegisterTables } from './tables.ts'

const text = ''
const whole = 0
const bytes = new Uint8Array()

/** Builds the statements behind every saving once. */
export function hotWrites(database: Kysely<RegisterTables>) {
  const head = { chain: text, seq: 1, hash: bytes, checkpointed: 0 }
  const entry = {
    chain: text,
    seq: whole,
    operation_id: text,
    at: text,
    actor: text,
    action: text,
    object: text,
    version: whole,
    detail: bytes,
    previous: bytes,
    hash: bytes,
  }
  return {
    /** Parameters: chain, seq 1, the hash before any entry, 0, 1. */
    nextSeq: database
      .insertInto('journal_heads')
      .values(head)
      .onConflict((conflict) => conflict.column('chain').doUpdateSet((update) => ({ seq: update('journal_heads.seq', '+', 1) })))
      .returning(['seq', 'hash'])
      .compile(),
    /** Parameters: the entry's fields in their order. */
    addEntry: database
      .insertInto('journal')
      .values(entry)
      .onConflict((conflict) => conflict.column('operation_id').doNothing())
      .compile(),
    /** Parameters: hash, chain. */
    setHead: database.updateTable('journal_heads').set({ hash: bytes }).where('chain', '=', text).compile(),
    /** Parameters: hash, id. */
    setJournalHead: database.updateTable('cases').set({ journal_head: bytes }).where('id', '=', text).compile(),
    /** Parameters: version, headline, id, the version before. */
    moveOn: database
      .updateTable('cases')
      .set({ version: whole, headline: bytes })
      .where('id', '=', text)
      .where('version', '=', whole)
      .compile(),
    /** Parameters: case, version, document. */
    addVersion: database.insertInto('case_versions').values({ case_id: text, version: whole, document: bytes }).compile(),
  }
}

export type HotWrites = ReturnType<typeof hotWrites>

/** Runs a statement that was compiled once; the number of rows that it touched. */
export async function put(
  database: Kysely<RegisterTables>,
  query: CompiledQuery<unknown>,
  parameters: readonly unknown[],
): Promise<number> {
  return Number((await database.executeQuery({ ...query, parameters })).numAffectedRows ?? 0n)
}
