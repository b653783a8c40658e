import { type ReactNode, useState } from 'react'
import type { Output } from '#contract/operations.ts'
import { chooseSheet, closeForm, exportPartners, lookIntoFile, readIn } from '../../app/actions/partners.ts'
import { useAttempt } from '../../app/attempt.ts'
import { call } from '../../app/call.ts'
import { useAnswer, useCommand } from '../../app/queries.ts'
import { useRegister } from '../../app/status-context.ts'
import { useSpeech } from '../../app/text.ts'
import { ActionButton } from '../../components/action-button.tsx'
import { Answer } from '../../components/answer.tsx'
import { Banner } from '../../components/banner.tsx'
import { FailureLine, FailureText } from '../../components/failure-note.tsx'
import { GroupRow, Panel } from '../../components/panel.tsx'
import { Field } from '../../components/text-field.tsx'
import { ImportRows } from './import-rows.tsx'
import css from './partners.module.css'

/** A spreadsheet of partners: looked at row by row, and read in only then. The directory leaves as the same kind of file. */
export function ImportPanel({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useSpeech()
  const { canChooseFiles, exportFolder } = useRegister()
  const [file, setFile] = useState('')
  const [asked, setAsked] = useState<string>()
  const preview = useAnswer('partner.preview', { file: asked ?? '-' }, asked !== undefined)
  const look = (path: string): void => {
    if (path === asked) void preview.refetch()
    else setAsked(path)
  }
  const pick = (): void =>
    void call('files.choose-plan', {}).then((chosen) => {
      if (chosen.file === null) return
      setFile(chosen.file)
      look(chosen.file)
    })
  return (
    <div className={css['column']}>
      <Panel title={t('partners.import.title')}>
        <form
          className={css['import']}
          onSubmit={(event) => {
            event.preventDefault()
            if (file.trim() !== '') look(file.trim())
          }}
        >
          <Field
            label={t('partners.import.file')}
            value={file}
            onChange={setFile}
            help={t('partners.import.help')}
            beside={canChooseFiles ? <ActionButton action={chooseSheet} context={{ busy: false, run: pick }} /> : undefined}
          />
          <div className={css['acts']}>
            <ActionButton
              action={lookIntoFile}
              context={{
                busy: preview.isFetching,
                run: () => look(file.trim()),
                refusal: file.trim() === '' ? 'partners.import.noFile' : undefined,
              }}
              look={asked === undefined ? 'primary' : 'secondary'}
            />
            <ActionButton action={closeForm} context={{ busy: false, run: onClose }} />
          </div>
        </form>
      </Panel>
      {asked === undefined ? (
        <ExportPanel folder={exportFolder} />
      ) : (
        <Answer query={preview}>{(found) => <Looked key={found.seal} file={asked} found={found} />}</Answer>
      )}
    </div>
  )
}

function Looked({ file, found }: { readonly file: string; readonly found: Output<'partner.preview'> }): ReactNode {
  const { t } = useSpeech()
  const command = useCommand('partner.import')
  const { idOf, done } = useAttempt()
  const count = (state: string) => found.rows.filter((row) => row.state === state).length
  const counts = { new: count('new'), changed: count('changed'), same: count('same'), refused: count('refused') }
  const run = (): void => command.mutate({ file, seal: found.seal, operationId: idOf(`${file} ${found.seal}`) }, { onSuccess: done })
  if (command.data !== undefined)
    return <Banner status="met" title={t('partners.import.done', { added: command.data.added, changed: command.data.changed })} />
  return (
    <>
      {[
        ...found.missing.map((field) => t('partner.import.missing', { column: t(`partner.column.${field}`) })),
        ...found.unknown.map((column) => t('partner.import.unknown', { column })),
      ].map((said) => (
        <Banner key={said} status={found.missing.length > 0 ? 'stop' : 'soon'} title={said} />
      ))}
      <Panel>
        <GroupRow level={2} title={t('partner.import.counts', counts)} />
        <ImportRows rows={found.rows} />
        <div className={css['foot']}>
          <FailureLine failure={command.error?.failure} />
          <div className={css['acts']}>
            <ActionButton
              action={readIn}
              context={{ busy: command.isPending, run, refusal: counts.new + counts.changed === 0 ? 'partners.import.nothing' : undefined }}
              look="primary"
            />
            <span className={css['small']}>{t('partners.import.consequence', { n: counts.new + counts.changed })}</span>
          </div>
        </div>
      </Panel>
    </>
  )
}

function ExportPanel({ folder: suggested }: { readonly folder: string }): ReactNode {
  const { t } = useSpeech()
  const [folder, setFolder] = useState(suggested)
  const command = useCommand('partner.export')
  const { idOf, done } = useAttempt()
  const run = (): void => command.mutate({ folder: folder.trim(), format: 'xlsx', operationId: idOf(folder) }, { onSuccess: done })
  return (
    <Panel title={t('partners.export.title')}>
      <div className={css['import']}>
        <Field
          label={t('partners.export.folder')}
          value={folder}
          onChange={setFolder}
          help={t('partners.export.help')}
          error={command.isError ? <FailureText failure={command.error.failure} /> : undefined}
        />
        <div className={css['acts']}>
          <ActionButton
            action={exportPartners}
            context={{ busy: command.isPending, run, refusal: folder.trim() === '' ? 'partners.export.noFolder' : undefined }}
          />
        </div>
        {command.data === undefined ? null : <p role="status">{t('partners.export.done', { file: command.data.file })}</p>}
      </div>
    </Panel>
  )
}
