import { sql } from 'kysely'
import { isInsideTerm, termsOf } from '#domain/search/terms.ts'
import type { IndexFile } from './index-file.ts'

const quoted = (term: string): string => `"${term.replaceAll('"', '""')}"`

/** Numbers of the cases in which every term stands, the newest first. */
async function numbersOf(index: IndexFile, terms: readonly string[], column: 'open' | 'named', limit: number): Promise<number[]> {
  const [long, short] = [terms.filter(isInsideTerm), terms.filter((term) => !isInsideTerm(term))]
  const inside = `{${column}} : (${long.map(quoted).join(' AND ')})`
  const starts = `{${column}} : (${short.map((term) => `${quoted(term)} *`).join(' AND ')})`
  const query =
    short.length === 0
      ? sql<{ number: number }>`SELECT rowid AS number FROM inside WHERE inside MATCH ${inside} ORDER BY rowid DESC LIMIT ${limit}`
      : long.length === 0
        ? sql<{ number: number }>`SELECT rowid AS number FROM starts WHERE starts MATCH ${starts} ORDER BY rowid DESC LIMIT ${limit}`
        : sql<{ number: number }>`SELECT inside.rowid AS number FROM inside WHERE inside MATCH ${inside}
            AND EXISTS (SELECT 1 FROM starts WHERE starts MATCH ${starts} AND starts.rowid = inside.rowid)
            ORDER BY inside.rowid DESC LIMIT ${limit}`
  return (await query.execute(index)).rows.map(({ number }) => number)
}

/** Ids and stored passages of the cases that hold every word of a question; `named` also looks at names. */
export async function findIn(
  index: IndexFile,
  text: string,
  named: boolean,
  limit: number,
): Promise<readonly { readonly caseId: string; readonly passages: unknown }[]> {
  const terms = termsOf(text)
  if (terms.length === 0) return []
  const numbers = await numbersOf(index, terms, named ? 'named' : 'open', limit)
  if (numbers.length === 0) return []
  const rows = await index.selectFrom('indexed').select(['number', 'case_id', 'passages']).where('number', 'in', numbers).execute()
  return rows
    .toSorted((one, other) => other.number - one.number)
    .map(({ case_id, passages }) => ({ caseId: case_id, passages: JSON.parse(passages) }))
}
