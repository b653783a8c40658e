import { Check, ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components'
import buttons from './button.module.css'
import { cx } from './cx.ts'
import css from './field.module.css'
import frame from './frame.module.css'

type Given = {
  readonly label: string
  readonly value: string
  readonly choices: readonly { readonly id: string; readonly label: string }[]
  readonly onChange: (value: string) => void
  /** Where the words beside it name it already. */
  readonly hideLabel?: boolean
}

/** One of many values, in a list that is typed in. */
export function SelectField({ label, value, choices, onChange, hideLabel = false }: Given): ReactNode {
  return (
    <Select className={cx(css['field'])} value={value} onChange={(key) => onChange(String(key))}>
      <Label className={cx(hideLabel ? buttons['hidden'] : css['label'])}>{label}</Label>
      <Button className={cx(buttons['button'])}>
        <SelectValue>{({ selectedText }) => selectedText}</SelectValue>
        <ChevronDown size={14} strokeWidth={1.75} aria-hidden="true" />
      </Button>
      <Popover className={cx(frame['popover'])}>
        <ListBox className={cx(frame['menu'])} items={choices}>
          {(choice) => (
            <ListBoxItem id={choice.id} textValue={choice.label} className={cx(frame['item'])}>
              <span className={frame['tick']}>{choice.id === value ? <Check size={16} strokeWidth={2} aria-hidden="true" /> : null}</span>
              {choice.label}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  )
}
