import { workingCalendar } from '#catalogue/holidays.ts'
import { loadCatalogue } from '#catalogue/load.ts'
import type { Catalogue } from '#domain/catalogue/catalogue.ts'
import type { WorkingCalendar } from '#domain/catalogue/follow-up.ts'
import { resources } from '../resources.ts'

let loaded: Catalogue | undefined

/** The shipped catalogue, read and checked once. */
export function catalogue(): Catalogue {
  if (loaded === undefined) {
    const read = loadCatalogue(new URL('catalogue/', resources))
    if (!read.ok) throw new Error('the shipped catalogue is damaged')
    loaded = read.value
  }
  return loaded
}

/** Years after the first in which something of a case can fall due. */
const yearsAhead = 3

/** Working days of a country from the year of a day on. */
export function workingDays(country: string, from: string): WorkingCalendar {
  const first = Number(from.slice(0, 4))
  return workingCalendar(
    country,
    Array.from({ length: yearsAhead + 1 }, (_, later) => first + later),
    catalogue(),
  )
}
