import { z } from 'zod'
import { countryOfPlace, language, line, plainDate, prose, ulid, yesNoUnknown } from '../case/values.ts'

/** What a partner mainly is to us; texts under `partner.role.<id>`. */
export const partnerRoles = [
  'child-protection',
  'reintegration',
  'programme',
  'care',
  'health',
  'school',
  'legal',
  'home-study',
  'travel-documents',
  'family-contact',
  'other',
] as const

export const partnerKinds = ['organisation', 'person'] as const
export const sexes = ['girl', 'boy', 'other'] as const
export type Sex = (typeof sexes)[number]

/** How details were checked; texts under `partner.how.<id>`. */
export const checkWays = ['phone', 'letter', 'email', 'visit', 'official-register', 'colleague'] as const

/** One look at whether what is written here is true. `no-answer` confirms nothing. */
export const partnerCheckSchema = z.strictObject({
  on: plainDate,
  how: z.enum(checkWays),
  outcome: z.enum(['confirmed', 'no-answer']),
  by: line,
  note: line.optional(),
})
export type PartnerCheck = z.infer<typeof partnerCheckSchema>

/** Where it is on the map, in degrees. */
export const positionSchema = z.strictObject({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })
export type Position = z.infer<typeof positionSchema>

const age = z.int().min(0).max(21)

/** What is written about a partner; its checks stand beside. Fields that are empty are not known. */
export const partnerDetailsSchema = z.strictObject({
  kind: z.enum(partnerKinds),
  name: line,
  role: z.enum(partnerRoles),
  country: countryOfPlace,
  town: line.optional(),
  /** Other towns and regions that it serves. */
  area: line.array(),
  wholeCountry: z.boolean(),
  position: positionSchema.optional(),
  /** Codes of the catalogue's `partnerServices`. */
  services: z.string().array(),
  fromAge: age.optional(),
  toAge: age.optional(),
  /** Whom it receives; empty: not known. */
  receives: z.enum(sexes).array(),
  places: z.int().min(0).max(999).optional(),
  languages: language.array(),
  contactPerson: line.optional(),
  phone: line.optional(),
  email: line.optional(),
  address: line.optional(),
  /** Over which channel it is safe to reach it, and when. */
  safeChannel: line.optional(),
  /** Of a person: `unknown` counts as may-not-be-contacted until somebody has looked. */
  safeToContact: yesNoUnknown,
  independentOfFamily: yesNoUnknown,
  independenceNote: line.optional(),
  safeguarding: yesNoUnknown,
  safeguardingSeenOn: plainDate.optional(),
  safeguardingNote: line.optional(),
  note: prose.optional(),
  inUse: z.boolean(),
})
export type PartnerDetails = z.infer<typeof partnerDetailsSchema>

export const partnerSchema = z.strictObject({ id: ulid, details: partnerDetailsSchema, checks: partnerCheckSchema.array() })
export type Partner = z.infer<typeof partnerSchema>

/** Fields in which a record contradicts itself. */
export function partnerContradictions({
  fromAge,
  toAge,
  safeguarding,
  safeguardingSeenOn,
}: PartnerDetails): readonly ('toAge' | 'safeguardingSeenOn')[] {
  const ages = fromAge !== undefined && toAge !== undefined && toAge < fromAge
  const seen = safeguarding !== 'yes' && safeguardingSeenOn !== undefined
  return [...(ages ? (['toAge'] as const) : []), ...(seen ? (['safeguardingSeenOn'] as const) : [])]
}

/** A person whom nobody has found safe to contact: number and address stay where they are. An organisation is reached by its office. */
export const mayBeReached = ({ kind, safeToContact }: Pick<PartnerDetails, 'kind' | 'safeToContact'>): boolean =>
  kind === 'organisation' ? safeToContact !== 'no' : safeToContact === 'yes'

/** What holds of a partner of whom it has not been said. */
export const unsaidPartner = {
  kind: 'organisation',
  area: [],
  wholeCountry: false,
  services: [],
  receives: [],
  languages: [],
  safeToContact: 'unknown',
  independentOfFamily: 'unknown',
  safeguarding: 'unknown',
  inUse: true,
} as const satisfies Partial<PartnerDetails>
