import { z } from 'zod'

/** A day of life, `2026-10-01`. */
export const plainDate = z.iso.date()

/** A day of which parts may be unknown, `2011-XX-XX`. @source ISO 8601-2 (EDTF), unspecified digits */
export const partialDate = z.string().regex(/^(\d{4}|XXXX)-(\d{2}|XX)-(\d{2}|XX)$/)

/** A moment, UTC with a trailing Z. */
export const instant = z.iso.datetime()

/** A time on the clock of a place, `2026-10-01T10:05`; its IANA zone stands beside it. */
export const localTime = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/)
export const timeZone = z.string().regex(/^[A-Za-z]+(\/[A-Za-z_+-]+)*$/)

/** One line of text for people. NUL is refused because not every store keeps it. */
export const line = z
  .string()
  .min(1)
  .max(300)
  .regex(/^[^\0\n\r]*$/)

/** Running text for people. */
export const prose = z
  .string()
  .min(1)
  .max(8000)
  .regex(/^[^\0]*$/)

/** Name of a thing inside one case file: a person, a recipient, a document. */
export const localId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/)

export const ulid = z.string().regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/)

/** ISO 3166-1 alpha-2 of a place, ISO 3166-1 alpha-3 of a citizenship (`XXX` stateless, `UNK` unknown). */
/** ISO 3166-1 keeps ZZ free: a country that nobody has settled yet. */
export const unknownCountry = 'ZZ'
export const countryOfPlace = z.string().regex(/^[A-Z]{2}$/)
export const citizenship = z.string().regex(/^[A-Z]{3}$/)

/** BCP 47 primary language, `ro`. */
export const language = z.string().regex(/^[a-z]{2,3}$/)

/** SCB code of a Swedish municipality, `1280`. */
export const municipality = z.string().regex(/^\d{4}$/)

export const currency = z.string().regex(/^[A-Z]{3}$/)

/** An exact decimal written out, `11.2500`; never a binary fraction. */
export const decimal = z.string().regex(/^\d{1,12}(\.\d{1,6})?$/)

/** Integer minor units of a currency: öre, cent; the yen and the dong have none. */
export const money = z.strictObject({ amountMinor: z.int().min(0), currency })

export const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

export const yesNoUnknown = z.enum(['yes', 'no', 'unknown'])
