import { z } from 'zod'
import { adviceSchema } from '#domain/advice/advice.ts'
import { ownCountrySchema } from '#domain/countries/profile.ts'
import { partnerCheckSchema, partnerDetailsSchema, positionSchema } from '#domain/partners/partner.ts'
import { partnerStates } from '#domain/partners/standing.ts'
import { day } from './views.ts'

const values = z.record(z.string(), z.union([z.string(), z.number()]))
export const operationId = z.string().min(1).max(80)
export const recordId = z.string().regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/)
export const country = z.string().regex(/^[A-Z]{2}$/)
export const version = z.int().nonnegative()
export const cellFault = z.strictObject({ field: z.string(), code: z.string(), values })

const standing = z.strictObject({
  state: z.enum(partnerStates),
  checkedOn: day.nullable(),
  holdsThrough: day.nullable(),
  /** The newest check got no answer. */
  silent: z.boolean(),
  /** Why it may not be chosen in a new plan; empty when it may. */
  refusals: z.enum(['retired', 'never-checked', 'too-old', 'not-safe']).array(),
})

/** A partner in a list. A person has no name here: role and town say enough. */
export const partnerRow = z.strictObject({
  id: recordId,
  version,
  name: z.string().nullable(),
  ...partnerDetailsSchema.pick({ kind: true, role: true, country: true, services: true, languages: true, places: true }).shape,
  town: z.string().nullable(),
  standing,
  mayBeReached: z.boolean(),
})
export type PartnerRow = z.infer<typeof partnerRow>

/** A partner without what would let somebody be found: that is asked for, and journalled. */
export const partnerView = z.strictObject({
  ...partnerRow.shape,
  details: partnerDetailsSchema.omit({ name: true, contactPerson: true, phone: true, email: true, address: true }),
  /** Which of those are written down. */
  kept: z.enum(['contactPerson', 'phone', 'email', 'address']).array(),
  checks: partnerCheckSchema.array(),
  versions: z.strictObject({ version, at: z.iso.datetime(), by: z.string() }).array(),
})
export type PartnerView = z.infer<typeof partnerView>

const fitReason = z.strictObject({
  code: z.enum(['sex', 'age', 'place', 'language', 'service', 'checked', 'safe', 'independent', 'safeguarding']),
  outcome: z.enum(['yes', 'no', 'unknown']),
  values,
})
export const foundPartner = z.strictObject({ partner: partnerRow, verdict: z.enum(['yes', 'perhaps', 'no']), reasons: fitReason.array() })
export type FoundPartner = z.infer<typeof foundPartner>

export const importRow = z.strictObject({
  line: z.int(),
  state: z.enum(['new', 'changed', 'same', 'refused']),
  name: z.string(),
  changes: z.strictObject({ field: z.string(), before: z.string(), after: z.string() }).array(),
  faults: cellFault.array(),
})

export const adviceView = z.strictObject({ ...adviceSchema.shape, version })
export type AdviceView = z.infer<typeof adviceView>

const idCount = z.strictObject({ id: z.string(), count: z.int() })
export const adviceYearView = z.strictObject({
  year: z.int(),
  asked: z.int(),
  answered: z.int(),
  waiting: z.int(),
  withCase: z.int(),
  medianDays: z.number().nullable(),
  byAsker: idCount.array(),
  byTopic: idCount.array(),
  byMonth: z.int().array().length(12),
})

export const countryRow = z.strictObject({
  country,
  partners: z.int(),
  written: z.boolean(),
  stale: z.boolean(),
  checkedOn: day.nullable(),
})

const from = z.enum(['catalogue', 'office'])
export const countryView = z.strictObject({
  country,
  version,
  today: day,
  eea: z.boolean(),
  emergency: z.strictObject({ value: ownCountrySchema.shape.emergency, from }).nullable(),
  weekend: z.strictObject({ value: z.int().array(), from }),
  /** Days off in the coming year. `from` is null where nobody knows them. */
  holidays: z.strictObject({ days: z.strictObject({ on: day, name: z.string().nullable() }).array(), from: from.nullable() }),
  own: ownCountrySchema.nullable(),
  stale: z.boolean(),
  partners: partnerRow.array(),
  /** Rings in hundredths of a degree, and where its partners are; empty where there is no map. */
  map: z.strictObject({
    rings: z.string().array(),
    places: z.strictObject({ name: z.string(), ...positionSchema.shape, partners: z.int(), stale: z.int() }).array(),
    /** Towns of partners that the map does not know. */
    unplaced: z.string().array(),
  }),
})
export type CountryView = z.infer<typeof countryView>
