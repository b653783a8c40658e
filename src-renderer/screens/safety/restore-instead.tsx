import { type ReactNode, useState } from 'react'
import type { Output } from '#contract/operations.ts'
import { restoreInstead } from '../../app/actions/backup.ts'
import { useCommand } from '../../app/queries.ts'
import { useSpeech } from '../../app/text.ts'
import { ActionButton } from '../../components/action-button.tsx'
import { FailureText } from '../../components/failure-note.tsx'
import { Glyph } from '../../components/glyph.tsx'
import parts from '../../components/parts.module.css'
import { Field } from '../../components/text-field.tsx'
import css from './safety.module.css'
import { whenSeen } from './words.ts'

type Given = {
  readonly from: string
  readonly found: Output<'backup.compare'>
  readonly passphrase: string
  readonly now: string
}

/** A copy takes the place of this register: what goes, what is kept, and the number that shows that it was read. */
export function RestoreInstead({ from, found, passphrase, now }: Given): ReactNode {
  const speech = useSpeech()
  const { t } = speech
  const [typed, setTyped] = useState('')
  const command = useCommand('backup.restore')
  const { copy, lost, lostCases, olderCases } = found
  const restore = (): void => command.mutate({ from, copy: copy.name, into: null, mode: 'instead', confirm: Number(typed), passphrase })
  return (
    <section className={css['asked']} data-instead="" aria-label={t('safety.instead')}>
      <h2>{t('safety.instead')}</h2>
      <p className={parts['consequence']}>
        <Glyph status="stop" size={18} />
        <span>{t('safety.instead.goes', { lost, at: whenSeen(speech, copy.at, now) })}</span>
      </p>
      <ul className={parts['points']}>
        <li>{t('safety.instead.cases', { n: lostCases })}</li>
        <li>{t('safety.instead.older', { n: olderCases })}</li>
        <li>{t('safety.instead.aside')}</li>
        <li>{t('safety.instead.lock')}</li>
      </ul>
      <Field
        label={t('safety.instead.count')}
        value={typed}
        onChange={setTyped}
        help={t('safety.instead.count.help')}
        error={command.isError ? <FailureText failure={command.error.failure} /> : undefined}
      />
      <ActionButton action={restoreInstead} context={{ lost, typed, busy: command.isPending, run: restore }} />
      {command.isPending ? <p role="status">{t('safety.instead.running')}</p> : null}
    </section>
  )
}
