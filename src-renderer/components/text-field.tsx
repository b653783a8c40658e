import type { KeyboardEvent, ReactNode, Ref } from 'react'
import { Input, Label, Text, TextField } from 'react-aria-components'
import { cx } from './cx.ts'
import css from './field.module.css'
import { Glyph } from './glyph.tsx'

type Given = {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly type?: 'text' | 'password'
  readonly error?: ReactNode
  readonly help?: string
  readonly inside?: ReactNode
  readonly beside?: ReactNode
  readonly inputRef?: Ref<HTMLInputElement>
  readonly onLeave?: () => void
  readonly onKey?: (event: KeyboardEvent<HTMLInputElement>) => void
}

/** Label above, the field, one line of help which an error replaces. */
export function Field({ label, value, onChange, type = 'text', error, help, inside, beside, inputRef, onLeave, onKey }: Given): ReactNode {
  const wrong = error !== undefined
  return (
    <TextField
      className={cx(css['field'])}
      value={value}
      onChange={onChange}
      type={type}
      isInvalid={wrong}
      {...(onLeave === undefined ? {} : { onBlur: onLeave })}
    >
      <Label className={cx(css['label'])}>{label}</Label>
      <div className={css['row']}>
        <div className={cx(css['box'], wrong && css['wrong'])}>
          <Input
            className={cx(css['input'])}
            autoComplete="off"
            spellCheck={false}
            {...(inputRef === undefined ? {} : { ref: inputRef })}
            {...(onKey === undefined ? {} : { onKeyDown: onKey, onKeyUp: onKey })}
          />
          {inside}
        </div>
        {beside}
      </div>
      {wrong ? (
        <Text slot="errorMessage" className={cx(css['error'])}>
          <Glyph status="stop" size={14} />
          <span>{error}</span>
        </Text>
      ) : help === undefined ? null : (
        <Text slot="description" className={cx(css['help'])}>
          {help}
        </Text>
      )}
    </TextField>
  )
}
