import Holidays from 'date-holidays'
import type { Catalogue } from '#domain/catalogue/catalogue.ts'
import type { WorkingCalendar } from '#domain/catalogue/follow-up.ts'

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
  return new Set(years.flatMap((year) => library.getHolidays(year).flatMap(({ start, end }) => daysFrom(start, end))))
}

const dayInMilliseconds = 86_400_000

/** Local days from a holiday's first moment to before its end, given as instants in the country's zone. */
function daysFrom(start: Date, end: Date): readonly string[] {
  const days = Math.max(1, Math.round((end.getTime() - start.getTime()) / dayInMilliseconds))
  return Array.from({ length: days }, (_, index) => localDay(new Date(start.getTime() + index * dayInMilliseconds)))
}

/** A holiday begins at midnight, or in the evening before, in its own zone: twelve hours on it is that day anywhere from UTC−11 to UTC+11. */
const localDay = (start: Date): string => new Date(start.getTime() + dayInMilliseconds / 2).toISOString().slice(0, 10)
