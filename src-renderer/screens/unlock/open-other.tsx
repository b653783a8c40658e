import { type ReactNode, useState } from 'react'
import { choosePlace, leaveKeys, newRegister, openRestoring, openThere, practise } from '../../app/actions/keys.ts'
import { call } from '../../app/call.ts'
import { useCommand } from '../../app/queries.ts'
import { useSpeech } from '../../app/text.ts'
import { ActionButton } from '../../components/action-button.tsx'
import { FailureText } from '../../components/failure-note.tsx'
import { Field } from '../../components/text-field.tsx'
import { RestoreForm } from '../start/restore-form.tsx'
import css from './unlock.module.css'

type Given = {
  readonly onBack: () => void
  readonly onNew: () => void
  readonly canChoose: boolean
  /** Begins with a copy that a register is to be restored from. */
  readonly restoring?: boolean
}

/** Another register than the one that was open last: one that is there, a new one, or the one for practice. */
export function OpenOther({ onBack, onNew, canChoose, restoring: begins = false }: Given): ReactNode {
  const { t } = useSpeech()
  const [restoring, setRestoring] = useState(begins)
  const [folder, setFolder] = useState('')
  const command = useCommand('register.choose')
  const practice = useCommand('register.practise')
  const choose = async (): Promise<void> => {
    const chosen = await call('files.choose-folder', {})
    if (chosen.folder !== null) setFolder(chosen.folder)
  }
  const remains = folder.trim() === '' ? { key: 'keys.remains.folder' } : undefined
  if (restoring) return <RestoreForm onBack={begins ? onBack : () => setRestoring(false)} onOpened={onBack} />
  return (
    <div className={css['form']}>
      <div>
        <h1>{t('keys.other.title')}</h1>
        <p className={css['lead']}>{t('keys.other.lead')}</p>
      </div>
      <Field
        label={t('keys.other.folder')}
        value={folder}
        onChange={setFolder}
        error={command.isError ? <FailureText failure={command.error.failure} /> : undefined}
        beside={canChoose ? <ActionButton action={choosePlace} context={{ run: () => void choose() }} /> : undefined}
      />
      <div className={css['ways']}>
        <ActionButton
          action={openThere}
          context={{ remains, run: () => command.mutate({ folder }, { onSuccess: onBack }) }}
          look="primary"
        />
        <ActionButton action={leaveKeys} context={{ run: onBack }} />
      </div>
      <div className={css['ways']}>
        <ActionButton action={openRestoring} context={{ run: () => setRestoring(true) }} look="link" />
        <ActionButton action={newRegister} context={{ run: onNew }} look="link" />
        <ActionButton action={practise} context={{ run: () => practice.mutate({}) }} look="link" />
      </div>
    </div>
  )
}
