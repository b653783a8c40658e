import { z } from 'zod'
import { provenanceFields } from './provenance.ts'

export const riskLevels = ['low', 'medium', 'high', 'critical'] as const
export type RiskLevel = (typeof riskLevels)[number]
const level = z.enum(riskLevels)

export const riskSchemeSchema = z.strictObject({
  id: z.string(),
  likelihood: z.int().array(),
  severity: z.int().array(),
  levels: z.strictObject({ id: level, from: z.int(), to: z.int() }).array(),
  /** The worst factor decides; there is no mean. */
  overall: z.literal('highest'),
  unknownStopFactorCountsAs: level,
  unknownOtherFactorCountsAs: level,
  residualCountsWhenMeasures: z.enum(['planned', 'done', 'guaranteed']).array(),
  sourceReliability: z.enum(['A', 'B', 'C', 'D']).array(),
  ...provenanceFields,
})
export type RiskScheme = z.infer<typeof riskSchemeSchema>

const ruleFields = { id: z.string().regex(/^[A-Z]+\d+$/), ...provenanceFields }

/** Stop rules are a closed union: a new kind of rule needs code, a new threshold does not. */
export const riskStopRuleSchema = z.discriminatedUnion('rule', [
  z.strictObject({ ...ruleFields, rule: z.literal('stop-factor-at-or-above'), level, opens: z.literal('stop'), gate: z.string() }),
  z.strictObject({ ...ruleFields, rule: z.literal('any-factor-at-or-above'), level, opens: z.literal('stop'), gate: z.string() }),
  z.strictObject({ ...ruleFields, rule: z.literal('stop-factor-unknown'), opens: z.literal('stop'), gate: z.string() }),
  z.strictObject({
    ...ruleFields,
    rule: z.literal('assessed-factors-at-or-above-in-one-group'),
    level,
    count: z.int(),
    opens: z.literal('manager-review'),
  }),
  z.strictObject({ ...ruleFields, rule: z.literal('child-says-no'), opens: z.literal('stop'), gate: z.string() }),
  z.strictObject({ ...ruleFields, rule: z.literal('protective-factors-below'), count: z.int(), opens: z.literal('note') }),
])
export type RiskStopRule = z.infer<typeof riskStopRuleSchema>

export const riskGroups = ['individual', 'family-and-care', 'community', 'trafficker-and-debt', 'country-and-structure'] as const
export const riskFactorSchema = z.strictObject({
  id: z.string().regex(/^R[A-Z]\d{2}$/),
  group: z.enum(riskGroups),
  stop: z.boolean(),
  ...provenanceFields,
})
export type RiskFactor = z.infer<typeof riskFactorSchema>
export const protectiveFactorSchema = z.strictObject({ id: z.string().regex(/^PF\d{2}$/), ...provenanceFields })
