import type { KeyboardEvent } from 'react'
import type { FormQuestion } from '#domain/questionnaires/form.ts'
import { codeAnswer } from './option-field.tsx'
import type { AnswerField } from './save-answer.ts'

/** Letters and digits belong to the field while one types. */
export const isTyping = ({ target }: KeyboardEvent): boolean =>
  target instanceof HTMLElement && target.matches('input:not([type="radio"], [type="checkbox"]), textarea, select')

type Moves = { readonly next: () => void; readonly previous: () => void; readonly nextOpen: () => void }
type Pressed = {
  readonly event: KeyboardEvent
  readonly question: FormQuestion
  readonly field: AnswerField
  readonly t: (key: string) => string
}

/** Digits answer, letters answer otherwise, Enter goes on. Tells whether the key was one of these. */
export function pressKey({ event, question, field, t }: Pressed, { next, previous, nextOpen }: Moves): boolean {
  if (event.ctrlKey || event.altKey || event.metaKey || isInConflict(event)) return false
  if (event.key === 'F8') return done(nextOpen)
  const inTextArea = event.target instanceof HTMLTextAreaElement
  if (event.key === 'Enter' && !inTextArea && !isButton(event)) return done(event.shiftKey ? previous : next)
  if (field.readOnly || isTyping(event)) return false
  const option = 'options' in question && /^[1-9]$/.test(event.key) ? question.options[Number(event.key) - 1] : undefined
  if (option !== undefined) return done(() => take(question, option.code, field))
  const none = question.without.find((each) => t(`forms.key.${each}`) === event.key.toUpperCase())
  return none === undefined ? false : done(() => field.choose({ none }))
}

function done(work: () => void): true {
  work()
  return true
}

/** Where one chooses between two people's words, keys mean that choice. */
const isInConflict = ({ target }: KeyboardEvent): boolean => target instanceof HTMLElement && target.closest('[data-conflict]') !== null

const isButton = ({ target }: KeyboardEvent): boolean => target instanceof HTMLElement && target.closest('button') !== null

function take(question: FormQuestion, code: string, field: AnswerField): void {
  if (question.kind !== 'several') {
    field.choose(codeAnswer(question, code))
    return
  }
  const codes = field.answer !== undefined && 'codes' in field.answer ? field.answer.codes : []
  field.choose({ codes: codes.includes(code) ? codes.filter((each) => each !== code) : [...codes, code] })
}
