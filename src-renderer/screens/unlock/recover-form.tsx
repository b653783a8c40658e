import { type ReactNode, useState } from 'react'
import type { Output } from '#contract/operations.ts'
import { leaveKeys, readRecoveryKey, setNewPassphrase } from '../../app/actions/keys.ts'
import { useAttempt } from '../../app/attempt.ts'
import { useCommand } from '../../app/queries.ts'
import { useSpeech } from '../../app/text.ts'
import { ActionButton } from '../../components/action-button.tsx'
import { FailureText } from '../../components/failure-note.tsx'
import { NewPassphraseFields, noPassphrase, passphraseRemains } from '../../components/new-passphrase.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { TextBox } from '../../components/text-area.tsx'
import css from './unlock.module.css'

type Accounts = Output<'recovery.accounts'>['accounts']

/** The words of the printed recovery key, then whose account, then a new passphrase for it. */
export function RecoverForm({ onBack }: { readonly onBack: () => void }): ReactNode {
  const { t } = useSpeech()
  const [words, setWords] = useState('')
  const [accounts, setAccounts] = useState<Accounts>()
  const command = useCommand('recovery.accounts')
  const read = (): void => command.mutate({ words }, { onSuccess: (found) => setAccounts(found.accounts) })
  const remains = command.isPending ? { key: 'keys.waiting' } : words.trim() === '' ? { key: 'keys.remains.words' } : undefined
  return (
    <div className={css['form']}>
      <div>
        <h1>{t('keys.recover.title')}</h1>
        <p className={css['lead']}>{t(accounts === undefined ? 'keys.recover.lead' : 'keys.recover.whose')}</p>
      </div>
      {accounts === undefined ? (
        <>
          <TextBox
            label={t('keys.recover.words')}
            value={words}
            onChange={setWords}
            help={t('keys.recover.words.help')}
            error={command.isError ? <FailureText failure={command.error.failure} /> : undefined}
            autoFocus
          />
          <div className={css['ways']}>
            <ActionButton action={readRecoveryKey} context={{ remains, run: read }} look="primary" />
            <ActionButton action={leaveKeys} context={{ run: onBack }} />
          </div>
        </>
      ) : (
        <ChooseAccount accounts={accounts} words={words} onBack={onBack} />
      )}
    </div>
  )
}

type ChooseGiven = { readonly accounts: Accounts; readonly words: string; readonly onBack: () => void }

function ChooseAccount({ accounts, words, onBack }: ChooseGiven): ReactNode {
  const { t } = useSpeech()
  const [chosen, setChosen] = useState(accounts.find(({ recoverable }) => recoverable)?.id ?? '')
  const [value, setValue] = useState(noPassphrase)
  const command = useCommand('recovery.set-passphrase')
  const { idOf } = useAttempt()
  const account = accounts.find(({ id }) => id === chosen)
  const remains = command.isPending
    ? { key: 'keys.waiting' }
    : account?.recoverable === true
      ? passphraseRemains(value)
      : { key: 'register.error.account-not-recoverable' }
  const set = (): void =>
    command.mutate({ words, personId: chosen, passphrase: value.first, operationId: idOf(JSON.stringify([chosen, value.first])) })
  return (
    <>
      <SelectField
        label={t('keys.recover.account')}
        value={chosen}
        choices={accounts.map(({ id, name }) => ({ id, label: name }))}
        onChange={setChosen}
      />
      <NewPassphraseFields value={value} onChange={setValue} label={t('keys.next')} />
      {command.isError ? (
        <p role="alert" className={css['failed']}>
          <FailureText failure={command.error.failure} />
        </p>
      ) : null}
      <div className={css['ways']}>
        <ActionButton action={setNewPassphrase} context={{ remains, run: set }} look="primary" />
        <ActionButton action={leaveKeys} context={{ run: onBack }} />
      </div>
    </>
  )
}
