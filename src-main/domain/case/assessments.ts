import { z } from 'zod'
import { factFields } from './fact.ts'
import { instant, language, line, plainDate, prose } from './values.ts'

/** A shipped form and its version, `RISK-4x4@1`: stored answers are never silently migrated. */
export const form = z.string().regex(/^[A-Za-z0-9-]+@\d+$/)
export const catalogueVersion = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
export const signedOff = z.strictObject({ happenedOn: plainDate, recordedAt: instant, by: line })

const scale = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])
const rating = z.strictObject({ likelihood: scale, severity: scale })

export const riskMeasureSchema = z.strictObject({
  text: line,
  responsible: line.optional(),
  state: z.enum(['planned', 'done', 'guaranteed']),
  /** The day it was done, or guaranteed in writing. */
  on: plainDate.optional(),
})
const riskFactorId = z.string().regex(/^R[A-Z]\d{2}$/)

export const riskFindingSchema = z.discriminatedUnion('finding', [
  z.strictObject({ factor: riskFactorId, finding: z.literal('absent') }),
  z.strictObject({ factor: riskFactorId, finding: z.literal('unknown'), note: prose.optional() }),
  z.strictObject({
    factor: riskFactorId,
    finding: z.literal('present'),
    inherent: rating,
    residual: z.union([rating, z.literal('unknown')]).optional(),
    measures: riskMeasureSchema.array(),
    source: line.optional(),
    reliability: z.enum(['A', 'B', 'C', 'D']).optional(),
    note: prose.optional(),
  }),
])
export type RiskFinding = z.infer<typeof riskFindingSchema>
export type RiskMeasure = z.infer<typeof riskMeasureSchema>
export type Rating = z.infer<typeof rating>

/** One version of the risk and security assessment; immutable once signed off. */
export const riskAssessmentSchema = z.strictObject({
  ...factFields,
  form,
  catalogueVersion,
  assessors: line.array().min(1),
  findings: riskFindingSchema.array(),
  protectiveFactors: z
    .string()
    .regex(/^PF\d{2}$/)
    .array(),
  signedOff: signedOff.optional(),
})
export type RiskAssessment = z.infer<typeof riskAssessmentSchema>

export const alternativeKinds = ['return', 'stay', 'third-country', 'wait'] as const

/** One best-interests procedure. `happenedOn` is the day it began; `decision` when the panel has decided. */
export const bestInterestsSchema = z.strictObject({
  ...factFields,
  form,
  catalogueVersion,
  panel: z.strictObject({ name: line, role: line, chair: z.boolean() }).array(),
  factors: z
    .strictObject({
      factor: z.string().regex(/^BI\d{2}$/),
      direction: z.enum(['return', 'stay', 'neutral', 'unclear']),
      text: prose.optional(),
      source: z.enum(['child', 'parent', 'authority', 'observation']).optional(),
      on: plainDate.optional(),
    })
    .array(),
  alternatives: z.strictObject({ kind: z.enum(alternativeKinds), assessment: prose }).array(),
  alternativesWeighedOn: plainDate.optional(),
  decision: z
    .strictObject({
      decidedOn: plainDate,
      outcome: z.string().regex(/^[A-Z_]+$/),
      reasons: prose,
      dissent: z.strictObject({ by: line, text: prose }).array(),
      reviewBy: plainDate.optional(),
    })
    .optional(),
  childInformed: z.strictObject({ on: plainDate, language, by: line.optional() }).optional(),
})

/** What the competent authority of the country of origin has been asked and has answered. */
export const homeAuthoritySchema = z.strictObject({
  ...factFields,
  authority: line,
  step: z.enum(['asked', 'agrees', 'declines']),
  inWriting: z.boolean(),
})
