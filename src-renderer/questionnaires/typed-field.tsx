import { type ReactNode, useState } from 'react'
import { Input, TextArea, TextField } from 'react-aria-components'
import type { OpenedForm } from '#contract/questionnaires.ts'
import { type Answer, answerSchema } from '#domain/questionnaires/answer.ts'
import type { FormQuestion } from '#domain/questionnaires/form.ts'
import { useSpeech } from '../app/text.ts'
import { cx } from '../components/cx.ts'
import areas from '../components/text-area.module.css'
import type { FieldGiven } from './option-field.tsx'
import { Without } from './option-field.tsx'
import css from './questionnaires.module.css'
import type { AnswerField } from './save-answer.ts'
import { questionWords, wordsIn } from './words.ts'

/** Words typed: the child's own in another face. An empty field is no answer. */
export function TextAnswer({ opened, question, field }: FieldGiven<'text' | 'words'>): ReactNode {
  const { answer } = field
  const isWords = question.kind === 'words'
  const value = answer === undefined ? '' : 'text' in answer ? answer.text : 'words' in answer ? answer.words : ''
  const type = (next: string): void => field.type(next === '' ? undefined : isWords ? { words: next } : { text: next })
  const long = question.kind === 'words' || question.long
  return (
    <>
      <TextField
        className={cx(css['typed'])}
        value={value}
        onChange={type}
        onBlur={field.leave}
        isReadOnly={field.readOnly}
        aria-label={questionWords(opened, question)}
      >
        {long ? (
          <TextArea className={cx(areas['area'], isWords && css['own'])} rows={3} maxLength={8000} />
        ) : (
          <Input className={cx(css['line'])} maxLength={8000} autoComplete="off" />
        )}
      </TextField>
      <Without question={question} field={field} />
    </>
  )
}

/** A day as it is typed; only one that is whole is an answer. `?` stands for what is not known of it. */
export function DateAnswer({ opened, question, field }: FieldGiven<'date' | 'partial-date'>): ReactNode {
  const { t } = useSpeech()
  const [words, setWords] = useState<string>()
  const held = heldDay(field.answer)
  const shown = words ?? held
  const wrong = words !== undefined && words !== '' && dayAnswer(question, words) === undefined
  const take = (next: string): void => {
    setWords(next)
    const answer = dayAnswer(question, next)
    if (next === '' || answer !== undefined) field.type(answer)
  }
  const leave = (): void => {
    if (!wrong) setWords(undefined)
    field.leave()
  }
  return (
    <>
      <TextField
        className={cx(css['typed'])}
        value={shown}
        onChange={take}
        onBlur={leave}
        isInvalid={wrong}
        isReadOnly={field.readOnly}
        aria-label={questionWords(opened, question)}
      >
        <Input className={cx(css['line'], css['day'])} maxLength={10} autoComplete="off" />
      </TextField>
      <p className={cx(css['said'], wrong && css['wrong'])} role={wrong ? 'alert' : undefined}>
        {t(question.kind === 'date' ? 'forms.dayHelp' : 'forms.partialDayHelp')}
      </p>
      <Without question={question} field={field} />
    </>
  )
}

const heldDay = (answer: Answer | undefined): string =>
  answer === undefined ? '' : 'date' in answer ? answer.date : 'partialDate' in answer ? answer.partialDate : ''

function dayAnswer(question: FormQuestion, words: string): Answer | undefined {
  const parsed = answerSchema.safeParse(question.kind === 'date' ? { date: words } : { partialDate: words })
  return parsed.success ? parsed.data : undefined
}

type DocumentGiven = {
  readonly opened: OpenedForm
  readonly question: Extract<FormQuestion, { kind: 'document' }>
  readonly field: AnswerField
}

/** A document of the case, of the type that the question asks for. */
export function DocumentAnswer({ opened, question, field }: DocumentGiven): ReactNode {
  const { t } = useSpeech()
  const fitting = opened.documents.filter(({ type }) => question.type === null || type === question.type)
  const chosen = field.answer !== undefined && 'document' in field.answer ? field.answer.document : ''
  return (
    <>
      <select
        className={css['line']}
        value={chosen}
        disabled={field.readOnly}
        aria-label={wordsIn(opened, question.text)}
        onChange={({ target }) => field.choose(target.value === '' ? undefined : { document: target.value })}
      >
        <option value="">{t(fitting.length === 0 ? 'forms.noDocument' : 'forms.chooseDocument')}</option>
        {fitting.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
      <Without question={question} field={field} />
    </>
  )
}
