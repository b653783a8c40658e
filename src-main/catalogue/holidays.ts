import Holidays from 'date-holidays'
import type { Catalogue } from '#domain/catalogue/catalogue.ts'
import type { WorkingCalendar } from '#domain/catalogue/follow-up.ts'
import { addDays } from '#domain/dates.ts'

/** Where the catalogue does not know a country. */
const commonWeekend = [6, 7] as const

/**
 * Weekend and public holidays of a country for some years. Holidays are undefined where neither the library nor the office knows them.
 * @param country ISO 3166-1 alpha-2
 * @param officeList the office's own list of days off, `2026-10-01`; taken instead of the library's
 */
export function workingCalendar(
  country: string,
  years: readonly number[],
  catalogue: Catalogue,
  officeList?: readonly string[],
): WorkingCalendar {
  const weekend = catalogue.countries.find((each) => each.id === country)?.weekend ?? commonWeekend
  return { country, weekend, holidays: officeList === undefined ? publicHolidays(country, years) : new Set(officeList) }
}

function publicHolidays(country: string, years: readonly number[]): ReadonlySet<string> | undefined {
  const library = new Holidays({ types: ['public'] })
  if (!Object.hasOwn(library.getCountries(), country)) return undefined
  library.init(country, { types: ['public'] })
  const days = years.flatMap((year) => library.getHolidays(year).flatMap(daysOf))
  return days.length === 0 ? undefined : new Set(days)
}

const hour = 3_600_000
const dayInMilliseconds = 24 * hour

/**
 * The days of a holiday, from the local date that the library names. Its moments may begin the evening before and end at noon:
 * whole days count; the hour makes up for a change to summer time.
 */
function daysOf({ date, start, end }: { readonly date: string; readonly start: Date; readonly end: Date }): readonly string[] {
  const length = Math.max(1, Math.floor((end.getTime() - start.getTime() + hour) / dayInMilliseconds))
  return Array.from({ length }, (_, index) => addDays(date.slice(0, 10), index))
}
