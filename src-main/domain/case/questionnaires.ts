import { z } from 'zod'
import { answersSchema } from '../questionnaires/answer.ts'
import { catalogueVersion, form, signedOff } from './assessments.ts'
import { instant, localId, plainDate } from './values.ts'

const perDimension = <Value extends z.ZodType>(value: Value) =>
  z.strictObject({ E: value.optional(), S: value.optional(), P: value.optional() })

/** What an index said on the day it was signed off, in full precision, with the table that it was worked out by. */
const scoreSchema = z.strictObject({
  table: z.string().max(40),
  tableVersion: z.int().min(1),
  dimensions: perDimension(z.number().nullable()),
  answeredShare: perDimension(z.number()),
  composite: z.number().nullable(),
  band: z.string().max(40).nullable(),
  sufficient: z.boolean().nullable(),
  alerts: z.string().max(60).array(),
  discrepancies: z.string().max(60).array(),
})

/** One filled form. Its answers belong to that version of the form for ever; immutable once signed off. */
export const questionnaireSchema = z.strictObject({
  id: localId,
  form,
  catalogueVersion,
  startedOn: plainDate,
  recordedAt: instant,
  answers: answersSchema,
  score: scoreSchema.optional(),
  signedOff: signedOff.optional(),
})
export type Questionnaire = z.infer<typeof questionnaireSchema>
