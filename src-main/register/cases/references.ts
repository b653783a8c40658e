import type { Kysely } from 'kysely'
import type { RegisterInfo } from '../meta.ts'
import { type Change, type Session, transact } from '../session.ts'
import type { RegisterTables } from '../tables.ts'

const pattern = /^([A-Z]{2,4})-(\d{4})-(\d{4})$/

type Numbered = { readonly year: number; readonly number: number }

/** Year and number of a reference that this register gives out itself; nothing for one that came from another register. */
export function ownNumber(info: RegisterInfo, reference: string): Numbered | undefined {
  const [, mark, year, number] = pattern.exec(reference) ?? []
  return mark === info.mark ? { year: Number(year), number: Number(number) } : undefined
}

/** Remembers the highest number of a year. Never lowered: a reference that stood on paper is not given to another child. */
export async function countReference(session: Session, change: Change, reference: string): Promise<void> {
  const own = ownNumber(session.info, reference)
  if (own !== undefined && own.number > 0) await raise(change, own.year, own.number)
}

async function raise(change: Change, year: number, last: number): Promise<void> {
  const insert = change.insertInto('reference_counters').values({ year, last })
  await insert.onConflict((conflict) => conflict.column('year').doUpdateSet({ last }).where('reference_counters.last', '<', last)).execute()
}

/** The highest number given out, by year. */
export type ReferencesGiven = Readonly<Record<string, number>>

export async function referencesGiven(database: Kysely<RegisterTables>): Promise<ReferencesGiven> {
  const rows = await database.selectFrom('reference_counters').select(['year', 'last']).execute()
  return Object.fromEntries(rows.map(({ year, last }) => [String(year), last]))
}

export function mergeReferences(one: ReferencesGiven, other: ReferencesGiven): ReferencesGiven {
  const years = [...new Set([...Object.keys(one), ...Object.keys(other)])].sort()
  return Object.fromEntries(years.map((year) => [year, Math.max(one[year] ?? 0, other[year] ?? 0)]))
}

/** In a register that was put back: what a newer state of it gave out, to a case that is erased or lost by now, is given to no other child. */
export async function raiseReferences(session: Session, given: ReferencesGiven): Promise<void> {
  await transact(session, async (change) => {
    for (const [year, last] of Object.entries(given)) await raise(change, Number(year), last)
  })
}

/** The next free reference of a year, `HV-2026-0042`. It is taken only when a case with it is put in. */
export async function nextReference(session: Session, year: number): Promise<string> {
  const row = await session.database.selectFrom('reference_counters').select('last').where('year', '=', year).executeTakeFirst()
  return `${session.info.mark}-${year}-${String((row?.last ?? 0) + 1).padStart(4, '0')}`
}
