import { type ReactNode, useState } from 'react'
import { mayDo } from '#domain/roles.ts'
import { chooseJournalFolder, exportJournal } from '../../app/actions/journal.ts'
import { useAttempt } from '../../app/attempt.ts'
import { useAnswer, useCommand } from '../../app/queries.ts'
import { useRegister } from '../../app/status-context.ts'
import { useSpeech } from '../../app/text.ts'
import { ActionButton } from '../../components/action-button.tsx'
import { FailureText } from '../../components/failure-note.tsx'
import { Facts } from '../../components/panel.tsx'
import parts from '../../components/parts.module.css'
import { Field } from '../../components/text-field.tsx'
import { pickFolder } from './add-place.tsx'
import css from './safety.module.css'

/** The journal as a file where the user points, and how whoever gets it checks it without Hemväg. */
export function JournalExport(): ReactNode {
  const { t } = useSpeech()
  const { canChooseFiles, today } = useRegister()
  const people = useAnswer('users.list', {})
  const [folder, setFolder] = useState('')
  const command = useCommand('journal.export')
  const { idOf, done } = useAttempt()
  const me = people.data?.users.find(({ self }) => self)
  const run = (): void => {
    const place = folder.trim()
    command.mutate({ folder: place, name: `journal-${today}.jsonl`, operationId: idOf(place) }, { onSuccess: done })
  }
  const { data } = command
  return (
    <fieldset className={parts['form']} aria-label={t('safety.chronicle.export')}>
      <p className={parts['small']}>{t('safety.chronicle.export.what')}</p>
      <Field
        label={t('safety.chronicle.folder')}
        value={folder}
        onChange={(value) => {
          command.reset()
          setFolder(value)
        }}
        help={t('safety.chronicle.folder.help', { name: `journal-${today}.jsonl` })}
        error={command.isError ? <FailureText failure={command.error.failure} /> : undefined}
        beside={
          canChooseFiles ? (
            <ActionButton action={chooseJournalFolder} context={{ busy: false, run: () => pickFolder(setFolder) }} />
          ) : undefined
        }
      />
      <div className={parts['acts']}>
        <ActionButton
          action={exportJournal}
          context={{ folder, busy: command.isPending, mayExport: me === undefined || mayDo(me.roles, 'export-journal'), run }}
        />
      </div>
      {data === undefined ? null : (
        <div role="status" className={css['asked']} data-exported="">
          <p>{t('safety.chronicle.exported', { entries: data.entries, file: data.file })}</p>
          <Facts
            rows={[
              [t('safety.chronicle.head'), `checkpoint:${data.checkpoint.number}:${data.checkpoint.hash}`],
              [t('safety.chronicle.key'), data.signatureKey],
              [t('safety.chronicle.verifier'), data.verifier],
              [t('safety.chronicle.command'), `node verify-journal.mjs journal-${today}.jsonl --key ${data.signatureKey}`],
            ]}
          />
          <p className={parts['small']}>{t('safety.chronicle.apart')}</p>
        </div>
      )}
    </fieldset>
  )
}
