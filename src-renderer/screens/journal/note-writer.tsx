import { type ReactNode, useRef } from 'react'
import { Button, Label, TextArea, TextField } from 'react-aria-components'
import { ulid } from 'ulid'
import { useChanges } from '../../app/changes.tsx'
import { type EditOutcome, useCaseEditing } from '../../app/editing/case-editing.tsx'
import { useAutosave } from '../../app/editing/use-autosave.ts'
import type { Settle } from '../../app/settling.ts'
import { useSpeech } from '../../app/text.ts'
import buttons from '../../components/button.module.css'
import fields from '../../components/case-fields/case-fields.module.css'
import { FieldShell, isWrong, Under } from '../../components/case-fields/field-shell.tsx'
import { isText } from '../../components/case-fields/use-field.ts'
import { cx } from '../../components/cx.ts'

type WriterGiven = {
  readonly label: string
  /** Where it waits while it is not saved. */
  readonly place: string
  readonly placeNow?: () => string
  readonly held: string
  readonly help?: string
  readonly autoFocus?: boolean
  readonly attempt: (text: string, version: number, settle: Settle | undefined) => Promise<EditOutcome>
  /** One has gone elsewhere, and the text is in the register. */
  readonly onLeft: () => void
}

/** Running text that is saved while it is written. */
function NoteWriter({ label, place, placeNow = () => place, held, help, autoFocus = false, attempt, onLeft }: WriterGiven): ReactNode {
  const { t } = useSpeech()
  const inside = useRef(autoFocus)
  const field = useAutosave<string>({
    place,
    placeNow,
    held,
    isShown: isText,
    fault: (text) => (text.trim() === '' ? t('notes.faultEmpty') : undefined),
    attempt: (text, version, settle) => attempt(text.trim(), version, settle),
    onSaved: () => (inside.current ? undefined : onLeft()),
  })
  const leave = (): void => {
    // Another window came before this one: the note is not finished by that.
    if (!document.hasFocus()) {
      window.dispatchEvent(new Event('hemvag-save'))
      return
    }
    inside.current = false
    field.leave()
    if (!field.dirty && field.conflict === undefined) onLeft()
  }
  const type = (text: string): void => {
    inside.current = true
    field.type(text)
  }
  return (
    <FieldShell field={field} label={label}>
      <TextField
        className={cx(fields['field'])}
        value={field.shown}
        onChange={type}
        onBlur={leave}
        isInvalid={isWrong(field)}
        autoFocus={autoFocus}
        data-writer={place}
      >
        <Label className={cx(fields['label'])}>{label}</Label>
        <TextArea className={cx(fields['input'], fields['area'])} rows={4} maxLength={8000} />
        <Under field={field} help={help} />
      </TextField>
      {autoFocus ? (
        <div>
          <Button className={cx(buttons['button'])} onPress={leave}>
            {t('notes.done')}
          </Button>
        </div>
      ) : null}
    </FieldShell>
  )
}

type NewGiven = Pick<WriterGiven, 'label' | 'help' | 'autoFocus'> & {
  readonly place: string
  /** The note that this one corrects. */
  readonly corrects?: string
  readonly onDone?: () => void
}

/** A new note: saved as soon as the typing rests, then written on in place until one leaves it. */
export function NewNote({ place, corrects, onDone, ...given }: NewGiven): ReactNode {
  const { reference, inOrder } = useCaseEditing()
  const { save } = useChanges()
  const edit = useNoteEdit()
  const written = useRef({ operationId: ulid(), note: '', tried: false })
  const attempt = async (text: string, version: number, settle: Settle | undefined): Promise<EditOutcome> => {
    const current = written.current
    if (current.note !== '') return edit(current.note, text, version, settle)
    const input = { reference, text, operationId: current.operationId }
    const triedBefore = current.tried
    current.tried = true
    const added = await inOrder(() =>
      corrects === undefined ? save('note.add', input) : save('note.correct', { ...input, note: corrects }),
    )
    if (!added.ok) return added
    current.note = added.value.note
    // The reply to an earlier attempt may have been lost, and its text was another.
    return triedBefore ? edit(current.note, text, added.value.version, undefined) : added
  }
  const left = (): void => {
    written.current = { operationId: ulid(), note: '', tried: false }
    onDone?.()
  }
  // Once it is a note, what is written on is a draft of that note.
  const placeNow = (): string => (written.current.note === '' ? place : `note:${written.current.note}`)
  return <NoteWriter {...given} place={placeNow()} placeNow={placeNow} held="" attempt={attempt} onLeft={left} />
}

type EditGiven = { readonly label: string; readonly note: string; readonly text: string; readonly onDone: () => void }

/** A note that is still open. Should it lock meanwhile, what was written becomes a correction of its own. */
export function EditNote({ label, note, text, onDone }: EditGiven): ReactNode {
  const edit = useNoteEdit()
  return (
    <NoteWriter
      label={label}
      place={`note:${note}`}
      held={text}
      autoFocus
      attempt={(words, version, settle) => edit(note, words, version, settle)}
      onLeft={onDone}
    />
  )
}

function useNoteEdit() {
  const { reference, inOrder } = useCaseEditing()
  const { save } = useChanges()
  return async (note: string, text: string, version: number, settle: Settle | undefined): Promise<EditOutcome> => {
    const input = { reference, version, note, text, operationId: ulid(), ...(settle === undefined ? {} : { settle }) }
    const edited = await inOrder(() => save('note.edit', input))
    if (edited.ok || edited.error.code !== 'immutable') return edited
    return inOrder(() => save('note.correct', { reference, note, text, operationId: ulid() }))
  }
}
