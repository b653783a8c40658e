import { z } from 'zod'
import { countryOfPlace, language, line, plainDate, prose } from '../case/values.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { addMonths, type PlainDate } from '../dates.ts'

const number = z.string().regex(/^[\d +()#*-]{2,30}$/)

/** What the office has written about a country. What it leaves out is the catalogue's. */
export const ownCountrySchema = z.strictObject({
  country: countryOfPlace,
  /** The authority that answers for children there. */
  authority: line.optional(),
  authorityContact: line.optional(),
  emergency: z.strictObject({ service: z.enum(['all', 'police', 'ambulance', 'fire']), number }).array(),
  helplines: z.strictObject({ name: line, number, hours: line.optional(), languages: language.array() }).array(),
  weekend: z.int().min(1).max(7).array().optional(),
  /** Taken instead of the shipped calendar where it is not empty. */
  holidays: z.strictObject({ on: plainDate, name: line }).array(),
  travelHours: z.number().min(0.5).max(99).optional(),
  travelNote: line.optional(),
  note: prose.optional(),
  /** Where all this was read, and when. */
  source: line,
  checkedOn: plainDate,
})
export type OwnCountry = z.infer<typeof ownCountrySchema>

/** A value and whose it is. */
export type Said<Value> = { readonly value: Value; readonly from: 'catalogue' | 'office' }

export type CountryProfile = {
  readonly country: string
  readonly eea: boolean
  readonly emergency: Said<OwnCountry['emergency']> | undefined
  readonly weekend: Said<readonly number[]>
  readonly own: OwnCountry | undefined
  /** Nobody has looked at this for a year, or ever. */
  readonly stale: boolean
}

/** Months that a country profile holds. @source Hemväg rule */
const profileHoldsMonths = 12

const commonWeekend = [6, 7] as const

/** What is known of a country: the office's word before the catalogue's, each with whose it is. */
export function countryProfile(
  country: string,
  own: OwnCountry | undefined,
  { countries }: Pick<Catalogue, 'countries'>,
  today: PlainDate,
): CountryProfile {
  const shipped = countries.find(({ id }) => id === country)
  const number = shipped?.emergency
  const fromCatalogue = number === undefined ? undefined : ({ value: [{ service: 'all', number }], from: 'catalogue' } as const)
  return {
    country,
    eea: shipped?.eea ?? false,
    emergency:
      own !== undefined && own.emergency.length > 0
        ? { value: own.emergency, from: 'office' }
        : fromCatalogue && { ...fromCatalogue, value: [...fromCatalogue.value] },
    weekend:
      own?.weekend === undefined ? { value: shipped?.weekend ?? commonWeekend, from: 'catalogue' } : { value: own.weekend, from: 'office' },
    own,
    stale: own === undefined || today > addMonths(own.checkedOn, profileHoldsMonths),
  }
}
