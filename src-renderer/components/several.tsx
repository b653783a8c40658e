import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { useSpeech } from '../app/text.ts'
import { cx } from './cx.ts'
import { SelectField } from './select-field.tsx'
import css from './several.module.css'

type Given = {
  readonly label: string
  readonly value: readonly string[]
  readonly choices: readonly { readonly id: string; readonly label: string }[]
  readonly onChange: (value: readonly string[]) => void
}

const none = '-'

/** Several of many values: those chosen, each with a way out, and a list to add from that is typed in. */
export function Several({ label, value, choices, onChange }: Given): ReactNode {
  const { t } = useSpeech()
  const left = choices.filter(({ id }) => !value.includes(id))
  const labelOf = (id: string) => choices.find((choice) => choice.id === id)?.label ?? id
  return (
    <div>
      <SelectField
        label={label}
        value={none}
        choices={[{ id: none, label: t(value.length === 0 ? 'several.choose' : 'several.more') }, ...left]}
        onChange={(id) => (id === none ? undefined : onChange([...value, id]))}
      />
      <ul className={css['chosen']} aria-label={label}>
        {value.map((id) => (
          <li key={id} className={css['one']}>
            {labelOf(id)}
            <Button
              className={cx(css['remove'])}
              aria-label={t('several.remove', { what: labelOf(id) })}
              onPress={() => onChange(value.filter((each) => each !== id))}
            >
              <X size={14} strokeWidth={1.9} aria-hidden="true" />
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}
