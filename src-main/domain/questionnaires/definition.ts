import { z } from 'zod'
import { provenanceFields } from '../catalogue/provenance.ts'
import { noAnswers } from './answer.ts'
import { conditionSchema } from './condition.ts'

/** `$` stands for the item of the list that a section walks: `$.goal` of BB_B1 is `BB_B1.goal`. */
const id = z.string().regex(/^(\$|[A-Za-z][A-Za-z0-9_-]*)(\.(\$|[A-Za-z][A-Za-z0-9_-]*))*$/)
const code = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/)

/** Lists of the catalogue that a form refers to and never repeats. */
export const listNames = [
  'riskFactors',
  'protectiveFactors',
  'bestInterestsFactors',
  'bestInterestsOutcomes',
  'bbicAreas',
  'childIndexItems',
  'rssStyleItems',
  'redFlags',
  'followUpChannels',
  'alternatives',
] as const

const list = z.enum(listNames)
export type ListName = z.infer<typeof list>

const options = z.union([z.strictObject({ codes: code.array().min(2) }), z.strictObject({ list })])

/** Where the answer stands in the case, inside the assessment: a field of its own, or an item of a list by its key, or one field of it. */
const place = z.union([
  z.strictObject({ field: z.string(), lines: z.literal(true).optional() }),
  z.strictObject({ list: z.string(), key: z.string(), item: z.string(), field: z.string().optional(), makes: z.boolean().optional() }),
])
export type Place = z.infer<typeof place>

const common = {
  id,
  /** Counts for the progress and must be answered before the form is signed off. */
  required: z.boolean().optional(),
  visibleWhen: conditionSchema.optional(),
  /** Which answers instead of one may be given; none where left out. */
  without: z.enum(noAnswers).array().optional(),
  /** A line of help under the field and the why beside it have texts; here is where they come from. */
  help: z.strictObject(provenanceFields).optional(),
  place: place.optional(),
}

const questionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...common, kind: z.literal('choice'), options }),
  z.strictObject({ ...common, kind: z.literal('several'), options }),
  z.strictObject({ ...common, kind: z.literal('scale'), scale: code }),
  z.strictObject({ ...common, kind: z.literal('risk') }),
  z.strictObject({ ...common, kind: z.literal('text'), long: z.boolean().optional() }),
  z.strictObject({ ...common, kind: z.literal('words') }),
  z.strictObject({ ...common, kind: z.literal('date') }),
  z.strictObject({ ...common, kind: z.literal('partial-date') }),
  z.strictObject({
    ...common,
    kind: z.literal('document'),
    type: z
      .string()
      .regex(/^DOC_[A-Z_]+$/)
      .optional(),
  }),
  /** As the item of the list says: its scale or choices, whom one asks, when. */
  z.strictObject({ ...common, kind: z.literal('item'), respondent: z.enum(['C', 'G', 'W']).optional() }),
])
export type QuestionDefinition = z.infer<typeof questionSchema>

const sectionSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  /** Who is asked; a change of speaker is marked. */
  speaker: z.enum(['child', 'caregiver', 'worker']).optional(),
  visibleWhen: conditionSchema.optional(),
  /** Each item of a list, or those of it that a field narrows it to. */
  each: z.strictObject({ list, where: z.record(z.string(), z.string()).optional() }).optional(),
  /** When items with a flag are asked: `withoutCaregiver`, or a need of the interviewer. */
  whenFlagged: z.record(z.string(), conditionSchema).optional(),
  questions: questionSchema.array().min(1),
})
export type SectionDefinition = z.infer<typeof sectionSchema>

const feeds = z.union([
  z.strictObject({ gate: z.string().regex(/^G\d{2}$/) }),
  z.strictObject({ followUpTool: z.string() }),
  z.strictObject({ plan: z.string().regex(/^RP\d{2}$/) }),
  z.strictObject({ statistics: z.string().regex(/^V\d{2}$/) }),
])

/** Where a form's answers live: in the case's questionnaires, or as one of its own assessments. */
export const targets = ['answers', 'riskAssessments', 'bestInterests'] as const

/**
 * A form as data. A shipped version is never edited: a new one comes beside it and says what it takes over.
 * @source Hemväg rule
 */
export const definitionSchema = z.strictObject({
  id: z.string().regex(/^[A-Za-z][A-Za-z0-9-]{1,30}$/),
  version: z.int().min(1),
  ...provenanceFields,
  target: z.enum(targets),
  feeds: feeds.array(),
  /** Table of the catalogue by which the answers are scored. */
  scoring: z.string().optional(),
  /** Days after which the form is due again: its own, or those of the safeguard that it feeds. */
  validity: z.union([z.strictObject({ renewAfterDays: z.int().min(1) }), z.strictObject({ gate: z.string() })]).optional(),
  /** Answers that a former version gives: all of the same id, and those that had another. */
  carryOver: z
    .strictObject({
      from: z.int().min(1).array().min(1),
      renamed: z.record(z.string(), z.string()).optional(),
      drop: z.string().array().optional(),
    })
    .optional(),
  sections: sectionSchema.array().min(1),
})
export type Definition = z.infer<typeof definitionSchema>
