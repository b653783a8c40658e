import { type FormEvent, type ReactNode, useState } from 'react'
import { leaveKeys, restoreCopy } from '../../app/actions/keys.ts'
import { useAnswer, useCommand } from '../../app/queries.ts'
import { useSpeech } from '../../app/text.ts'
import { ActionButton } from '../../components/action-button.tsx'
import { FailureText } from '../../components/failure-note.tsx'
import { PassphraseField } from '../../components/passphrase-field.tsx'
import { Field } from '../../components/text-field.tsx'
import css from '../unlock/unlock.module.css'

type Given = { readonly onBack: () => void; readonly onOpened: () => void }

/** A register out of its newest copy, on a computer where it is not or no more; then its lock. The copy itself is only read. */
export function RestoreForm({ onBack, onOpened }: Given): ReactNode {
  const { t } = useSpeech()
  const suggested = useAnswer('place.suggest', {}).data?.folder ?? ''
  const [from, setFrom] = useState('')
  const [user, setUser] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const [written, setWritten] = useState<string>()
  const into = written ?? suggested
  const command = useCommand('backup.restore')
  const choose = useCommand('register.choose')
  const busy = command.isPending || choose.isPending
  const failure = (command.error ?? choose.error)?.failure
  const missing = [from, passphrase, into].some((text) => text.trim() === '')
  const remains = busy ? { key: 'start.restore.running' } : missing ? { key: 'start.restore.remains' } : undefined
  // Awaited, not told by callbacks: where the register comes back to its old place, the lock stands here before they would be called.
  const restore = async (): Promise<void> => {
    const request = { from: from.trim(), copy: null, into: into.trim(), mode: 'beside', passphrase } as const
    const { folder } = await command.mutateAsync(user.trim() === '' ? request : { ...request, user: user.trim() })
    await choose.mutateAsync({ folder })
    onOpened()
  }
  const run = (): void => void restore().catch(() => undefined)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (remains === undefined) run()
  }
  return (
    <form className={css['form']} onSubmit={submit}>
      <div>
        <h1>{t('start.restore')}</h1>
        <p className={css['lead']}>{t('start.restore.lead')}</p>
      </div>
      <Field label={t('start.restore.from')} value={from} onChange={setFrom} help={t('start.restore.from.help')} />
      <PassphraseField label={t('start.restore.passphrase')} value={passphrase} onChange={setPassphrase} />
      <Field label={t('start.restore.user')} value={user} onChange={setUser} help={t('start.restore.user.help')} />
      <Field label={t('start.restore.into')} value={into} onChange={setWritten} help={t('start.folder.help')} />
      {failure !== undefined ? (
        <p role="alert" className={css['failed']}>
          <FailureText failure={failure} />
        </p>
      ) : null}
      {busy ? <p role="status">{t('start.restore.running')}</p> : null}
      <div className={css['ways']}>
        <ActionButton action={restoreCopy} context={{ remains, run }} look="primary" />
        <ActionButton action={leaveKeys} context={{ run: onBack }} />
      </div>
      <input type="submit" hidden />
    </form>
  )
}
