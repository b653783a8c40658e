import { type ReactNode, useCallback, useEffect, useState } from 'react'
import type { AttachmentView } from '#contract/attachments.ts'
import type { Failure } from '#contract/operations.ts'
import { CallFailure } from '../../app/call.ts'
import { useSpeech } from '../../app/text.ts'
import { FailureText } from '../../components/failure-note.tsx'
import { Glyph } from '../../components/glyph.tsx'
import css from './attachments.module.css'
import { PdfPreview } from './pdf-preview.tsx'
import { PicturePreview } from './picture-preview.tsx'
import { type Content, readContent } from './read-content.ts'

type Given = { readonly reference: string; readonly attachment: AttachmentView; readonly name: string }

/** What a file holds, as far as the window shows it. Nothing of it is written anywhere. */
export function Preview({ reference, attachment, name }: Given): ReactNode {
  const { t } = useSpeech()
  const [spoiled, setSpoiled] = useState(false)
  const onSpoiled = useCallback(() => setSpoiled(true), [])
  const shown = attachment.preview !== 'none'
  const { content, failure } = useContent(reference, attachment.id, shown)
  if (!shown) return <p className={css['said']}>{t('attachment.noPreview')}</p>
  if (failure !== undefined || spoiled)
    return (
      <p className={css['failed']} role="alert">
        <Glyph status="stop" size={15} />
        {failure === undefined ? t('attachment.spoiled') : <FailureText failure={failure} />}
      </p>
    )
  if (content === undefined)
    return (
      <p className={css['said']} role="status">
        {t('attachment.loading')}
      </p>
    )
  return attachment.preview === 'pdf' ? (
    <PdfPreview bytes={content.bytes} name={name} onSpoiled={onSpoiled} />
  ) : (
    <PicturePreview content={content} name={name} onSpoiled={onSpoiled} />
  )
}

/** The content as long as it is shown; wiped when it is left. */
function useContent(reference: string, id: string, shown: boolean) {
  const [content, setContent] = useState<Content>()
  const [failure, setFailure] = useState<Failure>()
  useEffect(() => {
    if (!shown) return undefined
    const leaving = new AbortController()
    let read: Content | undefined
    readContent(reference, id, leaving.signal).then(
      (found) => {
        read = found
        if (leaving.signal.aborted) found?.bytes.fill(0)
        else setContent(found)
      },
      (error: unknown) => {
        if (!leaving.signal.aborted) setFailure(error instanceof CallFailure ? error.failure : { code: 'reading', messageKey: '' })
      },
    )
    return () => {
      leaving.abort()
      read?.bytes.fill(0)
    }
  }, [reference, id, shown])
  return { content, failure }
}
