import { type Kysely, sql, type Transaction } from 'kysely'
import { folded } from '#domain/search/fold.ts'
import type { AnyCase, CaseForm, SearchPassage } from '../case-form.ts'
import { loadCase } from '../cases/load.ts'
import type { Session } from '../session.ts'
import type { IndexFile, IndexTables } from './index-file.ts'

/** Between two passages, so that no term is found across them. */
const apart = '\n'

/** Compares the whole index with the register: which cases are to be read again, and which are no longer to be found. */
export async function compareAll(session: Session, index: IndexFile): Promise<{ stale: string[]; gone: string[] }> {
  const rows = await session.database.selectFrom('cases').select(['id', 'version']).execute()
  const keys = await session.keyring.keysOf(rows.map(({ id }) => id))
  const readable = new Map(rows.filter(({ id }) => keys.has(id)).map(({ id, version }) => [id, version]))
  const indexed = await index.selectFrom('indexed').select(['case_id', 'version']).execute()
  const known = new Map(indexed.map(({ case_id, version }) => [case_id, version]))
  return {
    stale: [...readable].filter(([id, version]) => known.get(id) !== version).map(([id]) => id),
    gone: indexed.filter(({ case_id }) => !readable.has(case_id)).map(({ case_id }) => case_id),
  }
}

/** Reads cases again, all in one transaction of the index. One that cannot be read is left out: it is nowhere to be found. */
export async function index<Document extends AnyCase>(
  session: Session,
  form: CaseForm<Document>,
  file: IndexFile,
  caseIds: readonly string[],
): Promise<void> {
  await file.transaction().execute(async (change) => {
    for (const caseId of caseIds) {
      await forgetCase(change, caseId)
      if ((await session.keyring.keyOf(caseId)) === undefined) continue
      const { document, version } = await loadCase(session, form, caseId)
      await add(change, { id: caseId, reference: document.reference, version }, form.passages(document))
    }
  })
}

type CaseVersion = { readonly id: string; readonly reference: string; readonly version: number }

async function add(change: Transaction<IndexTables>, { id, ...known }: CaseVersion, passages: readonly SearchPassage[]): Promise<void> {
  const row = { case_id: id, ...known, passages: JSON.stringify(passages) }
  const { number } = await change.insertInto('indexed').values(row).returning('number').executeTakeFirstOrThrow()
  const open = folded(passages.flatMap(({ hidden }) => (hidden === undefined ? [] : [hidden])).join(apart))
  const named = folded(passages.map(({ text }) => text).join(apart))
  await sql`INSERT INTO inside (rowid, open, named) VALUES (${number}, ${open}, ${named})`.execute(change)
  await sql`INSERT INTO starts (rowid, open, named) VALUES (${number}, ${open}, ${named})`.execute(change)
}

export async function forgetCase(change: Kysely<IndexTables>, caseId: string): Promise<void> {
  const row = await change.deleteFrom('indexed').where('case_id', '=', caseId).returning('number').executeTakeFirst()
  if (row === undefined) return
  await sql`DELETE FROM inside WHERE rowid = ${row.number}`.execute(change)
  await sql`DELETE FROM starts WHERE rowid = ${row.number}`.execute(change)
}
