import { type ReactNode, useEffect, useState } from 'react'
import { Button } from 'react-aria-components'
import type { NoteView } from '#contract/changes.ts'
import type { Output } from '#contract/operations.ts'
import { type Draft, useCaseEditing } from '../../app/editing/case-editing.tsx'
import { useSpeech } from '../../app/text.ts'
import buttons from '../../components/button.module.css'
import { cx } from '../../components/cx.ts'
import { Panel } from '../../components/panel.tsx'
import css from './journal.module.css'
import { EditNote, NewNote } from './note-writer.tsx'

type Given = { readonly about: Output<'case.about'> }

/** What has been noted, the newest first. A note is saved while it is written and locks; then it is corrected by another. */
export function NotesPanel({ about }: Given): ReactNode {
  const { t } = useSpeech()
  return (
    <Panel title={t('notes.title')}>
      <div className={css['body']}>
        <NewNote label={t('notes.new')} help={t('notes.help')} place="note:new" />
      </div>
      {about.notes.length === 0 ? <p className={css['item']}>{t('notes.empty')}</p> : null}
      <ul data-notes="">
        {about.notes.map((note) => (
          <Note key={note.id} note={note} about={about} />
        ))}
      </ul>
    </Panel>
  )
}

const isBegun = (draft: Draft | undefined, note: NoteView): boolean => draft !== undefined && draft.value !== note.text

function Note({ note, about }: Given & { readonly note: NoteView }): ReactNode {
  const { t, when } = useSpeech()
  const { draftOf, dropDraft } = useCaseEditing()
  const place = `note:${note.id}`
  // Saved after all, just before a lock or the end: nothing is left to bring back.
  const isStale = draftOf(place)?.value === note.text
  useEffect(() => {
    if (isStale) void dropDraft(place).catch(() => undefined)
  }, [isStale, place, dropDraft])
  const mayEdit = note.mine && !note.locked
  // What was begun before a lock or a crash is opened again where it was.
  const [writing, setWriting] = useState(() =>
    isBegun(draftOf(place), note) ? 'edit' : draftOf(`correction:${note.id}`) !== undefined ? 'correct' : undefined,
  )
  const corrected = about.notes.find((each) => each.id === note.corrects)
  const facts = [
    when(note.recordedAt),
    note.by ?? t('journal.colleague'),
    note.locked ? t('notes.locked') : t('notes.opensUntil', { time: when(note.locksAt) }),
    corrected === undefined ? undefined : t('notes.corrects', { time: when(corrected.recordedAt) }),
  ]
  const done = (): void => setWriting(undefined)
  return (
    <li className={css['item']}>
      <p className={css['small']}>{facts.filter((fact) => fact !== undefined).join(' · ')}</p>
      {writing === 'edit' && !note.hidden ? (
        <EditNote label={t('notes.edit')} note={note.id} text={note.text} onDone={done} />
      ) : (
        <p className={css['text']}>{note.text}</p>
      )}
      {writing === 'correct' ? (
        <NewNote label={t('notes.correction')} place={`correction:${note.id}`} corrects={note.id} autoFocus onDone={done} />
      ) : null}
      {mayEdit && note.hidden ? (
        <p className={css['small']}>{t('notes.hiddenNames')}</p>
      ) : writing !== undefined ? null : (
        <div>
          <Button className={cx(buttons['button'], buttons['link'])} onPress={() => setWriting(mayEdit ? 'edit' : 'correct')}>
            {t(mayEdit ? 'notes.edit' : 'notes.correct')}
          </Button>
        </div>
      )}
    </li>
  )
}
