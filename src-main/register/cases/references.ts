import type { RegisterInfo } from '../meta.ts'
import type { Change, Session } from '../session.ts'

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
  if (own === undefined || own.number === 0) return
  const { year, number: last } = own
  const insert = change.insertInto('reference_counters').values({ year, last })
  await insert.onConflict((conflict) => conflict.column('year').doUpdateSet({ last }).where('reference_counters.last', '<', last)).execute()
}

/** The next free reference of a year, `HV-2026-0042`. It is taken only when a case with it is put in. */
export async function nextReference(session: Session, year: number): Promise<string> {
  const row = await session.database.selectFrom('reference_counters').select('last').where('year', '=', year).executeTakeFirst()
  return `${session.info.mark}-${year}-${String((row?.last ?? 0) + 1).padStart(4, '0')}`
}
