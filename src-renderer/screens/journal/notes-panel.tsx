import { type ReactNode, useState } from 'react'
import { Button } from 'react-aria-components'
import { ulid } from 'ulid'
import type { NoteView } from '#contract/changes.ts'
import type { Output } from '#contract/operations.ts'
import { useChanges } from '../../app/changes.tsx'
import { type Settle, useSettling } from '../../app/settling.ts'
import { useSpeech } from '../../app/text.ts'
import buttons from '../../components/button.module.css'
import { ConflictRows } from '../../components/conflict-rows.tsx'
import { cx } from '../../components/cx.ts'
import { Panel } from '../../components/panel.tsx'
import css from './journal.module.css'
import { NoteWriter } from './note-writer.tsx'

type About = Output<'case.about'>
type Given = { readonly reference: string; readonly about: About }

/** What has been noted, the newest first. A note locks; then it is corrected by another. */
export function NotesPanel({ reference, about }: Given): ReactNode {
  const { t } = useSpeech()
  const { save } = useChanges()
  const add = (text: string) => save('note.add', { reference, text, operationId: ulid() }, { reference, action: 'note.added' })
  return (
    <Panel title={t('notes.title')}>
      <div className={css['body']}>
        <NoteWriter label={t('notes.new')} help={t('notes.help')} onSave={add} />
      </div>
      {about.notes.length === 0 ? <p className={css['item']}>{t('notes.empty')}</p> : null}
      <ul data-notes="">
        {about.notes.map((note) => (
          <Note key={note.id} reference={reference} note={note} about={about} />
        ))}
      </ul>
    </Panel>
  )
}

function Note({ reference, note, about }: Given & { readonly note: NoteView }): ReactNode {
  const { t, when } = useSpeech()
  const { save } = useChanges()
  const [writing, setWriting] = useState<'edit' | 'correct'>()
  const { conflict, save: run, settle, drop } = useSettling()
  const corrected = about.notes.find((each) => each.id === note.corrects)
  const edit = async (text: string) => {
    const asked = { reference, version: about.version, note: note.id, text }
    let outcome: Awaited<ReturnType<typeof save<'note.edit'>>> | undefined
    const attempt = async (choice: Settle | undefined) => {
      outcome = await save(
        'note.edit',
        { ...asked, operationId: ulid(), ...(choice === undefined ? {} : { settle: choice }) },
        { reference, action: 'note.edited' },
      )
      return outcome
    }
    await run(attempt)
    return outcome ?? { ok: true as const, value: null }
  }
  const correct = (text: string) =>
    save('note.correct', { reference, note: note.id, text, operationId: ulid() }, { reference, action: 'note.corrected' })
  const mayEdit = note.mine && !note.locked
  const facts = [
    when(note.recordedAt),
    note.by ?? t('journal.colleague'),
    note.locked ? t('notes.locked') : t('notes.opensUntil', { time: when(note.locksAt) }),
    corrected === undefined ? undefined : t('notes.corrects', { time: when(corrected.recordedAt) }),
  ]
  return (
    <li className={css['item']}>
      <p className={css['small']}>{facts.filter((fact) => fact !== undefined).join(' · ')}</p>
      {writing === 'edit' ? (
        <NoteWriter label={t('notes.edit')} start={note.text} onSave={edit} onDone={() => setWriting(undefined)} />
      ) : (
        <p className={css['text']}>{note.text}</p>
      )}
      {conflict === undefined ? null : (
        <ConflictRows key={conflict.version} conflict={conflict} onSettle={(choices) => void settle(choices)} onDrop={drop} />
      )}
      {writing === 'correct' ? <NoteWriter label={t('notes.correction')} onSave={correct} onDone={() => setWriting(undefined)} /> : null}
      {writing !== undefined ? null : mayEdit && note.hidden ? (
        <p className={css['small']}>{t('notes.hiddenNames')}</p>
      ) : (
        <div>
          <Button className={cx(buttons['button'], buttons['link'])} onPress={() => setWriting(mayEdit ? 'edit' : 'correct')}>
            {t(mayEdit ? 'notes.edit' : 'notes.correct')}
          </Button>
        </div>
      )}
    </li>
  )
}
