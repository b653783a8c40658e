import { X } from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from 'react-aria-components'
import { ulid } from 'ulid'
import type { AttachmentView } from '#contract/attachments.ts'
import {
  type AttachmentContext,
  chooseCopyFolder,
  exportAttachment,
  removeAttachment,
  saveAttachment,
} from '../../app/actions/attachments.ts'
import { call } from '../../app/call.ts'
import { useCommand } from '../../app/queries.ts'
import { useRegister } from '../../app/status-context.ts'
import { useSpeech } from '../../app/text.ts'
import { ActionButton } from '../../components/action-button.tsx'
import buttons from '../../components/button.module.css'
import { cx } from '../../components/cx.ts'
import { FailureText } from '../../components/failure-note.tsx'
import { Glyph } from '../../components/glyph.tsx'
import { Panel } from '../../components/panel.tsx'
import { Field } from '../../components/text-field.tsx'
import css from './attachments.module.css'
import { DescribeFields } from './describe-fields.tsx'
import { describedBy, isDayOrNothing, otherType } from './described.ts'
import { Preview } from './preview.tsx'
import { plainName, sizeInWords } from './words.ts'

type Given = {
  readonly reference: string
  readonly attachment: AttachmentView
  readonly types: readonly string[]
  readonly named: { readonly name: string; readonly issuer: string | null } | undefined
  readonly onRemove: () => void
  readonly onClose: () => void
}

/** One file: what it shows, what is said of it, a copy, and its removal. Esc closes, and the focus goes back to its row. */
export function AttachmentPane(given: Given): ReactNode {
  const speech = useSpeech()
  const { t } = speech
  const { attachment, reference, named, onClose } = given
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const plain = plainName(speech, attachment)
  const kind = t(`attachment.kind.${attachment.kind}`)
  const about = [named === undefined ? undefined : plain, kind, sizeInWords(speech, attachment.size)].filter((part) => part !== undefined)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc belongs to whatever is focused inside
    <div data-pane="" data-attachment-pane={attachment.id} onKeyDown={(event) => (event.key === 'Escape' ? onClose() : undefined)}>
      <Panel>
        <div className={css['head']}>
          <h2 ref={heading} tabIndex={-1}>
            {named === undefined ? plain : <bdi>{named.name}</bdi>}
          </h2>
          <Button className={cx(buttons['button'], buttons['bar'])} onPress={onClose} aria-label={t('action.close')}>
            <X size={18} strokeWidth={1.75} aria-hidden="true" />
          </Button>
        </div>
        <p className={css['said']}>{about.join(' · ')}</p>
        {attachment.misleads ? (
          <p className={css['failed']}>
            <Glyph status="soon" size={15} />
            {t('attachment.misleads', { kind })}
          </p>
        ) : null}
        <Preview reference={reference} attachment={attachment} name={plain} />
        <Acts {...given} />
      </Panel>
    </div>
  )
}

function Acts({ reference, attachment, types, named, onRemove }: Given): ReactNode {
  const speech = useSpeech()
  const { t } = speech
  const { exportFolder, canChooseFiles } = useRegister()
  const [folder, setFolder] = useState(exportFolder)
  const [recipient, setRecipient] = useState('')
  const [purpose, setPurpose] = useState('')
  const copy = useCommand('attachment.export')
  const change = useCommand('attachment.change')
  const { id, documentType, issuedOn } = attachment
  const said = { type: documentType ?? otherType, issuedOn: issuedOn ?? '', issuer: named?.issuer ?? '' }
  const [typed, setTyped] = useState<typeof said>()
  const fields = typed ?? said
  const act = { reference, id }
  const context: AttachmentContext = {
    folder,
    recipient,
    purpose,
    busy: copy.isPending || change.isPending,
    dated: isDayOrNothing(fields.issuedOn),
    exportCopy: () => copy.mutate({ ...act, folder, recipient, purpose, operationId: ulid() }),
    chooseFolder: () => void call('files.choose-folder', {}).then((chosen) => setFolder((now) => chosen.folder ?? now)),
    remove: onRemove,
    save: () => change.mutate({ ...act, ...describedBy(speech, fields), operationId: ulid() }, { onSuccess: () => setTyped(undefined) }),
  }
  const failure = [copy, change].find(({ isError }) => isError)?.error?.failure
  return (
    <>
      <div className={css['part']}>
        <Field label={t('attachment.recipient')} value={recipient} onChange={setRecipient} />
        <Field label={t('attachment.purpose')} value={purpose} onChange={setPurpose} help={t('attachment.purposeHelp')} />
        <Field
          label={t('attachment.copyTo')}
          value={folder}
          onChange={setFolder}
          help={t('attachment.copyWarns')}
          beside={canChooseFiles ? <ActionButton action={chooseCopyFolder} context={context} /> : undefined}
        />
        <div className={css['acts']}>
          <ActionButton action={exportAttachment} context={context} />
          <ActionButton action={removeAttachment} context={context} />
        </div>
        {failure === undefined ? null : (
          <p className={css['failed']} role="alert">
            <Glyph status="stop" size={15} />
            <FailureText failure={failure} />
          </p>
        )}
        <p role="status" className={css['small']}>
          {copy.data === undefined ? '' : t('attachment.copied', { file: copy.data.file })}
        </p>
      </div>
      <div className={css['part']}>
        {/* Whoever describes a file anew must see what it says now, and an issuer may be a person. */}
        {named === undefined ? (
          <p className={css['small']}>{t('attachment.refusal.names')}</p>
        ) : (
          <>
            <DescribeFields types={types} value={fields} onChange={setTyped} />
            <div className={css['acts']}>
              <ActionButton action={saveAttachment} context={context} />
            </div>
          </>
        )}
      </div>
    </>
  )
}
