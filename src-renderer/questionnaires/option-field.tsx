import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { Checkbox, CheckboxGroup, Radio, RadioGroup } from 'react-aria-components'
import type { OpenedForm } from '#contract/questionnaires.ts'
import type { Answer, NoAnswer } from '#domain/questionnaires/answer.ts'
import type { FormQuestion } from '#domain/questionnaires/form.ts'
import { useSpeech } from '../app/text.ts'
import { cx } from '../components/cx.ts'
import css from './questionnaires.module.css'
import type { AnswerField } from './save-answer.ts'
import { questionWords, wordsIn } from './words.ts'

export type FieldGiven<Kind extends FormQuestion['kind']> = {
  readonly opened: OpenedForm
  readonly question: Extract<FormQuestion, { readonly kind: Kind }>
  readonly field: AnswerField
}

/** The answer that a code is, on the scale that it was given on. */
export function codeAnswer(question: FormQuestion, code: string): Answer {
  return question.kind === 'scale' ? { code, scale: question.scale } : { code }
}

/** One of several, each with its number; the answers that stand instead of one come last, apart. */
export function ChoiceField({ opened, question, field }: FieldGiven<'choice' | 'scale'>): ReactNode {
  const { t } = useSpeech()
  const { answer } = field
  const value = answer === undefined ? null : 'none' in answer ? `none:${answer.none}` : 'code' in answer ? answer.code : null
  const choose = (next: string): void => {
    const none = question.without.find((each) => `none:${each}` === next)
    field.choose(none === undefined ? codeAnswer(question, next) : { none })
  }
  return (
    <RadioGroup
      className={cx(css['options'], question.options.length > 4 && css['tall'])}
      value={value}
      onChange={choose}
      isDisabled={field.readOnly}
      aria-label={questionWords(opened, question)}
    >
      {question.options.map(({ code, text }, at) => (
        <Option key={code} id={code} mark={at < 9 ? String(at + 1) : ''} chosen={value === code} words={wordsIn(opened, text)} />
      ))}
      {question.without.map((none, at) => (
        <Option
          key={none}
          id={`none:${none}`}
          mark={t(`forms.key.${none}`)}
          chosen={value === `none:${none}`}
          words={t(`answer.none.${none}`)}
          apart={at === 0}
        />
      ))}
    </RadioGroup>
  )
}

type OptionGiven = {
  readonly id: string
  readonly mark: string
  readonly chosen: boolean
  readonly words: string
  readonly apart?: boolean
}

function Option({ id, mark, chosen, words, apart = false }: OptionGiven): ReactNode {
  return (
    <Radio value={id} className={cx(css['option'], apart && css['apart'])}>
      {mark === '' ? null : <kbd className={css['key']}>{mark}</kbd>}
      {words}
      {chosen ? <Check size={16} strokeWidth={2.2} aria-hidden="true" /> : null}
    </Radio>
  )
}

/** Any number of them; choosing none of them is an answer too. */
export function SeveralField({ opened, question, field }: FieldGiven<'several'>): ReactNode {
  const { t } = useSpeech()
  const chosen = field.answer !== undefined && 'codes' in field.answer ? field.answer.codes : []
  return (
    <>
      <CheckboxGroup
        className={cx(css['options'], css['tall'])}
        value={[...chosen]}
        onChange={(codes) => field.choose({ codes })}
        isDisabled={field.readOnly}
        aria-label={questionWords(opened, question)}
      >
        {question.options.map(({ code, text }, at) => (
          <Checkbox key={code} value={code} className={cx(css['option'])}>
            {at < 9 ? <kbd className={css['key']}>{at + 1}</kbd> : null}
            {wordsIn(opened, text)}
            {chosen.includes(code) ? <Check size={16} strokeWidth={2.2} aria-hidden="true" /> : null}
          </Checkbox>
        ))}
      </CheckboxGroup>
      {field.answer !== undefined && chosen.length === 0 ? <p className={css['said']}>{t('forms.noneOfThem')}</p> : null}
    </>
  )
}

/** The answers instead of one, below a field that is typed in. */
export function Without({ question, field }: { readonly question: FormQuestion; readonly field: AnswerField }): ReactNode {
  const { t } = useSpeech()
  if (question.without.length === 0) return null
  const chosen: NoAnswer | undefined = field.answer !== undefined && 'none' in field.answer ? field.answer.none : undefined
  return (
    <RadioGroup
      className={cx(css['options'])}
      value={chosen ?? null}
      onChange={(value) => {
        const none = question.without.find((each) => each === value)
        if (none !== undefined) field.choose({ none })
      }}
      isDisabled={field.readOnly}
      aria-label={t('forms.without')}
    >
      {question.without.map((none) => (
        <Option key={none} id={none} mark="" chosen={chosen === none} words={t(`answer.none.${none}`)} />
      ))}
    </RadioGroup>
  )
}
