import { z } from 'zod'
import { budgetCategorySchema, ceilingSchema } from './budget.ts'
import { compensationRuleSchema, deadlineSchema, permitSchema, retentionRuleSchema } from './deadlines.ts'
import { followUpRowSchema, redFlagSchema } from './follow-up.ts'
import { bestInterestsOutcomeSchema, documentTypeSchema, gateSchema } from './gates.ts'
import { protectiveFactorSchema, riskFactorSchema, riskSchemeSchema, riskStopRuleSchema } from './risk.ts'
import { transferGroundSchema } from './transfers.ts'

const identified = z.strictObject({ id: z.string() })

/** The field's rules as data. Numbers, validities and grounds live here and nowhere in code; their texts live in the message files under the same ids. */
export const catalogueSchema = z.strictObject({
  /** The day of this edition; stored assessments name it. */
  version: z.iso.date(),
  gates: gateSchema.array(),
  bestInterestsFactors: identified.array(),
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
  budgetCategories: budgetCategorySchema.array(),
  ceilings: ceilingSchema.array(),
  /** ISO 3166-1: both codes, whether inside the EEA, weekend as ISO weekdays, emergency number. */
  countries: z
    .strictObject({
      id: z.string().length(2),
      alpha3: z.string().length(3),
      eea: z.boolean(),
      weekend: z.int().array(),
      emergency: z.string().optional(),
    })
    .array(),
})
export type Catalogue = z.infer<typeof catalogueSchema>
