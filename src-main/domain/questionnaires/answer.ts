import { z } from 'zod'
import { riskFindingSchema } from '../case/assessments.ts'
import { localId, plainDate, prose } from '../case/values.ts'

/** Answers of their own that stand instead of one: never an empty field, never a guess, never nought. */
export const noAnswers = ['unknown', 'declined', 'not-applicable'] as const
export type NoAnswer = (typeof noAnswers)[number]

const code = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/)
const note = { note: prose.optional() }

/** A day of which parts may be missing, `2012-??-??`. */
export const partialDate = z.string().regex(/^(\d{4}|\?{4})-(0[1-9]|1[0-2]|\?\?)-(0[1-9]|[12]\d|3[01]|\?\?)$/)

/** What is known of one risk factor; the factor is the question. */
const [absent, unknown, present] = riskFindingSchema.options
const riskAnswer = z.discriminatedUnion('finding', [
  absent.omit({ factor: true }),
  unknown.omit({ factor: true }),
  present.omit({ factor: true }),
])
export type RiskAnswer = z.infer<typeof riskAnswer>

/** A stored answer. Of a scale its name is kept too: the same code means another value on another scale. */
export const answerSchema = z.union([
  z.strictObject({ code, scale: code.optional(), ...note }),
  z.strictObject({ codes: code.array(), ...note }),
  z.strictObject({ text: prose }),
  z.strictObject({ words: prose }),
  z.strictObject({ date: plainDate, ...note }),
  z.strictObject({ partialDate, ...note }),
  z.strictObject({ document: localId, ...note }),
  z.strictObject({ risk: riskAnswer }),
  z.strictObject({ none: z.enum(noAnswers), ...note }),
])
export type Answer = z.infer<typeof answerSchema>

export const questionId = z.string().regex(/^[A-Za-z][A-Za-z0-9_.-]{0,59}$/)
export const answersSchema = z.record(questionId, answerSchema)
export type Answers = Readonly<Record<string, Answer>>

export const answerTo = (answers: Answers, question: string): Answer | undefined =>
  Object.hasOwn(answers, question) ? answers[question] : undefined
