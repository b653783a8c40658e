import type { ReactNode } from 'react'
import { Label, Text, TextArea, TextField } from 'react-aria-components'
import { cx } from './cx.ts'
import css from './field.module.css'

type Given = { readonly label: string; readonly help: string; readonly value: string; readonly onChange: (value: string) => void }

/** Several lines of text; label above, one line of help. */
export function LongField({ label, help, value, onChange }: Given): ReactNode {
  return (
    <TextField className={cx(css['field'])} value={value} onChange={onChange}>
      <Label className={cx(css['label'])}>{label}</Label>
      <div className={css['box']}>
        <TextArea className={cx(css['input'])} rows={4} />
      </div>
      <Text slot="description" className={cx(css['help'])}>
        {help}
      </Text>
    </TextField>
  )
}
