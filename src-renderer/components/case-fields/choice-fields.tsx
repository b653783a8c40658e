import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, Checkbox, CheckboxGroup, Label, Radio, RadioGroup } from 'react-aria-components'
import type { Json } from '../../app/editing/case-editing.tsx'
import { useSpeech } from '../../app/text.ts'
import buttons from '../button.module.css'
import { cx } from '../cx.ts'
import css from './case-fields.module.css'
import { CaseCombo } from './combo-field.tsx'
import { type CaseFieldGiven, FieldShell, isWrong, labelWords, Under } from './field-shell.tsx'
import { type EditedField, isText, textsKind, useField } from './use-field.ts'

/** Coded values of a list of the catalogue, with their words. */
export type CodedChoice = { readonly id: string; readonly label: string }
type ChoiceGiven = CaseFieldGiven & { readonly choices: readonly CodedChoice[] }

const mostInRow = 4
const mostInColumn = 7

/** One of a list: up to four in a row, up to seven below each other, more in a list that is typed in. */
export function CaseChoice(given: ChoiceGiven): ReactNode {
  return given.choices.length > mostInColumn ? <CaseCombo {...given} /> : <FewChoices {...given} />
}

function FewChoices(given: ChoiceGiven): ReactNode {
  const field = useField(given.at, {
    shown: (held: Json) => (isText(held) ? held : ''),
    value: (shown) => (shown === '' ? undefined : shown),
    fault: (shown) => (shown === '' ? given.needed : undefined),
    isShown: isText,
  })
  return <Choices {...given} field={field} />
}

type YesNoGiven = CaseFieldGiven & {
  /** `word` keeps yes, no or unknown; `truth` keeps true or false, and has no unknown. */
  readonly keeps?: 'word' | 'truth'
}

/** Yes, no, or not known. */
export function CaseYesNo({ keeps = 'word', ...given }: YesNoGiven): ReactNode {
  const { t } = useSpeech()
  const field = useField(given.at, {
    shown: (held: Json) => (typeof held === 'boolean' ? (held ? 'yes' : 'no') : isText(held) ? held : ''),
    value: (shown) => (shown === '' ? undefined : keeps === 'truth' ? shown === 'yes' : shown),
    fault: (shown) => (shown === '' ? given.needed : undefined),
    isShown: isText,
  })
  const ids = keeps === 'truth' ? ['yes', 'no'] : ['yes', 'no', 'unknown']
  return <Choices {...given} field={field} choices={ids.map((id) => ({ id, label: t(`editing.${id}`) }))} />
}

function Choices({
  at,
  choices,
  help,
  size,
  field,
  optional,
  label: name,
}: ChoiceGiven & { readonly field: EditedField<string> }): ReactNode {
  const { t } = useSpeech()
  const label = labelWords(t, { label: name, ...(optional === undefined ? {} : { optional }) })
  const inRow = choices.length <= mostInRow
  return (
    <FieldShell field={field} label={label} size={size}>
      <RadioGroup
        className={cx(css['field'])}
        value={field.shown === '' ? null : field.shown}
        onChange={field.type}
        onBlur={field.leave}
        orientation={inRow ? 'horizontal' : 'vertical'}
        isInvalid={isWrong(field)}
        isReadOnly={field.readOnly}
        data-at={at}
      >
        <div className={css['head']}>
          <Label className={cx(css['label'])}>{label}</Label>
          {optional === true && field.shown !== '' && !field.readOnly ? <Clear label={name} onClear={() => field.choose('')} /> : null}
        </div>
        <div className={css[inRow ? 'segment' : 'stack']}>
          {choices.map((choice) => (
            <Radio key={choice.id} value={choice.id} className={cx(css['choice'])}>
              {inRow ? (
                choice.id === field.shown ? (
                  <Check size={14} strokeWidth={2.2} aria-hidden="true" />
                ) : null
              ) : (
                <span className={cx(css['mark'], css['round'])} />
              )}
              {choice.label}
            </Radio>
          ))}
        </div>
        <Under field={field} help={help} />
      </RadioGroup>
    </FieldShell>
  )
}

function Clear({ label, onClear }: { readonly label: string; readonly onClear: () => void }): ReactNode {
  const { t } = useSpeech()
  return (
    <Button className={cx(buttons['button'], buttons['link'])} aria-label={t('editing.clearField', { field: label })} onPress={onClear}>
      {t('editing.clear')}
    </Button>
  )
}

/** Any number out of a list; kept in the order of the list. */
export function CaseSeveral({ at, choices, help, size, needed, ...named }: ChoiceGiven): ReactNode {
  const { t } = useSpeech()
  const inOrder = (some: readonly string[]): string[] => choices.map(({ id }) => id).filter((id) => some.includes(id))
  const field = useField(at, textsKind(needed))
  const label = labelWords(t, named)
  return (
    <FieldShell field={field} label={label} size={size}>
      <CheckboxGroup
        className={cx(css['field'])}
        value={field.shown}
        onChange={(some) => field.type(inOrder(some))}
        onBlur={field.leave}
        isInvalid={isWrong(field)}
        isReadOnly={field.readOnly}
        data-at={at}
      >
        <Label className={cx(css['label'])}>{label}</Label>
        <div className={css['stack']}>
          {choices.map((choice) => (
            <Checkbox key={choice.id} value={choice.id} className={cx(css['choice'])}>
              <span className={cx(css['mark'], css['square'])}>
                {field.shown.includes(choice.id) ? <Check size={14} strokeWidth={2.4} aria-hidden="true" /> : null}
              </span>
              {choice.label}
            </Checkbox>
          ))}
        </div>
        <Under field={field} help={help} />
      </CheckboxGroup>
    </FieldShell>
  )
}
