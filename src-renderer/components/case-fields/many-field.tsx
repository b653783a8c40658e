import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import type { Json } from '../../app/editing/case-editing.tsx'
import { useSpeech } from '../../app/text.ts'
import { cx } from '../cx.ts'
import { Glyph } from '../glyph.tsx'
import chips from '../several.module.css'
import { AddFromList } from './add-from-list.tsx'
import css from './case-fields.module.css'
import type { CodedChoice } from './choice-fields.tsx'
import { type CaseFieldGiven, FieldShell, isWrong, labelWords } from './field-shell.tsx'
import { isTexts, useField } from './use-field.ts'

type Given = CaseFieldGiven & {
  readonly choices: readonly CodedChoice[]
  /** The choice that says that nobody knows: it goes when another comes. */
  readonly unknown?: string
}

/** Several of many values: those chosen, each with a way out, and a box to add from that is typed in. */
export function CaseMany({ at, choices, help, size = 'middle', needed, unknown, ...named }: Given): ReactNode {
  const { t } = useSpeech()
  const field = useField<string[]>(at, {
    shown: (held: Json) => (isTexts(held) ? held : []),
    value: (shown) => shown,
    fault: (shown) => (shown.length === 0 ? needed : undefined),
    isShown: isTexts,
  })
  const label = labelWords(t, named)
  const wordsOf = (id: string): string => choices.find((choice) => choice.id === id)?.label ?? id
  const add = (id: string): void => field.choose(id === unknown ? [id] : [...field.shown.filter((each) => each !== unknown), id])
  const chosen = (
    <ul className={chips['chosen']} aria-label={label}>
      {field.shown.map((id) => (
        <li key={id} className={chips['one']}>
          {wordsOf(id)}
          {field.readOnly ? null : (
            <Button
              className={cx(chips['remove'])}
              aria-label={t('several.remove', { what: wordsOf(id) })}
              onPress={() => field.choose(field.shown.filter((each) => each !== id))}
            >
              <X size={14} strokeWidth={1.9} aria-hidden="true" />
            </Button>
          )}
        </li>
      ))}
    </ul>
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
