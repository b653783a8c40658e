import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from 'react-aria-components'
import { forgotPassphrase, openOther, openRemembered } from '../../app/actions/keys.ts'
import { unlock } from '../../app/actions/unlock.ts'
import { useCommand } from '../../app/queries.ts'
import type { RegisterStatus } from '../../app/status-context.ts'
import { useSpeech } from '../../app/text.ts'
import { ActionButton } from '../../components/action-button.tsx'
import buttons from '../../components/button.module.css'
import { cx } from '../../components/cx.ts'
import { FailureText } from '../../components/failure-note.tsx'
import { PassphraseField } from '../../components/passphrase-field.tsx'
import { Field } from '../../components/text-field.tsx'
import { LastBackup } from './last-backup.tsx'
import { RestoredInstead } from './restored-instead.tsx'
import css from './unlock.module.css'
import type { Wait } from './use-wait.ts'

type Given = {
  readonly status: RegisterStatus
  readonly wait: Wait
  readonly onForgot: () => void
  readonly onOther: () => void
}

/** The passphrase, the name where several people have one, and how long to wait after too many tries. */
export function UnlockForm({ status, wait, onForgot, onOther }: Given): ReactNode {
  const { t } = useSpeech()
  const [passphrase, setPassphrase] = useState('')
  const [name, setName] = useState('')
  const first = useRef<HTMLInputElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const command = useCommand('register.unlock')
  const remembered = useCommand('unlock.remembered')
  const { needsName } = wait
  useEffect(() => (needsName ? first.current : field.current)?.focus(), [needsName])
  const failed = (): void => {
    wait.again()
    field.current?.focus()
  }
  const given = needsName ? { user: name, passphrase } : { passphrase }
  const open = (): void => command.mutate(given, { onSettled: () => setPassphrase(''), onError: failed })
  const context = { passphrase, name: needsName ? name : undefined, seconds: wait.seconds, waiting: command.isPending, unlock: open }
  const refusal = unlock.refusal?.(context)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (refusal === undefined) unlock.run(context)
    else (needsName && name.trim() === '' ? first.current : field.current)?.focus()
  }
  const Icon = unlock.icon
  const isWait = command.error?.failure.code === 'unlock-wait'
  return (
    <form className={css['form']} onSubmit={submit}>
      <div>
        <h1>{t('screen.unlock')}</h1>
        <p className={css['lead']}>{status.user === null ? t('unlock.lead') : t('unlock.leadUser', { user: status.user })}</p>
      </div>
      <RestoredInstead />
      {needsName ? <Field label={t('unlock.name')} value={name} onChange={setName} inputRef={first} /> : null}
      <div>
        <PassphraseField
          label={t('unlock.passphrase')}
          value={passphrase}
          onChange={setPassphrase}
          inputRef={field}
          error={
            command.isError && passphrase === '' && !isWait ? (
              <>
                <FailureText failure={command.error.failure} /> {wait.tries === 0 ? null : t('unlock.tries', { tries: wait.tries })}
              </>
            ) : undefined
          }
        />
        {wait.seconds === 0 ? null : (
          <p className={css['wait']} role="timer">
            {t('unlock.wait', { seconds: wait.seconds })}
          </p>
        )}
      </div>
      <Button
        type="submit"
        className={cx(buttons['button'], wait.seconds > 0 ? buttons['not-yet'] : buttons['primary'], css['submit'])}
        isPending={command.isPending}
        data-primary=""
        data-action={unlock.id}
        {...(wait.seconds > 0 ? { 'aria-disabled': true } : {})}
      >
        {Icon === undefined ? null : <Icon size={17} strokeWidth={1.75} aria-hidden="true" />}
        {t(unlock.label(context).key)}
      </Button>
      {wait.remembered ? <ActionButton action={openRemembered} context={{ run: () => remembered.mutate({}) }} /> : null}
      {remembered.isError ? (
        <p role="alert">
          <FailureText failure={remembered.error.failure} />
        </p>
      ) : null}
      <div className={css['ways']}>
        {wait.hasRecoveryKey ? <ActionButton action={forgotPassphrase} context={{ run: onForgot }} look="link" /> : null}
        {wait.canChange ? <ActionButton action={openOther} context={{ run: onOther }} look="link" /> : null}
      </div>
      {status.demonstrationPassphrase === null ? null : (
        <p className={css['demo']}>
          {t('unlock.demonstration')} <strong data-passphrase="">{status.demonstrationPassphrase}</strong>
        </p>
      )}
      <p className={css['foot']}>{t('unlock.stays')}</p>
      <LastBackup today={status.today} />
    </form>
  )
}
