import { type ReactNode, useState } from 'react'
import { typedDay } from '#domain/dates-typed.ts'
import { closeSheet, saveSheet } from '../../app/actions/consent.ts'
import { useCaseEditing } from '../../app/editing/case-editing.tsx'
import { useRegister } from '../../app/status-context.ts'
import { useSpeech } from '../../app/text.ts'
import { ActionButton } from '../../components/action-button.tsx'
import { FieldShell } from '../../components/case-fields/field-shell.tsx'
import { FailureText } from '../../components/failure-note.tsx'
import { Segment } from '../../components/segment.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { TextBox } from '../../components/text-area.tsx'
import { Field } from '../../components/text-field.tsx'
import css from './consent.module.css'
import { dayNeed, newPaper, noPaper, type OpenSheet, SheetProvider, useOpenSheet } from './use-sheet.ts'

type Choice = { readonly id: string; readonly label: string }
type Named = { readonly name: string; readonly label: string; readonly help?: string; readonly optional?: boolean }
type SheetGiven = {
  readonly sheet: OpenSheet
  readonly label: string
  readonly save: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** Around what is being written: what was found again, what others changed meanwhile, and the two ways out. */
export function SheetForm({ sheet, label, save, onClose, children }: SheetGiven): ReactNode {
  const { field, needs } = sheet
  return (
    <fieldset className={css['sheet']} data-sheet="">
      <legend className={css['legend']}>{label}</legend>
      <SheetProvider value={sheet}>
        <FieldShell field={field} label={label}>
          <div className={css['fields']}>{children}</div>
        </FieldShell>
      </SheetProvider>
      {field.failure === undefined ? null : (
        <p role="alert" className={css['failure']}>
          <FailureText failure={field.failure} />
        </p>
      )}
      <div className={css['foot']}>
        <ActionButton action={saveSheet} context={{ run: field.submit, needs, label: save }} look="primary" />
        <ActionButton action={closeSheet} context={{ run: onClose }} look="bar" about={label} />
      </div>
    </fieldset>
  )
}

const useLabel = (): ((named: Named) => string) => {
  const { t } = useSpeech()
  return ({ label, optional = false }) => (optional ? `${label} (${t('editing.optional')})` : label)
}

export function SheetLine(named: Named): ReactNode {
  const { get, set, field } = useOpenSheet()
  const label = useLabel()(named)
  const { help } = named
  const more = help === undefined ? {} : { help }
  return <Field label={label} value={get(named.name)} onChange={(value) => set(named.name, value)} onLeave={field.leave} {...more} />
}

export function SheetProse(named: Named): ReactNode {
  const { get, set, field } = useOpenSheet()
  const label = useLabel()(named)
  return (
    <TextBox label={label} value={get(named.name)} onChange={(value) => set(named.name, value)} onLeave={field.leave} help={named.help} />
  )
}

/** A day, typed as 2026-08-12, 12/8 or “i går”; never one to come. */
export function SheetDay({ name, label, help }: Named): ReactNode {
  const { t, day } = useSpeech()
  const { today } = useRegister()
  const { get, set, field } = useOpenSheet()
  const [left, setLeft] = useState(false)
  const typed = get(name)
  const need = left ? dayNeed(typed, today) : undefined
  const read = typedDay(typed, today)
  const leave = (): void => {
    setLeft(true)
    field.leave()
  }
  return (
    <div className={css['short']}>
      <Field
        label={label}
        value={typed}
        onChange={(value) => {
          setLeft(false)
          set(name, value)
        }}
        onLeave={leave}
        help={help ?? (read === undefined || read === typed ? t('editing.help.day') : day(read))}
        {...(need === undefined ? {} : { error: t(need.key) })}
      />
    </div>
  )
}

export function SheetSegment({ name, label, choices }: Named & { readonly choices: readonly Choice[] }): ReactNode {
  const { get, set } = useOpenSheet()
  return <Segment label={label} value={get(name)} choices={choices} onChange={(value) => set(name, value)} />
}

export function SheetYesNo(named: Named): ReactNode {
  const { t } = useSpeech()
  return <SheetSegment {...named} choices={['yes', 'no'].map((id) => ({ id, label: t(`editing.${id}`) }))} />
}

const nothingChosen = '-'

export function SheetSelect({ name, choices, ...named }: Named & { readonly choices: readonly Choice[] }): ReactNode {
  const { t } = useSpeech()
  const { get, set } = useOpenSheet()
  const label = useLabel()({ name, ...named })
  const chosen = get(name) === '' ? nothingChosen : get(name)
  return (
    <div className={css['select']}>
      <SelectField
        label={label}
        value={chosen}
        choices={chosen === nothingChosen ? [{ id: nothingChosen, label: t('several.choose') }, ...choices] : choices}
        onChange={(value) => (value === nothingChosen ? undefined : set(name, value))}
      />
    </div>
  )
}

/** The paper under a record: one of the type that the case has, one registered with it, or none yet. */
export function SheetPaper({ type }: { readonly type: string }): ReactNode {
  const { t, day } = useSpeech()
  const { held } = useCaseEditing()
  const documents = held('/documents')
  const papers = (Array.isArray(documents) ? documents : []).flatMap((each) => {
    if (typeof each !== 'object' || each === null || Array.isArray(each) || each['type'] !== type) return []
    return [{ id: String(each['id']), label: t('consent.paper.of', { title: String(each['title']), day: day(String(each['issuedOn'])) }) }]
  })
  const choices = [{ id: noPaper, label: t('consent.paper.none') }, { id: newPaper, label: t('consent.paper.new') }, ...papers]
  return (
    <div>
      <SheetSelect name="paper" label={t(`document-type.${type}`)} choices={choices} />
      <p className={css['aside']}>{t('consent.paper.help')}</p>
    </div>
  )
}
