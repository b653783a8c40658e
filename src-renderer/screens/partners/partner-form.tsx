import { type ReactNode, useEffect, useRef, useState } from 'react'
import { ulid } from 'ulid'
import type { Output } from '#contract/operations.ts'
import { partnerKinds, partnerRoles, sexes } from '#domain/partners/partner.ts'
import { closeForm, savePartner } from '../../app/actions/partners.ts'
import { useAttempt } from '../../app/attempt.ts'
import { useCommand } from '../../app/queries.ts'
import { useSpeech } from '../../app/text.ts'
import { ActionButton } from '../../components/action-button.tsx'
import { FailureLine } from '../../components/failure-note.tsx'
import { Glyph } from '../../components/glyph.tsx'
import { Panel } from '../../components/panel.tsx'
import { Segment } from '../../components/segment.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { Several } from '../../components/several.tsx'
import { TextBox } from '../../components/text-area.tsx'
import { Field } from '../../components/text-field.tsx'
import { type Draft, draftOf, judge, type TextField } from './draft.ts'
import css from './partners.module.css'
import { choicesOf } from './words.ts'

type Given = {
  readonly id: string | undefined
  readonly revealed: Output<'partner.reveal'> | undefined
  readonly known: Output<'partner.list'>
  /** With the partner to show, where one was saved. */
  readonly onClose: (id?: string) => void
}

const answers = ['yes', 'no', 'unknown'] as const
const none = '-'

