import { type ReactNode, useState } from 'react'
import { addPlace, chooseBackupFolder } from '../../app/actions/backup.ts'
import { useAttempt } from '../../app/attempt.ts'
import { call } from '../../app/call.ts'
import { useCommand } from '../../app/queries.ts'
import { useRegister } from '../../app/status-context.ts'
import { useSpeech } from '../../app/text.ts'
import { ActionButton } from '../../components/action-button.tsx'
import { FailureText } from '../../components/failure-note.tsx'
import parts from '../../components/parts.module.css'
import { Field } from '../../components/text-field.tsx'

type Warning = 'synchronised' | 'same-disk' | null
type Given = { readonly primary: boolean; readonly onAdded: (warning: Warning) => void }

/** A folder where copies go: chosen where the shell can choose, else typed. */
export function AddPlace({ primary, onAdded }: Given): ReactNode {
  const { t } = useSpeech()
  const { canChooseFiles } = useRegister()
  const [folder, setFolder] = useState('')
  const command = useCommand('backup.add-place')
  const { idOf, done } = useAttempt()
  const add = (): void =>
    command.mutate(
      { folder: folder.trim(), operationId: idOf(folder.trim()) },
      {
        onSuccess: ({ warning }) => {
          done()
          onAdded(warning)
        },
      },
    )
  return (
    <fieldset className={parts['form']} aria-label={t('action.openPlaceForm')}>
      <Field
        label={t('safety.folder')}
        value={folder}
        onChange={(value) => {
          command.reset()
          setFolder(value)
        }}
        help={t('safety.folder.help')}
        error={command.isError ? <FailureText failure={command.error.failure} /> : undefined}
        beside={
          canChooseFiles ? (
            <ActionButton action={chooseBackupFolder} context={{ busy: false, run: () => pickFolder(setFolder) }} />
          ) : undefined
        }
      />
      <div className={parts['acts']}>
        <ActionButton
          action={addPlace}
          context={{ folder, busy: command.isPending, run: add }}
          look={primary ? 'primary' : 'secondary'}
          primary={primary}
        />
      </div>
    </fieldset>
  )
}

/** Asks the shell for a folder; one that was not chosen leaves what was there. */
export const pickFolder = (set: (change: (now: string) => string) => void): void =>
  void call('files.choose-folder', {}).then((chosen) => set((now) => chosen.folder ?? now))
