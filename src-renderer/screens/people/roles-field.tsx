import type { ReactNode } from 'react'
import type { Json } from '../../app/editing/case-editing.tsx'
import { useSpeech } from '../../app/text.ts'
import type { CodedChoice } from '../../components/case-fields/choice-fields.tsx'
import { FieldShell } from '../../components/case-fields/field-shell.tsx'
import { isTexts, useField } from '../../components/case-fields/use-field.ts'
import { FailureText } from '../../components/failure-note.tsx'
import { Several } from '../../components/several.tsx'
import css from './people.module.css'

/** What somebody is in the case: one thing or several out of many. */
export function RolesField({
  at,
  label,
  choices,
}: {
  readonly at: string
  readonly label: string
  readonly choices: readonly CodedChoice[]
}): ReactNode {
  const { t } = useSpeech()
  const field = useField<string[]>(at, {
    shown: (held: Json) => (isTexts(held) ? held : []),
    value: (shown) => shown,
    fault: (shown) => (shown.length === 0 ? t('people.rolesNeeded') : undefined),
    isShown: isTexts,
  })
  const wrong = field.failure === undefined ? field.fault : <FailureText failure={field.failure} />
  return (
    <FieldShell field={field} label={label}>
      {field.readOnly ? (
        <p>{field.shown.map((id) => choices.find((each) => each.id === id)?.label ?? id).join(', ')}</p>
      ) : (
        <Several label={label} value={field.shown} choices={choices} onChange={(some) => field.choose([...some])} />
      )}
      {wrong === undefined ? null : (
        <p role="alert" className={css['wrong']} data-fault="">
          {wrong}
        </p>
      )}
    </FieldShell>
  )
}
