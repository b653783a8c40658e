import { z } from 'zod'
import { provenanceFields } from '../catalogue/provenance.ts'
import { dimensions } from '../catalogue/questionnaires.ts'
import { noAnswers } from './answer.ts'
import { conditionSchema } from './condition.ts'

/** Message keys of a text, the most particular first. */
const keys = z.string().array().min(1)
const option = z.strictObject({ code: z.string(), text: keys })

const place = z.strictObject({
  /** Fields and keyed list items along the way into the assessment. */
  field: z.string(),
  /** The field holds a list of lines, one text here. */
  lines: z.boolean(),
  item: z.strictObject({ key: z.string(), id: z.string(), field: z.string().nullable(), makes: z.boolean() }).nullable(),
})

/** What a scale's answer is worth in an index, and what raises an alarm. */
const scored = z.strictObject({
  item: z.string(),
  dimension: z.enum(dimensions),
  weight: z.number(),
  respondent: z.enum(['C', 'G', 'W']).nullable(),
  alertAtOrBelow: z.number().nullable(),
  /** A question that is not asked does not apply, or is missing where it ought to have been asked. */
  unasked: z.enum(['not-applicable', 'missing']),
})

const common = {
  id: z.string(),
  text: keys,
  /** The item of a list that the question is about. */
  about: keys.nullable(),
  required: z.boolean(),
  visibleWhen: conditionSchema.nullable(),
  without: z.enum(noAnswers).array(),
  help: z.strictObject({ text: keys, ...provenanceFields }).nullable(),
  place: place.nullable(),
}

export const formQuestionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...common, kind: z.literal('choice'), options: option.array() }),
  z.strictObject({ ...common, kind: z.literal('several'), options: option.array() }),
  z.strictObject({
    ...common,
    kind: z.literal('scale'),
    scale: z.string(),
    options: option.extend({ value: z.number() }).array(),
    scored: scored.nullable(),
  }),
  z.strictObject({ ...common, kind: z.literal('risk'), stop: z.boolean() }),
  z.strictObject({ ...common, kind: z.literal('text'), long: z.boolean() }),
  z.strictObject({ ...common, kind: z.literal('words') }),
  z.strictObject({ ...common, kind: z.literal('date') }),
  z.strictObject({ ...common, kind: z.literal('partial-date') }),
  z.strictObject({ ...common, kind: z.literal('document'), type: z.string().nullable() }),
])
export type FormQuestion = z.infer<typeof formQuestionSchema>

/** A definition with the catalogue's lists written out: what is filled in, shown and checked. */
export const formSchema = z.strictObject({
  /** `CRI-1@1`. */
  form: z.string(),
  target: z.enum(['answers', 'riskAssessments', 'bestInterests']),
  scoring: z.string().nullable(),
  ...provenanceFields,
  renewAfterDays: z.int().nullable(),
  sections: z
    .strictObject({
      id: z.string(),
      text: keys,
      speaker: z.enum(['child', 'caregiver', 'worker']).nullable(),
      visibleWhen: conditionSchema.nullable(),
      questions: formQuestionSchema.array(),
    })
    .array(),
})
export type Form = z.infer<typeof formSchema>
export type FormSection = Form['sections'][number]

export const questionsOf = (form: Form): readonly FormQuestion[] => form.sections.flatMap(({ questions }) => questions)

/** Every message key that a form may show, of each the alternatives. */
export function keysOf(form: Form): readonly (readonly string[])[] {
  return form.sections.flatMap((section) => [
    section.text,
    ...section.questions.flatMap((question) => [
      question.text,
      ...(question.about === null ? [] : [question.about]),
      ...(question.help === null ? [] : [question.help.text]),
      ...('options' in question ? question.options.map(({ text }) => text) : []),
    ]),
  ])
}
