import { type ReactNode, useState } from 'react'
import { changePassphrase, keepRecoveryKey, leaveKeys, replaceRecoveryKey, savePassphrase } from '../../app/actions/keys.ts'
import { useAttempt } from '../../app/attempt.ts'
import { useCommand } from '../../app/queries.ts'
import { useSpeech } from '../../app/text.ts'
import { ActionButton } from '../../components/action-button.tsx'
import { FailureText } from '../../components/failure-note.tsx'
import { NewPassphraseFields, noPassphrase, passphraseRemains } from '../../components/new-passphrase.tsx'
import { Panel } from '../../components/panel.tsx'
import parts from '../../components/parts.module.css'
import { PassphraseField } from '../../components/passphrase-field.tsx'
import { type DrawnRecoveryKey, RecoveryPaper } from '../../components/recovery-paper.tsx'
import { SettingRow } from '../../components/setting-row.tsx'
import { useSettingMatch } from './setting-search.ts'
import css from './settings.module.css'

/** One's own passphrase, and the printed recovery key of the register. */
export function OwnKeyPanel({ user }: { readonly user: string }): ReactNode {
  const { t } = useSpeech()
  const [open, setOpen] = useState<'passphrase' | 'recovery'>()
  const [drawn, setDrawn] = useState<DrawnRecoveryKey>()
  const [said, setSaid] = useState<string>()
  const draw = useCommand('recovery-key.draw')
  const matches = useSettingMatch()
  if (!matches(t('keys.panel'), t('keys.passphrase'), t('start.recovery'))) return null
  const done = (key: string): void => {
    setOpen(undefined)
    setDrawn(undefined)
    setSaid(key)
  }
  const begin = (): void => draw.mutate({}, { onSuccess: (key) => setDrawn(key), onSettled: () => setOpen('recovery') })
  return (
    <Panel title={t('keys.panel')} aside={user}>
      <SettingRow name={t('keys.passphrase')} help={t('keys.panel.passphrase')}>
        <ActionButton action={changePassphrase} context={{ run: () => setOpen('passphrase') }} />
      </SettingRow>
      {open === 'passphrase' ? <PassphraseForm onDone={() => done('keys.changed')} onClose={() => setOpen(undefined)} /> : null}
      <SettingRow name={t('start.recovery')} help={t('keys.panel.recovery')}>
        <ActionButton action={replaceRecoveryKey} context={{ run: begin }} />
      </SettingRow>
      {open === 'recovery' && drawn !== undefined ? (
        <RecoveryForm drawn={drawn} onDone={() => done('keys.replaced')} onClose={() => setOpen(undefined)} />
      ) : null}
      {said === undefined ? null : (
        <p className={parts['lead']} role="status">
          {t(said)}
        </p>
      )}
    </Panel>
  )
}

type FormGiven = { readonly onDone: () => void; readonly onClose: () => void }

function PassphraseForm({ onDone, onClose }: FormGiven): ReactNode {
  const { t } = useSpeech()
  const [current, setCurrent] = useState('')
  const [value, setValue] = useState(noPassphrase)
  const command = useCommand('passphrase.change')
  const { idOf } = useAttempt()
  const save = (): void =>
    command.mutate({ current, next: value.first, operationId: idOf(JSON.stringify([current, value.first])) }, { onSuccess: onDone })
  const remains = command.isPending ? { key: 'keys.waiting' } : current === '' ? { key: 'keys.remains.current' } : passphraseRemains(value)
  return (
    <fieldset className={parts['form']} aria-label={t('keys.passphrase')}>
      <PassphraseField
        label={t('keys.current')}
        value={current}
        onChange={setCurrent}
        error={command.isError ? <FailureText failure={command.error.failure} /> : undefined}
      />
      <NewPassphraseFields value={value} onChange={setValue} label={t('keys.next')} />
      <div className={parts['acts']}>
        <ActionButton action={savePassphrase} context={{ remains, run: save }} look="primary" />
        <ActionButton action={leaveKeys} context={{ run: onClose }} />
      </div>
    </fieldset>
  )
}

function RecoveryForm({ drawn, onDone, onClose }: FormGiven & { readonly drawn: DrawnRecoveryKey }): ReactNode {
  const { t } = useSpeech()
  const [code, setCode] = useState('')
  const [printed, setPrinted] = useState(false)
  const command = useCommand('recovery-key.keep')
  const { idOf } = useAttempt()
  const keep = (): void => command.mutate({ code, operationId: idOf(drawn.code) }, { onSuccess: onDone })
  const remains = command.isPending
    ? { key: 'keys.waiting' }
    : code.trim().toUpperCase() === drawn.code
      ? undefined
      : { key: 'start.remains.code' }
  return (
    <fieldset className={parts['form']} aria-label={t('start.recovery')}>
      <RecoveryPaper drawn={drawn} code={code} onCode={setCode} printed={printed} onPrinted={() => setPrinted(true)} />
      {command.isError ? (
        <p className={css['failed']} role="alert">
          <FailureText failure={command.error.failure} />
        </p>
      ) : null}
      <div className={parts['acts']}>
        <ActionButton action={keepRecoveryKey} context={{ remains, run: keep }} look="primary" />
        <ActionButton action={leaveKeys} context={{ run: onClose }} />
      </div>
    </fieldset>
  )
}
