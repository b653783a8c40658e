import type { ReactNode } from 'react'
import { Label, Text, TextArea, TextField } from 'react-aria-components'
import { cx } from './cx.ts'
import field from './field.module.css'
import css from './text-area.module.css'

type Given = {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onLeave?: () => void
  readonly help?: ReactNode
  readonly error?: ReactNode
  readonly autoFocus?: boolean
}

/** Running text: label above, the field, one line of help which an error replaces. */
export function TextBox({ label, value, onChange, onLeave, help, error, autoFocus = false }: Given): ReactNode {
  const wrong = error !== undefined
  return (
    <TextField
      className={cx(field['field'])}
      value={value}
      onChange={onChange}
      {...(onLeave === undefined ? {} : { onBlur: onLeave })}
      isInvalid={wrong}
      autoFocus={autoFocus}
    >
      <Label className={cx(field['label'])}>{label}</Label>
      <TextArea className={cx(css['area'])} rows={4} maxLength={8000} />
      {wrong ? (
        <Text slot="errorMessage" className={cx(field['error'])}>
          {error}
        </Text>
      ) : help === undefined ? null : (
        <Text slot="description" className={cx(field['help'])}>
          {help}
        </Text>
      )}
    </TextField>
  )
}
