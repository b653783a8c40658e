import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import { cx } from './cx.ts'
import css from './field.module.css'

type Given<T extends string> = {
  readonly label: string
  readonly value: T
  readonly choices: readonly { readonly id: T; readonly label: string }[]
  readonly onChange: (value: T) => void
  /** The label stands beside already. */
  readonly labelled?: boolean
}

/** Up to four short values in a row, a tick on the chosen one. */
export function Segment<T extends string>({ label, value, choices, onChange, labelled = false }: Given<T>): ReactNode {
  const chosen = (id: string): void => {
    const choice = choices.find((each) => each.id === id)
    if (choice !== undefined) onChange(choice.id)
  }
  return (
    <RadioGroup className={cx(css['field'])} value={value} onChange={chosen} orientation="horizontal" aria-label={label}>
      {labelled ? null : <Label className={cx(css['label'])}>{label}</Label>}
      <div className={css['segment']}>
        {choices.map((choice) => (
          <Radio key={choice.id} value={choice.id} className={cx(css['choice'])}>
            {choice.id === value ? <Check size={14} strokeWidth={2.2} aria-hidden="true" /> : null}
            {choice.label}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}
