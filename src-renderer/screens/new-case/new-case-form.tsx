import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { identifiers } from '#domain/case/child.ts'
import { openCase } from '../../app/actions/new-case.ts'
import { cancel } from '../../app/actions/people.ts'
import { useWindowContext } from '../../app/actions/window-context.ts'
import { useAttempt } from '../../app/attempt.ts'
import { useCommand } from '../../app/queries.ts'
import { useRegister } from '../../app/status-context.ts'
import { useSpeech } from '../../app/text.ts'
import { ActionButton } from '../../components/action-button.tsx'
import { FailureLine } from '../../components/failure-note.tsx'
import { Panel } from '../../components/panel.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { Field } from '../../components/text-field.tsx'
import css from './new-case.module.css'
import { OfficeFields } from './office-fields.tsx'
import { emptyDraft, type FieldName, missingIn, type Office, openingOf, standings } from './opening.ts'

/** The form of a new case. Nothing is kept before its last button; Enter presses it from any field. */
export function NewCaseForm({ office }: { readonly office: Office | null }): ReactNode {
  const { t, tOr } = useSpeech()
  const { today } = useRegister()
  const { goBack } = useWindowContext()
  const navigate = useNavigate()
  const form = useRef<HTMLFormElement>(null)
  const [draft, setDraft] = useState(() => ({ ...emptyDraft(today), ...(office === null ? {} : { office }) }))
  const [tried, setTried] = useState(false)
  const command = useCommand('case.create')
  const { idOf, done } = useAttempt()
  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  const missing = missingIn(draft, today)
  const wrong = (field: FieldName): string | undefined => (tried && missing.includes(field) ? t(`new-case.wrong.${field}`) : undefined)
  const change = (part: Partial<typeof draft>): void => setDraft((now) => ({ ...now, ...part }))
  const run = (): void => {
    setTried(true)
    if (missing.length > 0) return
    const opening = openingOf(draft)
    command.mutate(
      { ...opening, operationId: idOf(JSON.stringify(opening)) },
      {
        onSuccess: ({ reference }) => {
          done()
          void navigate({ to: '/cases/$reference/$section', params: { reference, section: 'overview' }, replace: true })
        },
      },
    )
  }
  useEffect(() => {
    if (tried) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [tried])
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!command.isPending) run()
  }
  const choices = <Id extends string>(ids: readonly Id[], prefix: string) => ids.map((id) => ({ id, label: tOr([`${prefix}.${id}`]) }))
  const select = <Id extends string>(ids: readonly Id[], id: string): Id | undefined => ids.find((each) => each === id)
  return (
    <form ref={form} onSubmit={submit} aria-label={t('screen.new-case')} className={css['form']}>
      <Panel className={css['fields']}>
        <Field
          label={t('new-case.alias')}
          value={draft.alias}
          onChange={(alias) => change({ alias })}
          help={t('new-case.alias.help')}
          error={wrong('alias')}
        />
        <Field
          label={t('new-case.diary')}
          value={draft.diaryNumber}
          onChange={(diaryNumber) => change({ diaryNumber })}
          help={t('new-case.diary.help')}
        />
        <Field
          label={t('new-case.born')}
          value={draft.born}
          onChange={(born) => change({ born })}
          help={t('new-case.born.help')}
          error={wrong('born')}
        />
        <SelectField
          label={t('new-case.standing')}
          value={draft.standing}
          choices={choices(standings, 'new-case.standing')}
          onChange={(id) => change({ standing: select(standings, id) ?? draft.standing })}
        />
        <Field
          label={t('new-case.foundOn')}
          value={draft.foundOn}
          onChange={(foundOn) => change({ foundOn })}
          help={t('new-case.foundOn.help')}
          error={wrong('foundOn')}
        />
        <SelectField
          label={t('new-case.foundBy')}
          value={draft.foundBy}
          choices={choices(identifiers, 'identified-by')}
          onChange={(id) => change({ foundBy: select(identifiers, id) ?? draft.foundBy })}
        />
        <Field
          label={t('new-case.municipality')}
          value={draft.municipality}
          onChange={(municipality) => change({ municipality })}
          help={t('new-case.municipality.help')}
          error={wrong('municipality')}
        />
        {office === null ? <OfficeFields value={draft.office} onChange={(next) => change({ office: next })} wrong={wrong} /> : null}
      </Panel>
      <FailureLine failure={command.error?.failure} />
      <div className={css['acts']}>
        <ActionButton
          action={openCase}
          context={{ remains: command.isPending ? { key: 'keys.waiting' } : undefined, run }}
          look="primary"
        />
        <ActionButton action={cancel} context={{ busy: false, run: goBack }} />
        <input type="submit" hidden />
      </div>
    </form>
  )
}
