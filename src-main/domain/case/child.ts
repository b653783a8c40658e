import { z } from 'zod'
import { factFields } from './fact.ts'
import { citizenship, language, line, municipality, partialDate, plainDate, prose, yesNoUnknown } from './values.ts'

/** Codes of the purpose of exploitation. @source statistics variable V04 */
export const exploitationTypes = ['SEX', 'LAB', 'DOM', 'BEG', 'CRI', 'MAR', 'ORG', 'WAR', 'ADO', 'SUR', 'OTH', 'UNK'] as const

/** Who identified the child. @source statistics variable V06 */
export const identifiers = [
  'social-services',
  'police',
  'prosecutor',
  'migration-agency',
  'health-care',
  'school',
  'civil-society',
  'regional-coordinator',
  'iom',
  'other',
] as const

/** Where the child is placed. @source statistics variable V18 */
export const placementKinds = [
  'hvb',
  'foster-home',
  'emergency-foster-home',
  'shelter',
  'secure-accommodation',
  'own-network',
  'other',
] as const

/** How a child is kept in exploitation. @source HTCDS 2.0 vic_MethodsOfControl */
export const controlMethods = [
  'PhysicalThreats',
  'ThreatsLawEnforcement',
  'ThreatensChildrenFamily',
  'DebtBondage',
  'FalsePromises',
  'PhysicalAbuse',
  'SexualAbuse',
  'TakesEarnings',
  'RestrictsFinancialAccess',
  'RestrictsMedicalCare',
  'WithholdsNecessities',
  'PsychologicalAbuse',
  'PsychoactiveSubstance',
  'ExcessiveWorkingHours',
  'WithholdsDocuments',
  'Other',
] as const

const birthDateSchema = z.strictObject({
  /** The day that ages are reckoned from: of a partly unknown one the last that it can be. In doubt a child counts as a child. */
  value: plainDate,
  standing: z.enum(['verified', 'stated', 'disputed']),
  /** The day as far as it is known, where a part of it is not. */
  known: partialDate.optional(),
})

export const childSchema = z.strictObject({
  alias: line,
  givenName: line,
  familyName: line,
  sex: z.enum(['F', 'M', 'X', 'U']),
  birthDate: birthDateSchema,
  citizenships: citizenship.array().min(1),
  languages: z.strictObject({ language, level: z.enum(['first', 'good', 'some']) }).array(),
  interpreterNeeded: yesNoUnknown.optional(),
  interpreterLanguage: language.optional(),
  interpreterWish: prose.optional(),
  protectedIdentity: z.boolean(),
  accompaniment: z.enum(['unaccompanied', 'separated', 'with-family', 'unknown']),
  identifications: z
    .strictObject({ ...factFields, by: z.enum(identifiers), municipality, circumstances: prose.optional() })
    .array()
    .min(1),
  exploitation: z
    .strictObject({
      ...factFields,
      type: z.enum(exploitationTypes),
      standing: z.enum(['suspected', 'confirmed']),
      places: line.array(),
      narrative: prose.optional(),
      controlMethods: z.enum(controlMethods).array().optional(),
      /** Completed years. @source HTCDS 2.0 vic_AgeWhenTrafficked */
      ageWhenBegun: z.int().min(0).max(17).optional(),
    })
    .array(),
  placements: z
    .strictObject({ ...factFields, kind: z.enum(placementKinds), municipality, name: line.optional(), endedOn: plainDate.optional() })
    .array(),
  concernReports: z
    .strictObject({
      ...factFields,
      protectionAssessedOn: plainDate.optional(),
      inquiryDecision: z.strictObject({ decidedOn: plainDate, opened: z.boolean() }).optional(),
      reporterAskedForFeedback: z.boolean(),
      feedbackGivenOn: plainDate.optional(),
    })
    .array(),
  inquiries: z.strictObject({ ...factFields, extendedThrough: plainDate.optional(), completedOn: plainDate.optional() }).array(),
})
export type Child = z.infer<typeof childSchema>
