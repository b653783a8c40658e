import type { ReactNode } from 'react'
import { useSpeech } from '../app/text.ts'
import { Chosen } from './chosen.tsx'
import { SelectField } from './select-field.tsx'

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
      <Chosen label={label} value={value} labelOf={labelOf} onRemove={(id) => onChange(value.filter((each) => each !== id))} />
    </div>
  )
}
