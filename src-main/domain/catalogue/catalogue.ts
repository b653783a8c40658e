import { z } from 'zod'
import { budgetCategorySchema, ceilingSchema } from './budget.ts'
import { countrySchema } from './countries.ts'
import { compensationRuleSchema, deadlineSchema, permitSchema, retentionRuleSchema } from './deadlines.ts'
import { adviceTopicSchema, partnerServiceSchema } from './directory.ts'
import { followUpRowSchema, redFlagSchema } from './follow-up.ts'
import { bestInterestsFactorSchema, bestInterestsOutcomeSchema, documentTypeSchema, gateSchema } from './gates.ts'
import { planProfilesSchema } from './plan-profiles.ts'
import { answerScaleSchema, bbicAreaSchema, childIndexItemSchema, rssStyleItemSchema, scoringSchema } from './questionnaires.ts'
import { protectiveFactorSchema, riskFactorSchema, riskSchemeSchema, riskStopRuleSchema } from './risk.ts'
import { transferGroundSchema } from './transfers.ts'

/** The field's rules as data. Numbers, validities and grounds live here and nowhere in code; their texts live in the message files under the same ids. */
export const catalogueSchema = z.strictObject({
  /** The day of this edition; stored assessments name it. */
  version: z.iso.date(),
  gates: gateSchema.array(),
  bestInterestsFactors: bestInterestsFactorSchema.array(),
  bestInterestsOutcomes: bestInterestsOutcomeSchema.array(),
  documentTypes: documentTypeSchema.array(),
  riskScheme: riskSchemeSchema,
  riskStopRules: riskStopRuleSchema.array(),
  riskFactors: riskFactorSchema.array(),
  protectiveFactors: protectiveFactorSchema.array(),
  permits: permitSchema.array(),
  compensationRules: compensationRuleSchema.array(),
  deadlines: deadlineSchema.array(),
  retentionRules: retentionRuleSchema.array(),
  transferGrounds: transferGroundSchema.array(),
  followUpTemplate: z.strictObject({ id: z.string(), rows: followUpRowSchema.array() }),
  redFlags: redFlagSchema.array(),
  planProfiles: planProfilesSchema,
  budgetCategories: budgetCategorySchema.array(),
  ceilings: ceilingSchema.array(),
  countries: countrySchema.array(),
  answerScales: answerScaleSchema.array(),
  rssStyleItems: rssStyleItemSchema.array(),
  childIndexItems: childIndexItemSchema.array(),
  scoring: scoringSchema.array(),
  bbicAreas: bbicAreaSchema.array(),
  partnerServices: partnerServiceSchema.array(),
  adviceTopics: adviceTopicSchema.array(),
})
export type Catalogue = z.infer<typeof catalogueSchema>
