import { ChevronDown } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import { cx } from '../cx.ts'
import frame from '../frame.module.css'
import css from './case-fields.module.css'
import type { CodedChoice } from './choice-fields.tsx'

type Given = {
  readonly label: string
  readonly choices: readonly CodedChoice[]
  readonly onAdd: (id: string) => void
  /** Stands between the label and the box. */
  readonly children?: ReactNode
}

/** A box to type in that adds one of a list, and is empty again for the next. */
export function AddFromList({ label, choices, onAdd, children }: Given): ReactNode {
  const [typed, setTyped] = useState('')
  const sought = typed.trim().toLowerCase()
  return (
    <ComboBox
      className={cx(css['field'])}
      selectedKey={null}
      inputValue={typed}
      onInputChange={setTyped}
      onSelectionChange={(key) => {
        if (key === null) return
        onAdd(String(key))
        setTyped('')
      }}
      onBlur={() => setTyped('')}
      allowsCustomValue
    >
      <Label className={cx(css['label'])}>{label}</Label>
      {children}
      <div className={css['combo']}>
        <Input className={cx(css['input'])} />
        <Button className={cx(css['open'])}>
          <ChevronDown size={14} strokeWidth={1.75} aria-hidden="true" />
        </Button>
      </div>
      <Popover className={cx(frame['popover'])}>
        <ListBox className={cx(frame['menu'], css['list'])}>
          {choices
            .filter((choice) => choice.label.toLowerCase().includes(sought))
            .map((choice) => (
              <ListBoxItem key={choice.id} id={choice.id} textValue={choice.label} className={cx(frame['item'])}>
                {choice.label}
              </ListBoxItem>
            ))}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
