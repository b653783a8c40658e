import type { OpenedForm } from '#contract/questionnaires.ts'
import type { Answer } from '#domain/questionnaires/answer.ts'
import type { FormQuestion } from '#domain/questionnaires/form.ts'
import type { Speech } from '../app/text.ts'

/** The text of a form by its keys; forms bring their own. */
export const wordsIn = ({ texts }: Pick<OpenedForm, 'texts'>, keys: readonly string[]): string => texts[keys[0] ?? ''] ?? keys[0] ?? ''

/** An answer in one line. */
export function answerWords(speech: Speech, opened: OpenedForm, question: FormQuestion, answer: Answer | undefined): string {
  const { t, day } = speech
  if (answer === undefined) return ''
  if ('none' in answer) return t(`answer.none.${answer.none}`)
  const options = 'options' in question ? question.options : []
  const named = (code: string): string => {
    const option = options.find((each) => each.code === code)
    return option === undefined ? code : wordsIn(opened, option.text)
  }
  if ('code' in answer) return named(answer.code)
  if ('codes' in answer) return answer.codes.length === 0 ? t('forms.noneOfThem') : answer.codes.map(named).join(', ')
  if ('text' in answer) return answer.text
  if ('words' in answer) return answer.words
  if ('date' in answer) return day(answer.date)
  if ('partialDate' in answer) return answer.partialDate
  if ('document' in answer) return opened.documents.find(({ id }) => id === answer.document)?.title ?? answer.document
  return riskWords(speech, answer.risk)
}

type Risk = Extract<Answer, { readonly risk: unknown }>['risk']

function riskWords({ t }: Speech, risk: Risk): string {
  if (risk.finding !== 'present') return t(`forms.finding.${risk.finding}`)
  const { inherent, residual } = risk
  const before = inherent.likelihood * inherent.severity
  if (residual === undefined) return String(before)
  return `${before} → ${residual === 'unknown' ? '?' : residual.likelihood * residual.severity}`
}

/** Which way a list item’s heading and its question stand together. */
export function questionWords(opened: OpenedForm, question: FormQuestion): string {
  const text = wordsIn(opened, question.text)
  return question.about === null ? text : `${wordsIn(opened, question.about)}: ${text}`
}
