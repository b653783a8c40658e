import type { ReactNode } from 'react'
import { useSpeech } from '../../app/text.ts'
import { FailureText } from '../failure-note.tsx'
import { Several } from '../several.tsx'
import css from './case-fields.module.css'
import type { CodedChoice } from './choice-fields.tsx'
import { type CaseFieldGiven, FieldShell, labelWords } from './field-shell.tsx'
import { textsKind, useField } from './use-field.ts'

type Given = CaseFieldGiven & { readonly choices: readonly CodedChoice[] }

/** Some out of very many, as the papers of a case: those chosen, each with a way out, and a list to add from. */
export function CaseChips({ at, choices, help, needed, size, ...named }: Given): ReactNode {
  const { t } = useSpeech()
  const field = useField(at, textsKind(needed))
  const label = labelWords(t, named)
  const wrong = field.failure === undefined ? field.fault : <FailureText failure={field.failure} />
  return (
    <FieldShell field={field} label={label} size={size}>
      {field.readOnly ? (
        <>
          <span className={css['label']}>{label}</span>
          <p>{field.shown.map((id) => choices.find((each) => each.id === id)?.label ?? id).join(', ')}</p>
        </>
      ) : (
        <Several label={label} value={field.shown} choices={choices} onChange={(some) => field.choose([...some])} />
      )}
      {wrong === undefined ? (
        help === undefined ? null : (
          <p className={css['aside']}>{help}</p>
        )
      ) : (
        <p role="alert" className={css['error']} data-fault="">
          {wrong}
        </p>
      )}
    </FieldShell>
  )
}
