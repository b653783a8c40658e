import { Plus } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Button } from 'react-aria-components'
import { typedDay } from '#domain/dates-typed.ts'
import { addRecord, dropRecord } from '../../app/actions/records.ts'
import { type Json, useCaseEditing } from '../../app/editing/case-editing.tsx'
import { useAutosave } from '../../app/editing/use-autosave.ts'
import { moveFocusTo } from '../../app/focus.ts'
import { useRegister } from '../../app/status-context.ts'
import { useSpeech } from '../../app/text.ts'
import { ActionButton } from '../action-button.tsx'
import buttons from '../button.module.css'
import { cx } from '../cx.ts'
import { FailureText } from '../failure-note.tsx'
import css from './case-fields.module.css'
import { FieldShell } from './field-shell.tsx'
import { isComplete, type NewField, NewFieldInput, type Said } from './new-record-fields.tsx'
import type { CaseRecord } from './record-list.tsx'

type Given = {
  /** Path of the list. */
  readonly at: string
  /** Words of the button that opens it. */
  readonly label: string
  /** What has to be said before there is a record. All the rest is filled in afterwards. */
  readonly fields: readonly NewField[]
  readonly record: (said: Said) => CaseRecord
}

const isSaid = (value: Json): value is { [name: string]: string | string[] } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A new record of a list: no value is guessed, and what is half said waits here, also over a lock. Esc closes it. */
export function NewRecord({ at, label, fields, record }: Given): ReactNode {
  const { t } = useSpeech()
  const { today } = useRegister()
  const { edit, mayChange } = useCaseEditing()
  const [opened, setOpened] = useState(false)
  const opener = `[data-new-record="${CSS.escape(at)}"]`
  const close = (): void => {
    setOpened(false)
    moveFocusTo(opener)
  }
  const field = useAutosave<{ [name: string]: string | string[] }>({
    place: `${at}/+`,
    held: {},
    byHand: true,
    isShown: isSaid,
    fault: (said) => (fields.every((each) => isComplete(each, said, today)) ? undefined : t('records.half')),
    attempt: (said, version, settle) => {
      const days = fields.filter(({ kind }) => kind === 'day').map(({ name }) => [name, typedDay(String(said[name]), today) ?? ''] as const)
      return edit([{ at: `${at}/+`, value: { ...record({ ...said, ...Object.fromEntries(days) }) } }], version, { settle, tell: true })
    },
    onSaved: close,
  })
  if (!mayChange) return null
  if (!opened && !field.dirty && !field.foundHidden)
    return (
      <div>
        <Button
          className={cx(buttons['button'])}
          data-new-record={at}
          onPress={() => {
            setOpened(true)
            moveFocusTo(`[data-new-fields="${CSS.escape(at)}"] :is(input, button)`)
          }}
        >
          <Plus size={16} strokeWidth={1.75} aria-hidden="true" />
          {label}
        </Button>
      </div>
    )
  const missing = fields.filter((each) => !isComplete(each, field.shown, today)).map((each) => each.label)
  const drop = (): void => {
    field.drop()
    close()
  }
  return (
    <FieldShell field={field} label={label}>
      <fieldset
        className={css['fresh']}
        data-new-fields={at}
        onKeyDown={({ key, defaultPrevented }) => (key === 'Escape' && !defaultPrevented ? drop() : undefined)}
      >
        <legend className={css['label']}>{label}</legend>
        {fields.map((each) => (
          <NewFieldInput
            key={each.name}
            field={each}
            value={field.shown[each.name]}
            onChange={(value) => field.type({ ...field.shown, [each.name]: value })}
            onLeave={field.leave}
          />
        ))}
        <div className={css['buttons']}>
          <ActionButton action={addRecord} context={{ missing, run: field.submit }} about={label} />
          <ActionButton action={dropRecord} context={{ run: drop }} look="link" about={label} />
        </div>
        {field.failure === undefined ? null : (
          <p role="alert" className={css['error']}>
            <FailureText failure={field.failure} />
          </p>
        )}
      </fieldset>
    </FieldShell>
  )
}
