import { plainDate } from './case/values.ts'
import { addDays, addMonths, type PlainDate } from './dates.ts'

const isPlainDate = (text: string): boolean => plainDate.safeParse(text).success

/** A day with parts that nobody knows: `2011-XX-XX`, `XXXX-05-12`. @source ISO 8601-2 (EDTF), unspecified digits */
export type PartialDate = string

const words: Readonly<Record<string, number>> = {
  idag: 0,
  'i dag': 0,
  today: 0,
  igår: -1,
  'i går': -1,
  yesterday: -1,
  imorgon: 1,
  'i morgon': 1,
  tomorrow: 1,
}

const written = (year: string, month: string, day: string): string => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`

/**
 * A day as people type it: `2026-08-12`, `20260812`, `12/8`, `12/8 2026`, `12.8.2026`, `i går`. Without a year it is the one nearest to
 * `today`'s year, which is that year. Nothing where it is no day, or where the year has two digits.
 */
export function typedDay(typed: string, today: PlainDate): PlainDate | undefined {
  const text = typed.trim().toLowerCase()
  const apart = words[text]
  if (apart !== undefined) return addDays(today, apart)
  const iso = /^(\d{4})-?(\d{1,2})-?(\d{1,2})$/.exec(text)
  if (iso !== null) return valid(written(iso[1] ?? '', iso[2] ?? '', iso[3] ?? ''))
  const short = /^(\d{1,2})[/.](\d{1,2})(?:[/.\s]\s*(\d{4}))?$/.exec(text)
  if (short !== null) return valid(written(short[3] ?? today.slice(0, 4), short[2] ?? '', short[1] ?? ''))
  return undefined
}

const valid = (day: string): PlainDate | undefined => (isPlainDate(day) ? day : undefined)

/** The parts of a day that may be unknown; an empty part is not yet answered. */
export type DateParts = { readonly year: string; readonly month: string; readonly day: string }

const part = (text: string, length: number): string | undefined => {
  const trimmed = text.trim()
  if (trimmed === '?' || /^x+$/i.test(trimmed)) return 'X'.repeat(length)
  return /^\d+$/.test(trimmed) && trimmed.length <= length && (length === 2 || trimmed.length === 4)
    ? trimmed.padStart(length, '0')
    : undefined
}

/** One day out of three boxes, each of which takes `?`. Nothing where a part is missing, or where no such day can be. */
export function dayOfParts({ year, month, day }: DateParts): PartialDate | undefined {
  const [ofYear, ofMonth, ofDay] = [part(year, 4), part(month, 2), part(day, 2)]
  if (ofYear === undefined || ofMonth === undefined || ofDay === undefined) return undefined
  // A leap year and a long month stand in for what is unknown.
  const possible = written(ofYear.replace('XXXX', '2000'), ofMonth.replace('XX', '01'), ofDay.replace('XX', '01'))
  return isPlainDate(possible) ? `${ofYear}-${ofMonth}-${ofDay}` : undefined
}

/** The boxes of a day, a whole or a partly unknown one. */
export function partsOfDay(date: PartialDate): DateParts {
  const [year = '', month = '', day = ''] = date.split('-')
  const shown = (text: string) => (/^X+$/.test(text) ? '?' : text)
  return { year: shown(year), month: shown(month), day: shown(day) }
}

const unknownPart = /X/

/** Whether a part of a day is unknown. */
export const isPartial = (day: PartialDate): boolean => unknownPart.test(day)

/** The first and the last day that a partly unknown one can be. An unknown year is that of `within`. */
export function spanOf(day: PartialDate, within: PlainDate): { readonly first: PlainDate; readonly last: PlainDate } {
  const [year = '', month = '', ofMonth = ''] = day.split('-')
  const inYear = unknownPart.test(year) ? within.slice(0, 4) : year
  const bound = (outer: string, other: string): PlainDate => {
    const inMonth = unknownPart.test(month) ? outer : month
    return inMonthAtMost(inYear, inMonth, unknownPart.test(ofMonth) ? other : ofMonth)
  }
  return { first: bound('01', '01'), last: bound('12', '31') }
}

/** The day, or the last of its month where the month is shorter. */
function inMonthAtMost(year: string, month: string, day: string): PlainDate {
  const last = addDays(addMonths(`${year}-${month}-01`, 1), -1)
  return `${year}-${month}-${day}` > last ? last : `${year}-${month}-${day}`
}
