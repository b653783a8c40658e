import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import type { OpenedForm } from '#contract/questionnaires.ts'
import type { FormQuestion } from '#domain/questionnaires/form.ts'
import { nextQuestion } from '../app/actions/forms.ts'
import { useSpeech } from '../app/text.ts'
import { ActionButton } from '../components/action-button.tsx'
import { FieldShell } from '../components/case-fields/field-shell.tsx'
import { FailureText } from '../components/failure-note.tsx'
import { Glyph } from '../components/glyph.tsx'
import { pressKey } from './keys.ts'
import { ChoiceField, SeveralField } from './option-field.tsx'
import css from './questionnaires.module.css'
import { RiskField } from './risk-field.tsx'
import { type AnswerField, useAnswerField } from './save-answer.ts'
import { DateAnswer, DocumentAnswer, TextAnswer } from './typed-field.tsx'
import { answerWords, questionWords, wordsIn } from './words.ts'

export type Moves = { readonly next: () => void; readonly previous: () => void; readonly nextOpen: () => void }
type Given = {
  readonly reference: string
  readonly opened: OpenedForm
  readonly question: FormQuestion
  readonly number: number
  readonly moves: Moves
  /** Changes each time one goes to it: it then takes the focus. */
  readonly went: number
}

/** The question that is being asked: large, with its answers, one line of help, and what was answered before. */
export function QuestionView({ reference, opened, question, number, moves, went }: Given): ReactNode {
  const speech = useSpeech()
  const field = useAnswerField(reference, opened, question)
  const box = useRef<HTMLFieldSetElement>(null)
  useEffect(() => {
    if (went > 0) focusOn(box.current)
  }, [went])
  const press = (event: KeyboardEvent): void => {
    if (pressKey({ event, question, field, t: speech.t }, moves)) event.preventDefault()
  }
  const former = opened.former?.changed.includes(question.id) === true ? opened.former.answers[question.id] : undefined
  return (
    <fieldset
      ref={box}
      className={css['question']}
      data-question={question.id}
      onKeyDownCapture={press}
      aria-label={questionWords(opened, question)}
    >
      <span className={css['number']}>{number}</span>
      <div className={css['asked']}>
        {question.about === null ? null : <p className={css['about']}>{wordsIn(opened, question.about)}</p>}
        <h3 className={css['text']}>
          {wordsIn(opened, question.text)}
          {question.required ? null : <span className={css['optional']}>{speech.t('forms.optional')}</span>}
        </h3>
        {question.help === null ? null : <p className={css['said']}>{wordsIn(opened, question.help.text)}</p>}
        <FieldShell field={field} label={wordsIn(opened, question.text)}>
          <AnswerControl opened={opened} question={question} field={field} />
        </FieldShell>
        <Alarm opened={opened} question={question} field={field} />
        {field.failure === undefined ? null : (
          <p className={css['wrong']} role="alert">
            <FailureText failure={field.failure} />
          </p>
        )}
        {opened.former === null || !opened.former.changed.includes(question.id) ? null : (
          <p className={css['said']} data-former="">
            {speech.t('forms.formerAnswer', {
              date: speech.day(opened.former.on),
              answer: former === undefined ? speech.t('forms.noAnswer') : answerWords(speech, opened, question, former),
            })}
          </p>
        )}
        <div className={css['onward']}>
          <ActionButton action={nextQuestion} context={moves} />
        </div>
      </div>
    </fieldset>
  )
}

/** The first thing that answers: the chosen option, else the first, else the field. */
function focusOn(box: HTMLElement | null): void {
  const first = box?.querySelector<HTMLElement>('input:checked, textarea, select, input, button')
  first?.focus({ preventScroll: true })
  box?.scrollIntoView({ block: 'nearest' })
}

type ControlGiven = { readonly opened: OpenedForm; readonly question: FormQuestion; readonly field: AnswerField }

function AnswerControl({ opened, question, field }: ControlGiven): ReactNode {
  switch (question.kind) {
    case 'choice':
    case 'scale':
      return <ChoiceField opened={opened} question={question} field={field} />
    case 'several':
      return <SeveralField opened={opened} question={question} field={field} />
    case 'risk':
      return <RiskField opened={opened} question={question} field={field} />
    case 'text':
    case 'words':
      return <TextAnswer opened={opened} question={question} field={field} />
    case 'date':
    case 'partial-date':
      return <DateAnswer opened={opened} question={question} field={field} />
    case 'document':
      return <DocumentAnswer opened={opened} question={question} field={field} />
  }
}

/** An answer at its alarm value says so at once, in place; stop rules that fire on a factor are explained where they fire. */
function Alarm({ opened, question, field }: ControlGiven): ReactNode {
  const { t, tOr } = useSpeech()
  const { answer } = field
  if (question.kind === 'risk') {
    const rules = opened.risk?.fired.filter(({ factors, opens }) => opens !== 'note' && factors.includes(question.id)) ?? []
    return rules.map(({ rule, opens }) => (
      <p key={rule} className={css['alarm']} data-rule={rule}>
        <Glyph status={opens === 'stop' ? 'stop' : 'soon'} size={16} />
        {tOr([`risk-rule.${rule}`])}
      </p>
    ))
  }
  if (question.kind !== 'scale' || question.scored === null || question.scored.alertAtOrBelow === null) return null
  const value = answer !== undefined && 'code' in answer ? question.options.find(({ code }) => code === answer.code)?.value : undefined
  if (value === undefined || value > question.scored.alertAtOrBelow) return null
  return (
    <p className={css['alarm']} role="alert" data-alarm={question.scored.item}>
      <Glyph status="stop" size={16} />
      {t('forms.alarm')}
    </p>
  )
}
