import { type Compilable, type CompiledQuery, sql } from 'kysely'
import { isInsideTerm, termsOf } from '#domain/search/terms.ts'
import type { IndexFile } from './index-file.ts'

const quoted = (term: string): string => `"${term.replaceAll('"', '""')}"`

/** The three questions and the rows behind the answers, built once for an index. Values stand in for the parameters of each run. */
function questionsTo(index: IndexFile) {
  const compiled = <Row>(query: { compile(to: IndexFile): CompiledQuery<Row> }) => query.compile(index)
  const numbers = sql<{ number: number }>
  const rows: Compilable<FoundRow> = index
    .selectFrom('indexed')
    .select(['case_id', 'reference', 'passages'])
    .where('number', 'in', sql<number>`(SELECT value FROM json_each(${''}))`)
    .orderBy('number', 'desc')
  return {
    /** Parameters: match, limit. */
    inside: compiled(numbers`SELECT rowid AS number FROM inside WHERE inside MATCH ${''} ORDER BY rowid DESC LIMIT ${0}`),
    /** Parameters: match, limit. */
    starts: compiled(numbers`SELECT rowid AS number FROM starts WHERE starts MATCH ${''} ORDER BY rowid DESC LIMIT ${0}`),
    /** Parameters: match inside, match of starts, limit. */
    both: compiled(numbers`SELECT inside.rowid AS number FROM inside WHERE inside MATCH ${''}
      AND EXISTS (SELECT 1 FROM starts WHERE starts MATCH ${''} AND starts.rowid = inside.rowid)
      ORDER BY inside.rowid DESC LIMIT ${0}`),
    /** Parameters: numbers as a JSON list. */
    rows: rows.compile(),
  }
}

type Questions = ReturnType<typeof questionsTo>
type FoundRow = { readonly case_id: string; readonly reference: string; readonly passages: string }

const built = new WeakMap<IndexFile, Questions>()

function questions(index: IndexFile): Questions {
  const known = built.get(index) ?? questionsTo(index)
  built.set(index, known)
  return known
}

async function ask<Row>(index: IndexFile, query: CompiledQuery<Row>, parameters: readonly unknown[]): Promise<readonly Row[]> {
  return (await index.executeQuery<Row>({ ...query, parameters })).rows
}

/** Numbers of the cases in which every term stands, the newest first. */
async function numbersOf(index: IndexFile, terms: readonly string[], column: 'open' | 'named', limit: number): Promise<number[]> {
  const [long, short] = [terms.filter(isInsideTerm), terms.filter((term) => !isInsideTerm(term))]
  const inside = `{${column}} : (${long.map(quoted).join(' AND ')})`
  const starts = `{${column}} : (${short.map((term) => `${quoted(term)} *`).join(' AND ')})`
  const asked = questions(index)
  const found =
    short.length === 0
      ? ask(index, asked.inside, [inside, limit])
      : long.length === 0
        ? ask(index, asked.starts, [starts, limit])
        : ask(index, asked.both, [inside, starts, limit])
  return (await found).map(({ number }) => number)
}

/** Cases that hold every word of a question, the newest first, with their stored passages; `named` also looks at names. */
export async function findIn(
  index: IndexFile,
  text: string,
  named: boolean,
  limit: number,
): Promise<readonly { readonly caseId: string; readonly reference: string; readonly passages: unknown }[]> {
  const terms = termsOf(text)
  if (terms.length === 0) return []
  const numbers = await numbersOf(index, terms, named ? 'named' : 'open', limit)
  if (numbers.length === 0) return []
  const rows = await ask(index, questions(index).rows, [JSON.stringify(numbers)])
  return rows.map(({ case_id, reference, passages }) => ({ caseId: case_id, reference, passages: JSON.parse(passages) }))
}
