import { type ReactNode, useRef, useState } from 'react'
import { ulid } from 'ulid'
import type { AttachmentView } from '#contract/attachments.ts'
import { useNames } from '../../app/names.tsx'
import { useAnswer, useCommand } from '../../app/queries.ts'
import { useSpeech } from '../../app/text.ts'
import { Answer } from '../../components/answer.tsx'
import { FailureNote } from '../../components/failure-note.tsx'
import { type SectionGiven, SectionScreen } from '../../components/screen.tsx'
import { TitleRow } from '../../components/title-row.tsx'
import { AttachmentList } from './attachment-list.tsx'
import { AttachmentPane } from './attachment-pane.tsx'
import css from './attachments.module.css'
import { DocumentsPanel } from './documents-panel.tsx'
import { NewFiles } from './new-files.tsx'
import { RemovedNote } from './removed-note.tsx'
import { useFileNames } from './use-names.ts'
import { plainName } from './words.ts'

type Removed = { readonly id: string; readonly what: string; readonly back: boolean }

/** The papers of a case: brought in, found again by type, looked at, copied out. */
export function AttachmentsScreen({ overview }: SectionGiven): ReactNode {
  const speech = useSpeech()
  const { t } = speech
  const { reference } = overview.identity
  const answer = useAnswer('attachment.list', { reference })
  const nameOf = useFileNames(reference, answer.data)
  const namesShown = useNames().shownFor === reference
  const remove = useCommand('attachment.remove')
  const [chosen, setChosen] = useState<string>()
  const [removed, setRemoved] = useState<Removed>()
  const list = useRef<HTMLDivElement>(null)
  const close = (): void => {
    list.current?.querySelector<HTMLElement>(`[data-attachment="${chosen}"]`)?.focus()
    setChosen(undefined)
  }
  const takeOut = (attachment: AttachmentView): void => {
    const { id } = attachment
    const what = plainName(speech, attachment)
    remove.mutate(
      { reference, id, removed: true, operationId: ulid() },
      {
        onSuccess: () => {
          setChosen(undefined)
          setRemoved({ id, what, back: false })
        },
      },
    )
  }
  const putBack = ({ id, what }: Removed): void =>
    remove.mutate({ reference, id, removed: false, operationId: ulid() }, { onSuccess: () => setRemoved({ id, what, back: true }) })
  return (
    <SectionScreen ready={!answer.isPending}>
      <Answer query={answer}>
        {({ attachments, documentTypes, largest }) => {
          const shown = attachments.find(({ id }) => id === chosen)
          return (
            <>
              <TitleRow
                title={t('section.attachments')}
                line={[
                  t('attachment.line', { n: attachments.length }),
                  attachments.length === 0 || namesShown ? undefined : t('attachment.nameHidden'),
                ]
                  .filter((part) => part !== undefined)
                  .join(' · ')}
              />
              {removed === undefined ? null : (
                <RemovedNote
                  key={`${removed.id} ${removed.back}`}
                  {...removed}
                  onUndo={() => putBack(removed)}
                  onGone={() => setRemoved(undefined)}
                />
              )}
              {remove.isError ? <FailureNote failure={remove.error.failure} /> : null}
              <div className={css['columns']} data-shown={shown !== undefined}>
                <div ref={list} className={css['lists']}>
                  <NewFiles reference={reference} types={documentTypes} largest={largest} empty={attachments.length === 0} />
                  {attachments.length === 0 ? null : (
                    <AttachmentList attachments={attachments} chosen={shown?.id} nameOf={nameOf} onChoose={setChosen} />
                  )}
                  <DocumentsPanel reference={reference} types={documentTypes} />
                </div>
                {shown === undefined ? null : (
                  <AttachmentPane
                    key={shown.id}
                    reference={reference}
                    attachment={shown}
                    types={documentTypes}
                    named={nameOf(shown.id)}
                    onRemove={() => takeOut(shown)}
                    onClose={close}
                  />
                )}
              </div>
            </>
          )
        }}
      </Answer>
    </SectionScreen>
  )
}
