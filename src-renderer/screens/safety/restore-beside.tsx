import { type ReactNode, useState } from 'react'
import { chooseBackupFolder, restoreBeside } from '../../app/actions/backup.ts'
import { useCommand } from '../../app/queries.ts'
import { useRegister } from '../../app/status-context.ts'
import { useSpeech } from '../../app/text.ts'
import { ActionButton } from '../../components/action-button.tsx'
import { Banner } from '../../components/banner.tsx'
import { FailureText } from '../../components/failure-note.tsx'
import parts from '../../components/parts.module.css'
import { Field } from '../../components/text-field.tsx'
import { pickFolder } from './add-place.tsx'
import css from './safety.module.css'
import { whenSeen } from './words.ts'

type Given = { readonly from: string; readonly copy: string; readonly passphrase: string; readonly now: string }

/** Makes a register of a copy in a new folder. The open one is not touched. */
export function RestoreBeside({ from, copy, passphrase, now }: Given): ReactNode {
  const speech = useSpeech()
  const { t } = speech
  const { canChooseFiles } = useRegister()
  const [folder, setFolder] = useState('')
  const command = useCommand('backup.restore')
  const restore = (): void => command.mutate({ from, copy, into: folder.trim(), mode: 'beside', passphrase })
  const { data } = command
  return (
    <div className={css['asked']}>
      <h2>{t('safety.beside')}</h2>
      <p className={parts['small']}>{t('safety.beside.what')}</p>
      <Field
        label={t('safety.restore.folder')}
        value={folder}
        onChange={setFolder}
        help={t('safety.restore.folder.help')}
        error={command.isError ? <FailureText failure={command.error.failure} /> : undefined}
        beside={
          canChooseFiles ? (
            <ActionButton action={chooseBackupFolder} context={{ busy: false, run: () => pickFolder(setFolder) }} />
          ) : undefined
        }
      />
      <ActionButton action={restoreBeside} context={{ folder, busy: command.isPending, run: restore }} look="primary" />
      {command.isPending ? <p role="status">{t('safety.restore.running')}</p> : null}
      {data === undefined ? null : (
        <Banner status="met" title={t('safety.restored')}>
          <p>
            {t('command.backup.restored', { folder: data.folder, at: whenSeen(speech, data.at, now), erasedAgain: data.erasedAgain })}{' '}
            {t('safety.restored.here')}
          </p>
        </Banner>
      )}
    </div>
  )
}
