import { z } from 'zod'
import { factFields } from './fact.ts'
import { countryOfPlace, line, localId, prose, yesNoUnknown } from './values.ts'

export const personRoles = [
  'guardian',
  'appointed-custodian',
  'special-representative',
  'counsel',
  'caseworker',
  'coordinator',
  'manager',
  'psychologist',
  'police-contact',
  'prosecutor',
  'relative',
  'partner-officer',
  'escort',
  'friend',
  'informant',
  'suspect',
  'other',
] as const

/** Degree of kinship, told apart as Swedish does: `side` says moster from faster. */
export const kinships = [
  'mother',
  'father',
  'sister',
  'brother',
  'grandmother',
  'grandfather',
  'aunt',
  'uncle',
  'cousin',
  'step-parent',
  'claimed-uncle',
  'other',
] as const

export const personSchema = z.strictObject({
  id: localId,
  roles: z.enum(personRoles).array().min(1),
  name: line,
  organisation: line.optional(),
  position: line.optional(),
  relation: z.strictObject({ kinship: z.enum(kinships), side: z.enum(['maternal', 'paternal', 'unknown', 'none']) }).optional(),
  custodian: z.boolean(),
  /** `unknown` counts as may-not-be-contacted until somebody has looked. */
  safeToContact: yesNoUnknown,
  safetyNote: prose.optional(),
  mustNotLearnAddress: z.boolean(),
  phone: line.optional(),
  email: line.optional(),
  town: line.optional(),
  country: countryOfPlace.optional(),
  streetAddress: line.optional(),
  appointments: z.strictObject({ ...factFields, step: z.enum(['applied', 'appointed', 'ended']), by: line.optional() }).array(),
})
export type Person = z.infer<typeof personSchema>

/** Who stands in the parents' place: a guardian (god man), or the specially appointed custodian who takes over from one. @source Act (2005:429) 5 and 10 §§ */
export const standsForParents = ({ roles }: Pick<Person, 'roles'>): boolean =>
  roles.includes('guardian') || roles.includes('appointed-custodian')

/** Kinds that decide which grounds a transfer may rest on. @source catalogue transferGrounds */
export const recipientKinds = ['foreign-authority', 'international-organisation', 'private-partner', 'family'] as const
export const recipientProfiles = ['IOM_FI', 'IOM_MISSION', 'COO_AUTHORITY', 'CARE_PARTNER', 'FAMILY', 'EMBASSY', 'CHILD'] as const

/** Somebody the plan, or a part of the case, is to be sent to. */
export const recipientSchema = z.strictObject({
  id: localId,
  kind: z.enum(recipientKinds),
  profile: z.enum(recipientProfiles),
  name: line,
  country: countryOfPlace,
  person: localId.optional(),
  caseReference: line.optional(),
})
export type Recipient = z.infer<typeof recipientSchema>
export type RecipientProfile = Recipient['profile']
