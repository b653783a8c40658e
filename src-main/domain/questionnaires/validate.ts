import type { Answer } from './answer.ts'
import { type FormQuestion, questionsOf } from './form.ts'
import { type Filled, visibleQuestions } from './look.ts'

export const answerFaultCodes = [
  'no-such-question',
  'wrong-kind',
  'not-an-option',
  'other-scale',
  'not-allowed-without',
  'no-such-document',
  'missing',
] as const
export type AnswerFault = { readonly question: string; readonly code: (typeof answerFaultCodes)[number] }

export type Bounds = { readonly today: string; readonly documents: readonly { readonly id: string; readonly type: string }[] }

/** The kind of answer that each kind of question takes. */
const fields = {
  choice: 'code',
  scale: 'code',
  several: 'codes',
  risk: 'risk',
  text: 'text',
  words: 'words',
  date: 'date',
  'partial-date': 'partialDate',
  document: 'document',
} as const satisfies Record<FormQuestion['kind'], string>

/** What is wrong with one answer, nothing where it may stand. */
export function answerFault(question: FormQuestion, answer: Answer, { documents }: Bounds): AnswerFault['code'] | undefined {
  if ('none' in answer) return question.without.includes(answer.none) ? undefined : 'not-allowed-without'
  if (!(fields[question.kind] in answer)) return 'wrong-kind'
  if ('options' in question) {
    const known = new Set(question.options.map(({ code }) => code))
    if (question.kind === 'scale' && 'code' in answer && answer.scale !== question.scale) return 'other-scale'
    const given = 'code' in answer ? [answer.code] : 'codes' in answer ? answer.codes : []
    if (given.some((code) => !known.has(code)) || new Set(given).size < given.length) return 'not-an-option'
  }
  if (question.kind === 'document' && 'document' in answer) {
    const found = documents.find(({ id }) => id === answer.document)
    if (found === undefined || (question.type !== null && found.type !== question.type)) return 'no-such-document'
  }
  return undefined
}

/** Everything that keeps the answers from being signed off, question by question in the form's order; unknown questions last. */
export function answerFaults(filled: Filled, bounds: Bounds): readonly AnswerFault[] {
  const known = new Map(questionsOf(filled.form).map((question) => [question.id, question]))
  const asked = visibleQuestions(filled)
  const wrong = asked.flatMap((question): readonly AnswerFault[] => {
    const answer = filled.answers[question.id]
    if (answer === undefined) return question.required ? [{ question: question.id, code: 'missing' }] : []
    const code = answerFault(question, answer, bounds)
    return code === undefined ? [] : [{ question: question.id, code }]
  })
  const strange = Object.keys(filled.answers).filter((id) => !known.has(id))
  return [...wrong, ...strange.map((question): AnswerFault => ({ question, code: 'no-such-question' }))]
}
