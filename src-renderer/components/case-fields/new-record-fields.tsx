import { type ReactNode, useState } from 'react'
import { typedDay } from '#domain/dates-typed.ts'
import { useRegister } from '../../app/status-context.ts'
import { useSpeech } from '../../app/text.ts'
import { Segment } from '../segment.tsx'
import { SelectField } from '../select-field.tsx'
import { Several } from '../several.tsx'
import { Field } from '../text-field.tsx'
import type { CodedChoice } from './choice-fields.tsx'

type Named = { readonly name: string; readonly label: string; readonly help?: string }
/** One thing that has to be said of a new record. */
export type NewField = Named &
  (
    | { readonly kind: 'choice'; readonly choices: readonly CodedChoice[] }
    | { readonly kind: 'several'; readonly choices: readonly CodedChoice[] }
    | { readonly kind: 'day' }
    | { readonly kind: 'text' }
  )

/** What has been said so far; a day as it was typed. */
export type Said = Readonly<Record<string, string | string[]>>

/** Something that has happened: no later than today. */
const pastDay = (text: string, today: string): string | undefined => {
  const day = typedDay(text, today)
  return day === undefined || day > today ? undefined : day
}

export function isComplete({ kind, name }: NewField, said: Said, today: string): boolean {
  const value = said[name] ?? ''
  if (kind === 'day') return pastDay(String(value), today) !== undefined
  return typeof value === 'string' ? value.trim() !== '' : value.length > 0
}

const mostInRow = 4
const none = '-'

type Given = {
  readonly field: NewField
  readonly value: string | string[] | undefined
  readonly onChange: (value: string | string[]) => void
  readonly onLeave: () => void
}

export function NewFieldInput({ field, value, onChange, onLeave }: Given): ReactNode {
  const { t } = useSpeech()
  const text = typeof value === 'string' ? value : ''
  if (field.kind === 'several')
    return (
      <Several
        label={field.label}
        value={Array.isArray(value) ? value : []}
        choices={field.choices}
        onChange={(some) => onChange([...some])}
      />
    )
  if (field.kind === 'day') return <NewDay label={field.label} value={text} onChange={onChange} onLeave={onLeave} />
  if (field.kind === 'text')
    return (
      <Field
        label={field.label}
        value={text}
        onChange={onChange}
        onLeave={onLeave}
        {...(field.help === undefined ? {} : { help: field.help })}
      />
    )
  if (field.choices.length <= mostInRow) return <Segment label={field.label} value={text} choices={field.choices} onChange={onChange} />
  return (
    <SelectField
      label={field.label}
      value={text === '' ? none : text}
      choices={[{ id: none, label: t('several.choose') }, ...field.choices]}
      onChange={(id) => (id === none ? undefined : onChange(id))}
    />
  )
}

type DayGiven = Pick<Given, 'onChange' | 'onLeave'> & { readonly label: string; readonly value: string }

function NewDay({ label, value, onChange, onLeave }: DayGiven): ReactNode {
  const { t, day } = useSpeech()
  const { today } = useRegister()
  const [left, setLeft] = useState(false)
  const typed = typedDay(value, today)
  const error =
    !left || value.trim() === '' || pastDay(value, today) !== undefined
      ? undefined
      : typed === undefined
        ? t('editing.fault.day')
        : t('editing.fault.latest', { day: day(today) })
  return (
    <Field
      label={label}
      value={value}
      onChange={(text) => {
        setLeft(false)
        onChange(text)
      }}
      onLeave={() => {
        setLeft(true)
        onLeave()
      }}
      help={t('editing.help.day')}
      {...(error === undefined ? {} : { error })}
    />
  )
}
