import type { ReactNode } from 'react'
import { useSpeech } from '../../app/text.ts'
import { Chosen } from '../chosen.tsx'
import { Glyph } from '../glyph.tsx'
import { AddFromList } from './add-from-list.tsx'
import css from './case-fields.module.css'
import type { CodedChoice } from './choice-fields.tsx'
import { type CaseFieldGiven, FieldShell, isWrong, labelWords } from './field-shell.tsx'
import { textsKind, useField } from './use-field.ts'

type Given = CaseFieldGiven & {
  readonly choices: readonly CodedChoice[]
  /** The choice that says that nobody knows: it goes when another comes. */
  readonly unknown?: string
}

/** Several of many values: those chosen, each with a way out, and a box to add from that is typed in. */
export function CaseMany({ at, choices, help, size = 'middle', needed, unknown, ...named }: Given): ReactNode {
  const { t } = useSpeech()
  const field = useField(at, textsKind(needed))
  const label = labelWords(t, named)
  const wordsOf = (id: string): string => choices.find((choice) => choice.id === id)?.label ?? id
  const add = (id: string): void => field.choose(id === unknown ? [id] : [...field.shown.filter((each) => each !== unknown), id])
  const chosen = (
    <Chosen
      label={label}
      value={field.shown}
      labelOf={wordsOf}
      onRemove={field.readOnly ? undefined : (id) => field.choose(field.shown.filter((each) => each !== id))}
    />
  )
  return (
    <FieldShell field={field} label={label} size={size}>
      <div className={css['field']} data-at={at}>
        {field.readOnly ? (
          <>
            <span className={css['label']}>{label}</span>
            {chosen}
          </>
        ) : (
          <AddFromList label={label} choices={choices.filter(({ id }) => !field.shown.includes(id))} onAdd={add}>
            {chosen}
          </AddFromList>
        )}
        {isWrong(field) ? (
          <p className={css['error']} data-fault="">
            <Glyph status="stop" size={14} />
            {field.fault}
          </p>
        ) : help === undefined ? null : (
          <p className={css['aside']}>{help}</p>
        )}
      </div>
    </FieldShell>
  )
}
