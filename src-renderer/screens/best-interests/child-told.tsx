import type { ReactNode } from 'react'
import { type Json, useCaseEditing } from '../../app/editing/case-editing.tsx'
import { useAutosave } from '../../app/editing/use-autosave.ts'
import { useSpeech } from '../../app/text.ts'
import { FieldShell } from '../../components/case-fields/field-shell.tsx'
import { Field } from '../../components/text-field.tsx'
import css from './best-interests.module.css'

type Told = { readonly on: string; readonly language: string; readonly by: string }
const empty: Told = { on: '', language: '', by: '' }
const isTold = (value: Json): value is Told =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  typeof value['on'] === 'string' &&
  typeof value['language'] === 'string'

const isWhole = ({ on, language }: Told): boolean => /^\d{4}-\d{2}-\d{2}$/.test(on) && /^[a-z]{2,3}$/.test(language)

/** When the child was told of the decision, in which language and by whom. Said once; the decision itself stands. */
export function ChildTold({ index }: { readonly index: number }): ReactNode {
  const { t } = useSpeech()
  const { edit, held } = useCaseEditing()
  const at = `/bestInterests/${index}/childInformed`
  const stands = held(at)
  const field = useAutosave<Told>({
    place: at,
    held: isTold(stands) ? { ...empty, ...stands } : empty,
    fault: (told) => (isWhole(told) ? undefined : t('best-interests.toldHelp')),
    isShown: isTold,
    attempt: ({ on, language, by }, version, settle) =>
      edit([{ at, value: { on, language, ...(by.trim() === '' ? {} : { by }) } }], version, { settle }),
  })
  const set = (change: Partial<Told>): void => field.type({ ...field.shown, ...change })
  return (
    <div className={css['row']} data-child-told="">
      <FieldShell field={field} label={t('best-interests.toldOn')}>
        <Field
          label={t('best-interests.toldOn')}
          value={field.shown.on}
          onChange={(on) => set({ on })}
          onLeave={field.leave}
          help={t('forms.dayHelp')}
        />
        <Field
          label={t('best-interests.toldLanguage')}
          value={field.shown.language}
          onChange={(language) => set({ language })}
          onLeave={field.leave}
          help={t('best-interests.toldHelp')}
        />
        <Field label={t('best-interests.toldBy')} value={field.shown.by} onChange={(by) => set({ by })} onLeave={field.leave} />
      </FieldShell>
    </div>
  )
}
