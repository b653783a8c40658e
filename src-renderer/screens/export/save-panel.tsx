import { type ReactNode, useRef, useState } from 'react'
import { ulid } from 'ulid'
import type { Failure } from '#contract/operations.ts'
import { chooseFolder, type ExportContext, saveDraft, signAndSave } from '../../app/actions/export.ts'
import { call } from '../../app/call.ts'
import type { Language } from '../../app/preferences.tsx'
import { useCommand } from '../../app/queries.ts'
import { withoutStop } from '../../app/reasons.ts'
import { useRegister } from '../../app/status-context.ts'
import { useSpeech } from '../../app/text.ts'
import { ActionButton } from '../../components/action-button.tsx'
import { FailureText } from '../../components/failure-note.tsx'
import { Glyph } from '../../components/glyph.tsx'
import { Panel } from '../../components/panel.tsx'
import { Segment } from '../../components/segment.tsx'
import { Field } from '../../components/text-field.tsx'
import css from './export.module.css'
import { Exported } from './exported.tsx'
import type { Offer } from './views.ts'

type Given = {
  readonly reference: string
  readonly paused: boolean
  readonly offer: Offer
  readonly language: Language
  readonly onLanguage: (language: Language) => void
}

/** Where the file goes and under which name; signed when everything is met, else only as a draft. */
export function SavePanel({ reference, paused, offer, language, onLanguage }: Given): ReactNode {
  const { t, tOr } = useSpeech()
  const { exportFolder, canChooseFiles } = useRegister()
  const [folder, setFolder] = useState(exportFolder)
  const command = useCommand('plan.export')
  const attempt = useRef<{ readonly key: string; readonly id: string }>(undefined)
  const { verdict } = offer.recipient
  const remaining = [
    ...verdict.gates.map((gate) => tOr([`gate.short.${gate}`, gate])),
    // What another line here already says: the safeguard of secrecy, and the pause.
    ...verdict.obstacles
      .filter((code) => code !== 'recipient-not-covered' && code !== 'paused')
      .map((code) => withoutStop(t(`readiness.obstacle.${code}`))),
  ]
  const save = (draft: boolean): void => {
    const operationId = attemptId(attempt, `${draft} ${folder}`)
    command.mutate(
      { reference, recipient: offer.recipient.id, language, folder, draft, operationId },
      { onSuccess: () => forgetAttempt(attempt) },
    )
  }
  const context: ExportContext = {
    permitted: verdict.permitted,
    remaining,
    available: offer.recipient.available,
    hasSigner: offer.signer !== null,
    folder,
    busy: command.isPending,
    signAndSave: () => save(false),
    saveDraft: () => save(true),
    chooseFolder: () => void pickFolder(setFolder),
  }
  return (
    <div className={css['last']}>
      <Panel title={t(paused ? 'action.saveDraft' : 'export.save')}>
        <div className={css['save']}>
          <Segment
            label={t('export.language')}
            value={language}
            onChange={onLanguage}
            choices={[
              { id: 'sv', label: t('user.language.sv') },
              { id: 'en', label: t('user.language.en') },
            ]}
          />
          <Field
            label={t('export.folder')}
            value={folder}
            onChange={setFolder}
            error={command.isError && isOfFolder(command.error.failure) ? <FailureText failure={command.error.failure} /> : undefined}
            beside={canChooseFiles ? <ActionButton action={chooseFolder} context={context} /> : undefined}
          />
          {verdict.permitted ? (
            <div>
              <p className={css['small']}>{t('export.fileName')}</p>
              <p className={css['file']}>{offer.fileName}</p>
              <p className={css['small']}>{t('export.noNameInFile')}</p>
            </div>
          ) : (
            <Remains remaining={remaining} />
          )}
          {paused ? (
            <p className={css['paused']}>
              <Glyph status="pause" size={16} />
              {t('export.paused')}
            </p>
          ) : (
            <ActionButton
              action={signAndSave}
              context={context}
              look={verdict.permitted ? 'primary' : 'secondary'}
              primary={verdict.permitted}
            />
          )}
          <ActionButton
            action={saveDraft}
            context={context}
            look={verdict.permitted ? 'secondary' : 'primary'}
            primary={!verdict.permitted}
          />
          <p className={css['small']}>{t('export.draftWhat')}</p>
          {command.isError && !isOfFolder(command.error.failure) ? (
            <p className={css['failed']} role="alert">
              <Glyph status="stop" size={15} />
              <FailureText failure={command.error.failure} />
            </p>
          ) : null}
          {command.data === undefined ? null : <Exported exported={command.data} />}
        </div>
      </Panel>
    </div>
  )
}

const isOfFolder = ({ code }: Failure): boolean => ['folder-missing', 'folder-not-writable', 'disk-full', 'file-exists'].includes(code)

function Remains({ remaining }: { readonly remaining: readonly string[] }): ReactNode {
  const { t } = useSpeech()
  return (
    <div>
      <p className={css['small']}>{t('export.remains', { n: remaining.length })}</p>
      <ul className={css['remains']}>
        {remaining.map((what) => (
          <li key={what}>
            <Glyph status="open" size={14} />
            {what}
          </li>
        ))}
      </ul>
    </div>
  )
}

type Attempt = { current: { readonly key: string; readonly id: string } | undefined }

/** The same attempt keeps its id, so that a retry after a lost reply is recognised and never doubled. */
function attemptId(attempt: Attempt, key: string): string {
  if (attempt.current?.key !== key) attempt.current = { key, id: ulid() }
  return attempt.current.id
}

function forgetAttempt(attempt: Attempt): void {
  attempt.current = undefined
}

async function pickFolder(take: (folder: string) => void): Promise<void> {
  const { folder } = await call('files.choose-folder', {})
  if (folder !== null) take(folder)
}
