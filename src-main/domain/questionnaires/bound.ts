import { isRecord, own } from '../changes/json.ts'
import { type ChangeStep, escaped } from '../changes/steps.ts'
import { type Answer, type Answers, answerSchema } from './answer.ts'
import { type Form, type FormQuestion, questionsOf } from './form.ts'

/** Where a filled form stands in a case, and what stands there: `/questionnaires/0`, `/riskAssessments/1`. */
export type Stored = { readonly at: string; readonly value: unknown }

/** The answers of a form that stands in the case, whether as answers or as an assessment of the case's own shape. */
export function answersIn(form: Form, { value }: Stored): Answers {
  if (form.target === 'answers') {
    const answers = isRecord(value) ? own(value, 'answers') : undefined
    return isRecord(answers) ? Object.fromEntries(Object.entries(answers).flatMap(([id, each]) => parsed(id, each))) : {}
  }
  return Object.fromEntries(questionsOf(form).flatMap((question) => parsed(question.id, boundAnswer(question, value))))
}

function parsed(id: string, value: unknown): readonly (readonly [string, Answer])[] {
  const answer = answerSchema.safeParse(value)
  return answer.success ? [[id, answer.data]] : []
}

function boundAnswer(question: FormQuestion, assessment: unknown): unknown {
  const found = placed(question, assessment)
  return found === undefined ? undefined : answerFrom(question, found)
}

function placed({ place }: FormQuestion, assessment: unknown): unknown {
  if (place === null || !isRecord(assessment)) return undefined
  const held = own(assessment, place.field)
  const { item } = place
  if (item === null) return held
  const found = listOf(held).find((each) => isRecord(each) && own(each, item.key) === item.id)
  return item.field === null || !isRecord(found) ? found : own(found, item.field)
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** An answer as the case keeps it. */
function answerFrom(question: FormQuestion, value: unknown): unknown {
  const lines = question.place?.lines === true && Array.isArray(value) ? value : undefined
  switch (question.kind) {
    case 'risk': {
      if (!isRecord(value)) return undefined
      const { [question.place?.item?.key ?? '']: _factor, ...risk } = value
      return { risk }
    }
    case 'several':
      return Array.isArray(value) && value.length > 0 ? { codes: value } : undefined
    case 'choice':
      return { code: value }
    case 'date':
      return { date: value }
    case 'document':
      return { document: lines?.[0] ?? value }
    default:
      return { text: lines?.join('\n') ?? value }
  }
}

function valueFrom(question: FormQuestion, answer: Answer): unknown {
  const lines = question.place?.lines === true
  if ('risk' in answer) return { [question.place?.item?.key ?? '']: question.place?.item?.id, ...answer.risk }
  if ('codes' in answer) return answer.codes
  if ('code' in answer) return answer.code
  if ('date' in answer) return answer.date
  if ('document' in answer) return lines ? [answer.document] : answer.document
  if ('text' in answer) return lines ? answer.text.split('\n').filter((each) => each.trim() !== '') : answer.text
  return undefined
}

const step = (path: string, before: unknown, after: unknown): readonly ChangeStep[] =>
  before === undefined && after === undefined
    ? []
    : [{ path, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }]

/** The steps that set an answer, or take it away, where the form stands. None where the case keeps no such thing, or cannot do without it. */
export function answerSteps(form: Form, stored: Stored, question: FormQuestion, answer: Answer | undefined): readonly ChangeStep[] {
  const { at, value } = stored
  if (form.target === 'answers') {
    const answers = isRecord(value) ? own(value, 'answers') : undefined
    return step(`${at}/answers/${escaped(question.id)}`, isRecord(answers) ? own(answers, question.id) : undefined, answer)
  }
  const { place } = question
  if (place === null || !isRecord(value)) return []
  const after = answer === undefined ? undefined : valueFrom(question, answer)
  const held = own(value, place.field)
  if (place.item !== null) return itemSteps(`${at}/${place.field}`, listOf(held), { ...place.item }, after)
  if (after === undefined && question.kind === 'several') return step(`${at}/${place.field}`, held, [])
  return after === undefined && question.required ? [] : step(`${at}/${place.field}`, held, after)
}

type Item = NonNullable<NonNullable<FormQuestion['place']>['item']>

function itemSteps(path: string, list: readonly unknown[], { key, id, field, makes }: Item, after: unknown): readonly ChangeStep[] {
  const index = list.findIndex((each) => isRecord(each) && own(each, key) === id)
  const held = list[index]
  if (index < 0) {
    if (after === undefined || !makes) return []
    return step(`${path}/${list.length}`, undefined, field === null ? after : { [key]: id, [field]: after })
  }
  if (field === null || (after === undefined && makes)) return step(`${path}/${index}`, held, after)
  return step(`${path}/${index}/${field}`, isRecord(held) ? own(held, field) : undefined, after)
}
