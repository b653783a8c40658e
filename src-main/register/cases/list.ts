import type { CompiledQuery } from 'kysely'
import type { CaseStatus } from '../case-form.ts'
import { run } from '../queries.ts'
import type { Session } from '../session.ts'
import type { CaseRow } from '../tables.ts'
import { openHeadline } from './envelope.ts'

export type ListedCase = {
  readonly id: string
  readonly reference: string
  readonly version: number
  readonly status: string
  readonly unit: string
  readonly nextDue: string | undefined
  readonly eraseAfter: string | undefined
  /** As the projection made it; absent when the case is closed to this person. */
  readonly headline: unknown
}

export type ListOptions = {
  readonly limit: number
  /** The last reference of the page before. */
  readonly after?: string
  readonly status?: CaseStatus
  readonly unit?: string
}

type HeadlineRow = Omit<CaseRow, 'journal_head'>

/** Unseals what was not already remembered for the same version. */
async function withHeadlines(session: Session, rows: readonly HeadlineRow[]): Promise<ListedCase[]> {
  const keys = await session.keyring.keysOf(rows.map((row) => row.id))
  return rows.map((row) => {
    const { next_due, erase_after, headline: sealed, ...plain } = row
    const key = keys.get(row.id)
    const remembered = session.headlines.get(row.id)
    let headline: unknown
    if (remembered?.version === row.version) headline = remembered.headline
    else if (key !== undefined) headline = openHeadline(session.keys, key, sealed, row.id, row.version)
    if (key !== undefined) session.headlines.set(row.id, { version: row.version, headline })
    return { ...plain, nextDue: next_due ?? undefined, eraseAfter: erase_after ?? undefined, headline }
  })
}

function listQuery(session: Session, { status, unit }: ListOptions): [CompiledQuery<HeadlineRow>, string[]] {
  const { queries } = session
  if (status !== undefined && unit !== undefined) return [queries.listOfUnitAndStatus, [unit, status]]
  if (status !== undefined) return [queries.listOfStatus, [status]]
  if (unit !== undefined) return [queries.listOfUnit, [unit]]
  return [queries.list, []]
}

/** One page of cases by reference. Names are sorted and searched where they are readable: not in SQL. */
export async function listCases(session: Session, options: ListOptions): Promise<ListedCase[]> {
  const [query, parameters] = listQuery(session, options)
  return withHeadlines(session, await run(session.database, query, [...parameters, options.after ?? '', options.limit]))
}

/** Cases with something due on or before a day, the earliest first. */
export async function listDue(session: Session, until: string, limit: number): Promise<ListedCase[]> {
  return withHeadlines(session, await run(session.database, session.queries.due, [until, limit]))
}

/** Cases whose last day of keeping lies before a day. Nothing is erased by itself. */
export async function listEraseDue(session: Session, before: string, limit: number): Promise<ListedCase[]> {
  return withHeadlines(session, await run(session.database, session.queries.eraseDue, [before, limit]))
}
