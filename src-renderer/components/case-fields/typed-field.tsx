import type { KeyboardEvent, ReactNode } from 'react'
import { Input, Label, TextArea, TextField } from 'react-aria-components'
import { useSpeech } from '../../app/text.ts'
import { cx } from '../cx.ts'
import css from './case-fields.module.css'
import { type CaseFieldGiven, FieldShell, isWrong, labelWords, Under } from './field-shell.tsx'
import { type FieldKind, useField } from './use-field.ts'

type Given = CaseFieldGiven & {
  readonly kind: FieldKind<string>
  readonly long?: boolean
  readonly inputMode?: 'text' | 'decimal' | 'numeric'
}

/** A field in which one types: the label above it, help or error below. */
export function TypedField({ at, kind, long = false, inputMode = 'text', help, size, ...named }: Given): ReactNode {
  const { t } = useSpeech()
  const field = useField(at, kind)
  const label = labelWords(t, named)
  // Enter says that one has finished, but not that one leaves.
  const finish = ({ key }: KeyboardEvent): void => {
    if (key === 'Enter') field.leave()
  }
  return (
    <FieldShell field={field} label={label} size={size}>
      <TextField
        className={cx(css['field'])}
        value={field.shown}
        onChange={field.type}
        onBlur={field.leave}
        isInvalid={isWrong(field)}
        isReadOnly={field.readOnly}
        data-at={at}
      >
        <Label className={cx(css['label'])}>{label}</Label>
        {long ? (
          <TextArea className={cx(css['input'], css['area'])} rows={4} />
        ) : (
          <Input className={cx(css['input'])} autoComplete="off" inputMode={inputMode} onKeyDown={finish} />
        )}
        <Under field={field} help={help} />
      </TextField>
    </FieldShell>
  )
}
