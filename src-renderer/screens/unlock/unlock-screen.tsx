import { ArrowBigUp, Eye, EyeOff } from 'lucide-react'
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { Button, ToggleButton } from 'react-aria-components'
import { unlock } from '../../app/actions/unlock.ts'
import { usePreferences } from '../../app/preferences.tsx'
import { useCommand } from '../../app/queries.ts'
import type { RegisterStatus } from '../../app/status-context.ts'
import { useSpeech } from '../../app/text.ts'
import buttons from '../../components/button.module.css'
import { cx } from '../../components/cx.ts'
import { FailureText } from '../../components/failure-note.tsx'
import { Field } from '../../components/text-field.tsx'
import { LastBackup } from './last-backup.tsx'
import css from './unlock.module.css'
import { WayHome } from './way-home.tsx'

/** Who you are and the passphrase. Nothing about any case. */
export function UnlockScreen({ status }: { readonly status: RegisterStatus }): ReactNode {
  return (
    <main className={css['page']} data-ready="">
      <WayHome />
      <div className={css['side']}>
        <LanguageCorner />
        <UnlockForm status={status} />
      </div>
    </main>
  )
}

function LanguageCorner(): ReactNode {
  const { t } = useSpeech()
  const { language, choose } = usePreferences()
  const other = language === 'sv' ? 'en' : 'sv'
  return (
    <div className={css['corner']}>
      <Button className={cx(buttons['button'], buttons['bar'])} onPress={() => choose({ language: other })}>
        {t(`user.language.${other}`)}
      </Button>
    </div>
  )
}

function UnlockForm({ status }: { readonly status: RegisterStatus }): ReactNode {
  const { t } = useSpeech()
  const [passphrase, setPassphrase] = useState('')
  const [visible, setVisible] = useState(false)
  const [capsLock, setCapsLock] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const command = useCommand('register.unlock')
  useEffect(() => field.current?.focus(), [])
  const open = (): void => command.mutate({ passphrase }, { onSettled: () => setPassphrase(''), onError: () => field.current?.focus() })
  const context = { passphrase, waiting: command.isPending, unlock: open }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (unlock.refusal?.(context) === undefined) unlock.run(context)
    else field.current?.focus()
  }
  const Icon = unlock.icon
  return (
    <form className={css['form']} onSubmit={submit}>
      <div>
        <h1>{t('screen.unlock')}</h1>
        <p className={css['lead']}>{status.user === null ? t('unlock.lead') : t('unlock.leadUser', { user: status.user })}</p>
      </div>
      <div>
        <Field
          label={t('unlock.passphrase')}
          value={passphrase}
          onChange={setPassphrase}
          type={visible ? 'text' : 'password'}
          inputRef={field}
          onKey={(event) => setCapsLock(event.getModifierState('CapsLock'))}
          error={command.isError && passphrase === '' ? <FailureText failure={command.error.failure} /> : undefined}
          inside={
            <ToggleButton
              className={cx(buttons['button'], buttons['bar'])}
              isSelected={visible}
              onChange={setVisible}
              aria-label={t('unlock.show')}
            >
              {visible ? (
                <EyeOff size={17} strokeWidth={1.75} aria-hidden="true" />
              ) : (
                <Eye size={17} strokeWidth={1.75} aria-hidden="true" />
              )}
            </ToggleButton>
          }
        />
        {capsLock ? (
          <p className={css['caps']} role="status">
            <ArrowBigUp size={15} strokeWidth={1.75} aria-hidden="true" />
            {t('unlock.capsLock')}
          </p>
        ) : null}
      </div>
      <Button
        type="submit"
        className={cx(buttons['button'], buttons['primary'], css['submit'])}
        isPending={command.isPending}
        data-primary=""
        data-action={unlock.id}
      >
        {Icon === undefined ? null : <Icon size={17} strokeWidth={1.75} aria-hidden="true" />}
        {t(unlock.label(context).key)}
      </Button>
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
