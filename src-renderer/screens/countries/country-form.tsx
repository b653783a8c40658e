import { Check } from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Checkbox, CheckboxGroup, Label } from 'react-aria-components'
import type { CountryView } from '#contract/directory-views.ts'
import { closeForm, saveCountry } from '../../app/actions/partners.ts'
import { useAttempt } from '../../app/attempt.ts'
import { moveFocusTo } from '../../app/focus.ts'
import { useCommand } from '../../app/queries.ts'
import { useSpeech } from '../../app/text.ts'
import { ActionButton } from '../../components/action-button.tsx'
import { cx } from '../../components/cx.ts'
import { FailureLine } from '../../components/failure-note.tsx'
import field from '../../components/field.module.css'
import { Panel } from '../../components/panel.tsx'
import parts from '../../components/parts.module.css'
import { TextBox } from '../../components/text-area.tsx'
import { Field } from '../../components/text-field.tsx'
import css from './countries.module.css'
import { type CountryDraft, type CountryText, countryDraft, emergencyServices, judgeCountry } from './country-draft.ts'
import { weekdayName } from './weekday-name.ts'

/** What the office knows of a country: with where it was read, and when. It goes before the catalogue. */
export function CountryForm({ view, onClose }: { readonly view: CountryView; readonly onClose: () => void }): ReactNode {
  const { t, tOr } = useSpeech()
  const form = useRef<HTMLFormElement>(null)
  const [draft, setDraft] = useState(() => countryDraft(view))
  const [touched, setTouched] = useState(false)
  const command = useCommand('country.save')
  const { idOf, done } = useAttempt()
  useEffect(() => form.current?.querySelector<HTMLElement>('input')?.focus(), [])
  const judged = judgeCountry(view.country, draft, view.weekend.from === 'catalogue' ? view.weekend.value : undefined)
  const wrong = touched && !('country' in judged) ? judged : []
  const set =
    <Name extends keyof CountryDraft>(name: Name) =>
    (value: CountryDraft[Name]) =>
      setDraft((before) => ({ ...before, [name]: value }))
  const close = (): void => {
    onClose()
    moveFocusTo('[data-country-pane]')
  }
  const save = (): void => {
    setTouched(true)
    if (!('country' in judged)) {
      form.current?.querySelector<HTMLElement>(`[data-field="${judged[0]}"] :is(input, textarea)`)?.focus()
      return
    }
    const operationId = idOf(JSON.stringify(judged))
    command.mutate(
      { version: view.version, profile: judged, operationId },
      {
        onSuccess: () => {
          done()
          close()
        },
      },
    )
  }
  const error = (name: string) => (wrong.includes(name) ? t(`countries.wrong.${name}`) : undefined)
  const text = (name: CountryText, help?: string) => (
    <div data-field={name}>
      <Field
        label={t(`countries.field.${name}`)}
        value={draft[name]}
        onChange={set(name)}
        error={error(name)}
        {...(help === undefined ? {} : { help: t(help) })}
      />
    </div>
  )
  const prose = (name: CountryText, help?: string) => (
    <div data-field={name}>
      <TextBox
        label={t(`countries.field.${name}`)}
        value={draft[name]}
        onChange={set(name)}
        error={error(name)}
        help={help === undefined ? undefined : t(help)}
      />
    </div>
  )
  return (
    <form
      ref={form}
      aria-label={tOr([`country.${view.country}`])}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <Panel title={tOr([`country.${view.country}`])} aside={t('countries.form.help')}>
        <div className={css['fields']}>
          {text('authority')}
          {text('authorityContact')}
          <div className={css['two']} data-field="emergency">
            {emergencyServices.map((service) => (
              <Field
                key={service}
                label={t('countries.emergencyFor', { service: t(`countries.service.${service}`) })}
                value={draft.emergency[service]}
                onChange={(value) => set('emergency')({ ...draft.emergency, [service]: value })}
                error={draft.emergency[service] === '' ? undefined : error('emergency')}
              />
            ))}
          </div>
          {prose('helplines', 'countries.helplines.help')}
          <Weekend value={draft.weekend} onChange={set('weekend')} />
          {prose('holidays', 'countries.holidays.help')}
          <div className={css['two']}>
            {text('travelHours')}
            {text('travelNote')}
          </div>
          {prose('note')}
          <div className={css['two']}>
            {text('source', 'countries.source.help')}
            {text('checkedOn')}
          </div>
        </div>
        <div className={css['foot']}>
          <FailureLine failure={command.error?.failure} />
          <ActionButton action={saveCountry} context={{ busy: command.isPending, run: save }} look="primary" />
          <ActionButton action={closeForm} context={{ busy: false, run: close }} />
        </div>
      </Panel>
    </form>
  )
}

function Weekend({
  value,
  onChange,
}: {
  readonly value: readonly number[]
  readonly onChange: (value: readonly number[]) => void
}): ReactNode {
  const { t } = useSpeech()
  const language = document.documentElement.lang
  return (
    <CheckboxGroup
      className={cx(field['field'])}
      value={value.map(String)}
      onChange={(days) => (days.length === 0 ? undefined : onChange(days.map(Number).toSorted()))}
    >
      <Label className={cx(field['label'])}>{t('countries.field.weekend')}</Label>
      <div className={css['weekdays']}>
        {[1, 2, 3, 4, 5, 6, 7].map((iso) => (
          <Checkbox key={iso} value={String(iso)} className={cx(parts['check'])}>
            <span className={parts['box']}>{value.includes(iso) ? <Check size={13} strokeWidth={2.6} aria-hidden="true" /> : null}</span>
            {weekdayName(iso, language)}
          </Checkbox>
        ))}
      </div>
    </CheckboxGroup>
  )
}
