import { z } from 'zod'
import { riskLevels } from '#domain/catalogue/risk.ts'
import { answerSchema, answersSchema, questionId } from '#domain/questionnaires/answer.ts'
import { formSchema } from '#domain/questionnaires/form.ts'
import { answerFaultCodes } from '#domain/questionnaires/validate.ts'
import { day, language, reference } from './views.ts'

const operationId = z.string().min(1).max(60)
const version = z.int().min(1)
const text = z.string().trim().min(1).max(8000)
const line = z.string().trim().min(1).max(300)
const formId = z.string().regex(/^[A-Za-z][A-Za-z0-9-]{1,30}$/)
/** Place of the filling in its list of the case. */
const index = z.int().min(0)
const settle = z.strictObject({ version, choices: z.record(z.string(), z.enum(['mine', 'theirs'])) }).optional()

const signedOff = z.strictObject({ on: day, by: z.string().nullable() }).nullable()
const filling = z.strictObject({ index, form: z.string(), startedOn: day, signedOff })

const formLine = z.strictObject({
  id: formId,
  /** The newest version that can be begun. */
  form: z.string(),
  title: z.string(),
  line: z.string(),
  target: z.enum(['answers', 'riskAssessments', 'bestInterests']),
  standing: z.enum(['law', 'guidance', 'own', 'unverified']),
  /** The newest first. */
  fillings: filling.array(),
  /** Of the draft; null without one. */
  progress: z.strictObject({ answered: z.int(), asked: z.int() }).nullable(),
  /** Last day on which what is signed off holds. */
  dueOn: day.nullable(),
})
export type FormLine = z.infer<typeof formLine>

const shareOf = z.strictObject({ E: z.number().optional(), S: z.number().optional(), P: z.number().optional() })
const score = z.strictObject({
  table: z.string(),
  tableVersion: z.int(),
  dimensions: z.strictObject({
    E: z.number().nullable().optional(),
    S: z.number().nullable().optional(),
    P: z.number().nullable().optional(),
  }),
  answeredShare: shareOf,
  composite: z.number().nullable(),
  band: z.string().nullable(),
  sufficient: z.boolean().nullable(),
  alerts: z.string().array(),
  discrepancies: z.string().array(),
})
export type ScoreView = z.infer<typeof score>

const opened = z.strictObject({
  version,
  id: formId,
  index,
  form: formSchema,
  title: z.string(),
  line: z.string(),
  /** Every text that the form shows, by the first of its keys. */
  texts: z.record(z.string(), z.string()),
  age: z.int(),
  startedOn: day,
  signedOff,
  answers: answersSchema,
  /** Answers in which a name stands and is hidden: they cannot be changed from here. */
  hidden: z.string().array(),
  /** Answers of the version before, where there is one that was signed off. */
  former: z.strictObject({ form: z.string(), on: day, changed: questionId.array(), answers: answersSchema }).nullable(),
  dueOn: day.nullable(),
  score: score.nullable(),
  faults: z.strictObject({ question: z.string(), code: z.enum(answerFaultCodes) }).array(),
  documents: z.strictObject({ id: z.string(), type: z.string(), title: z.string() }).array(),
  /** What the risk rules say of it as it stands. */
  risk: z
    .strictObject({
      overall: z.enum(riskLevels),
      levels: z.record(z.string(), z.string()),
      fired: z.strictObject({ rule: z.string(), opens: z.enum(['stop', 'manager-review', 'note']), factors: z.string().array() }).array(),
    })
    .nullable(),
  /** The panel, its decision and what followed, of a best-interests procedure. */
  bestInterests: z
    .strictObject({
      panel: z.strictObject({ name: z.string(), role: z.string(), chair: z.boolean() }).array(),
      decision: z
        .strictObject({
          decidedOn: day,
          outcome: z.string(),
          reasons: z.string(),
          dissent: z.strictObject({ by: z.string(), text: z.string() }).array(),
          reviewBy: day.nullable(),
        })
        .nullable(),
      childInformed: z.strictObject({ on: day, language: z.string(), by: z.string().nullable() }).nullable(),
      outcomes: z.string().array(),
    })
    .nullable(),
})
export type OpenedForm = z.infer<typeof opened>

const stands = z.strictObject({ version })

export const questionnaireOperations = {
  /** The forms of a case: what is filled in, what is due. */
  'questionnaire.list': {
    effect: 'read',
    refreshes: [],
    input: z.strictObject({ reference, language }),
    output: z.strictObject({ version, forms: formLine.array() }),
  },
  /** One filling with its form written out. Names are shown when the reading bears an operation id, under which it is journalled. */
  'questionnaire.open': {
    effect: 'read',
    refreshes: [],
    input: z.strictObject({ reference, id: formId, index, language, names: operationId.optional() }),
    output: opened,
  },
  /** Begins a new filling with what the former may hand over; one that is begun already is told instead. */
  'questionnaire.start': {
    effect: 'write',
    refreshes: ['*'],
    input: z.strictObject({ reference, id: formId, operationId }),
    output: stands.extend({ index }),
  },
  /** One answer; null takes it away. */
  'questionnaire.answer': {
    effect: 'write',
    refreshes: ['*'],
    input: z.strictObject({
      reference,
      version,
      id: formId,
      index,
      question: questionId,
      answer: answerSchema.nullable(),
      operationId,
      settle,
    }),
    output: stands,
  },
  /** Makes a filling a version that stands for ever. Refused while a required question has no answer. */
  'questionnaire.sign': {
    effect: 'write',
    refreshes: ['*'],
    input: z.strictObject({ reference, version, id: formId, index, operationId, settle }),
    output: stands,
  },
  /** The panel's decision, which signs off the best-interests procedure. */
  'best-interests.decide': {
    effect: 'write',
    refreshes: ['*'],
    input: z.strictObject({
      reference,
      version,
      index,
      decision: z.strictObject({
        decidedOn: day,
        outcome: z.string().regex(/^[A-Z_]+$/),
        reasons: text,
        dissent: z.strictObject({ by: line, text }).array(),
        reviewBy: day.optional(),
      }),
      operationId,
      settle,
    }),
    output: stands,
  },
} as const
