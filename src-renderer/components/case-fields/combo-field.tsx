import { ChevronDown } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import type { Json } from '../../app/editing/case-editing.tsx'
import { useSpeech } from '../../app/text.ts'
import { cx } from '../cx.ts'
import frame from '../frame.module.css'
import css from './case-fields.module.css'
import { type CaseFieldGiven, FieldShell, isWrong, labelWords, Under } from './field-shell.tsx'
import { isText, useField } from './use-field.ts'

type Given = CaseFieldGiven & { readonly choices: readonly { readonly id: string; readonly label: string }[] }

/** One of many, found by typing a part of its word. */
export function CaseCombo({ at, choices, help, size = 'middle', needed, ...named }: Given): ReactNode {
  const { t } = useSpeech()
  const field = useField(at, {
    shown: (held: Json) => (isText(held) ? held : ''),
    value: (shown) => (shown === '' ? undefined : shown),
    fault: (shown) => (shown === '' ? needed : undefined),
    isShown: isText,
  })
  const label = labelWords(t, named)
  const words = choices.find(({ id }) => id === field.shown)?.label ?? field.shown
  const [typed, setTyped] = useState<string>()
  const leave = (): void => {
    // An emptied box takes the value away; half a word leaves it as it was.
    if (typed?.trim() === '' && field.shown !== '') field.choose('')
    else field.leave()
    setTyped(undefined)
  }
  return (
    <FieldShell field={field} label={label} size={size}>
      <ComboBox
        className={cx(css['field'])}
        selectedKey={field.shown === '' ? null : field.shown}
        inputValue={typed ?? words}
        onInputChange={setTyped}
        onSelectionChange={(key) => {
          if (key === null) return
          field.choose(String(key))
          setTyped(undefined)
        }}
        onBlur={leave}
        allowsCustomValue
        isInvalid={isWrong(field)}
        isReadOnly={field.readOnly}
        data-at={at}
      >
        <Label className={cx(css['label'])}>{label}</Label>
        <div className={css['combo']}>
          <Input className={cx(css['input'])} />
          <Button className={cx(css['open'])}>
            <ChevronDown size={14} strokeWidth={1.75} aria-hidden="true" />
          </Button>
        </div>
        <Under field={field} help={help} />
        <Popover className={cx(frame['popover'])}>
          <ListBox className={cx(frame['menu'], css['list'])}>
            {(typed === undefined ? choices : choices.filter((each) => each.label.toLowerCase().includes(typed.trim().toLowerCase()))).map(
              (choice) => (
                <ListBoxItem key={choice.id} id={choice.id} textValue={choice.label} className={cx(frame['item'])}>
                  {choice.label}
                </ListBoxItem>
              ),
            )}
          </ListBox>
        </Popover>
      </ComboBox>
    </FieldShell>
  )
}