/** A partner to write or change. Nothing is required to begin; name, role and country to save. */
export function PartnerForm({ id, revealed, known, onClose }: Given): ReactNode {
  const speech = useSpeech()
  const { t } = speech
  const form = useRef<HTMLFormElement>(null)
  const [ownId] = useState(() => id ?? ulid())
  const [draft, setDraft] = useState(() => draftOf(revealed?.details))
  const [touched, setTouched] = useState(false)
  const command = useCommand('partner.save')
  const { idOf, done } = useAttempt()
  useEffect(() => form.current?.querySelector<HTMLElement>('input, button')?.focus(), [])
  const judged = judge(draft)
  const wrong = touched && 'wrong' in judged ? judged.wrong : []
  const set =
    <Name extends keyof Draft>(name: Name) =>
    (value: Draft[Name]) => {
      command.reset()
      setDraft((before) => ({ ...before, [name]: value }))
    }
  const save = (): void => {
    setTouched(true)
    if ('wrong' in judged) {
      form.current?.querySelector<HTMLElement>(`[data-field="${judged.wrong[0]}"] :is(input, button)`)?.focus()
      return
    }
    const { details } = judged
    const operationId = idOf(JSON.stringify(details))
    command.mutate(
      { id: ownId, version: revealed?.version ?? 0, details, operationId },
      {
        onSuccess: () => {
          done()
          onClose(ownId)
        },
      },
    )
  }
  const text = (name: TextField, optional = true) => (
    <div data-field={name}>
      <Field
        label={optional ? t('partners.optional', { label: t(`partner.column.${name}`) }) : t(`partner.column.${name}`)}
        value={draft[name]}
        onChange={set(name)}
        error={wrong.includes(name) ? t(`partners.wrong.${name}`) : undefined}
      />
    </div>
  )
  const pick = (
    name: 'role' | 'country',
    choices: readonly { readonly id: string; readonly label: string }[],
    choose: (id: string) => void,
  ) => (
    <div data-field={name}>
      <SelectField
        label={t(`partner.column.${name}`)}
        value={draft[name] === '' ? none : draft[name]}
        choices={[{ id: none, label: t('several.choose') }, ...choices]}
        onChange={choose}
      />
      {wrong.includes(name) ? <Wrong>{t(`partners.wrong.${name}`)}</Wrong> : null}
    </div>
  )
  const answer = (name: 'safeToContact' | 'independentOfFamily' | 'safeguarding') => (
    <Segment
      label={t(`partner.column.${name}`)}
      value={draft[name]}
      choices={choicesOf(speech, 'partner.answer', answers, false).flatMap(asAnswer)}
      onChange={set(name)}
    />
  )
  const yesNo = (name: 'wholeCountry' | 'inUse') => (
    <Segment
      label={t(`partner.column.${name}`)}
      value={draft[name] ? 'yes' : 'no'}
      choices={(['yes', 'no'] as const).map((each) => ({ id: each, label: t(`partner.answer.${each}`) }))}
      onChange={(value) => set(name)(value === 'yes')}
    />
  )
  return (
    <form
      ref={form}
      className={css['form']}
      aria-label={t(id === undefined ? 'partners.form.new' : 'partners.form.edit')}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <Panel title={t(id === undefined ? 'partners.form.new' : 'partners.form.edit')} aside={t('partners.form.help')}>
        {wrong.length === 0 ? null : (
          <p role="alert" className={css['failed']}>
            <Glyph status="stop" size={14} />
            {t('partners.form.wrong', { n: wrong.length })}
          </p>
        )}
        <Group title={t('partners.group.who')}>
          <Segment
            label={t('partner.column.kind')}
            value={draft.kind}
            choices={partnerKinds.map((kind) => ({ id: kind, label: t(`partner.kind.${kind}`) }))}
            onChange={set('kind')}
          />
          {text('name', false)}
          {pick('role', choicesOf(speech, 'partner.role', partnerRoles, false), (chosen) =>
            set('role')(partnerRoles.find((role) => role === chosen) ?? ''),
          )}
          {yesNo('inUse')}
        </Group>
        <Group title={t('partners.group.where')}>
          {pick('country', choicesOf(speech, 'country', known.countries), (chosen) => set('country')(chosen === none ? '' : chosen))}
          {text('town')}
          {text('area')}
          {yesNo('wholeCountry')}
          <div className={css['pair']}>
            {text('latitude')}
            {text('longitude')}
          </div>
        </Group>
        <Group title={t('partners.group.what')}>
          <Several
            label={t('partner.column.services')}
            value={draft.services}
            choices={choicesOf(speech, 'partner-service', known.services, false)}
            onChange={set('services')}
          />
          <Several
            label={t('partner.column.receives')}
            value={draft.receives}
            choices={choicesOf(speech, 'partner.sex', sexes, false)}
            onChange={set('receives')}
          />
          <div className={css['pair']}>
            {text('fromAge')}
            {text('toAge')}
          </div>
          {text('places')}
          <Several
            label={t('partner.column.languages')}
            value={draft.languages}
            choices={choicesOf(speech, 'language', known.languages)}
            onChange={set('languages')}
          />
        </Group>
        <Group title={t('partners.group.reach')}>
          {answer('safeToContact')}
          {text('safeChannel')}
          {text('contactPerson')}
          <div className={css['pair']}>
            {text('phone')}
            {text('email')}
          </div>
          {text('address')}
        </Group>
        <Group title={t('partners.group.trust')}>
          {answer('independentOfFamily')}
          {text('independenceNote')}
          {answer('safeguarding')}
          {text('safeguardingSeenOn')}
          {text('safeguardingNote')}
        </Group>
        <Group title={t('partners.group.more')}>
          <TextBox label={t('partners.optional', { label: t('partner.column.note') })} value={draft.note} onChange={set('note')} />
        </Group>
        <div className={css['foot']}>
          <FailureLine failure={command.error?.failure} />
          <div className={css['acts']}>
            <ActionButton action={savePartner} context={{ busy: command.isPending, run: save }} look="primary" />
            <ActionButton action={closeForm} context={{ busy: false, run: () => onClose(id) }} />
          </div>
        </div>
      </Panel>
    </form>
  )
}

const asAnswer = ({ id, label }: { readonly id: string; readonly label: string }) => {
  const known = answers.find((each) => each === id)
  return known === undefined ? [] : [{ id: known, label }]
}

function Wrong({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <p className={css['failed']}>
      <Glyph status="stop" size={14} />
      {children}
    </p>
  )
}

/** Fields that are one thought, their heading beside them where there is room. */
function Group({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  return (
    <fieldset className={css['group']} aria-label={title}>
      <h3 className={css['group-title']}>{title}</h3>
      <div className={css['fields']}>{children}</div>
    </fieldset>
  )
}
