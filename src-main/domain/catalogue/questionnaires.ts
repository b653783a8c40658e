import { z } from 'zod'
import { conditionSchema } from '../questionnaires/condition.ts'
import { provenanceFields } from './provenance.ts'

const code = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/)

/** Answers in their order and what each is worth, 0 to 1, 1 the favourable end. */
export const answerScaleSchema = z.strictObject({
  id: code,
  options: z
    .strictObject({ code, value: z.number().min(0).max(1) })
    .array()
    .min(2),
  ...provenanceFields,
})

export const dimensions = ['E', 'S', 'P'] as const
export type Dimension = (typeof dimensions)[number]

/** A question of an index: a scale with a weight, or choices that are never scored. */
const itemFields = {
  dimension: z.enum(dimensions),
  scale: code.nullable(),
  choices: code.array().optional(),
  weight: z.number().min(0),
  visibleWhen: conditionSchema.optional(),
  ...provenanceFields,
}
export const rssStyleItemSchema = z.strictObject({ id: z.string().regex(/^RSS_[ESP]\d{2}$/), ...itemFields })

export const childIndexItemSchema = z.strictObject({
  id: z.string().regex(/^CRI_[ESP]\d{2}$/),
  ...itemFields,
  /** C child, G caregiver, W caseworker. */
  respondents: z.enum(['C', 'G', 'W']).array().min(1),
  /** An answer worth this or less raises an alarm, whatever the total. */
  alertAtOrBelow: z.number().nullable(),
  withoutCaregiver: z.boolean().optional(),
  ageFrom: z.int().optional(),
  needs: z.literal('trained-interviewer').optional(),
})
export type IndexItem = z.infer<typeof childIndexItemSchema> | z.infer<typeof rssStyleItemSchema>

/** How an index is worked out. A table that has not been supplied is a place that stays empty and closed. */
export const scoringSchema = z.discriminatedUnion('method', [
  z.strictObject({
    id: z.string(),
    version: z.int().min(1),
    method: z.literal('mean-of-dimension-means'),
    dimensions: z.enum(dimensions).array().min(1),
    minAnsweredShare: z.number().min(0).max(1),
    bands: z.strictObject({ id: z.string(), below: z.number().nullable() }).array().min(1),
    sufficientFrom: z.number().optional(),
    displayDecimals: z.int(),
    discrepancyFrom: z.number().optional(),
    childValueWins: z.boolean().optional(),
    /** Children under this age answer five-step scales on this one instead. */
    youngScale: z.strictObject({ underAge: z.int(), scale: code, insteadOf: code.array() }).optional(),
    enabled: z.literal(true),
    official: z.boolean(),
    ...provenanceFields,
  }),
  z.strictObject({
    id: z.string(),
    method: z.literal('table-to-be-supplied'),
    enabled: z.literal(false),
    official: z.boolean(),
    ...provenanceFields,
  }),
])
export type Scoring = z.infer<typeof scoringSchema>
export type EnabledScoring = Extract<Scoring, { readonly enabled: true }>

/** Areas of need, by side. Only headings: the licensed forms are mapped to and never copied. */
export const bbicAreaSchema = z.strictObject({
  id: z.string().regex(/^BB_[BFM]\d$/),
  side: z.enum(['child', 'parents', 'environment']),
  ...provenanceFields,
})
