import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from 'react-aria-components'
import type { Failure } from '#contract/operations.ts'
import type { Result } from '#domain/result.ts'
import { useChanges } from '../../app/changes.tsx'
import { useSpeech } from '../../app/text.ts'
import buttons from '../../components/button.module.css'
import { cx } from '../../components/cx.ts'
import { FailureText } from '../../components/failure-note.tsx'
import { TextBox } from '../../components/text-area.tsx'
import css from './journal.module.css'

type Given = {
  readonly label: string
  readonly start?: string
  readonly help?: string
  readonly onSave: (text: string) => Promise<Result<unknown, Failure>>
  readonly onDone?: () => void
}

/** A text that is saved when it is left, by Ctrl S or by its button; what could not be saved stays here. */
export function NoteWriter({ label, start = '', help, onSave, onDone }: Given): ReactNode {
  const { t } = useSpeech()
  const { notSaved } = useChanges()
  const [text, setText] = useState(start)
  const [failure, setFailure] = useState<Failure>()
  const saving = useRef(false)
  const leave = async (): Promise<void> => {
    if (saving.current || text.trim() === '' || text === start) return
    saving.current = true
    const outcome = await onSave(text.trim())
    saving.current = false
    setFailure(outcome.ok || outcome.error.conflict !== undefined ? undefined : outcome.error)
    if (!outcome.ok && outcome.error.conflict === undefined) return
    if (onDone === undefined) setText('')
    else onDone()
  }
  const latest = useRef(leave)
  useEffect(() => {
    latest.current = leave
  })
  useEffect(() => {
    const hear = (): void => void latest.current()
    window.addEventListener('hemvag-save', hear)
    // Whoever goes to another section takes nothing unsaved along.
    return () => {
      window.removeEventListener('hemvag-save', hear)
      hear()
    }
  }, [])
  const type = (value: string): void => {
    setText(value)
    notSaved()
  }
  return (
    <>
      <TextBox
        label={label}
        value={text}
        onChange={type}
        onLeave={() => void leave()}
        autoFocus={onDone !== undefined}
        {...(failure === undefined ? {} : { error: <FailureText failure={failure} /> })}
        {...(help === undefined ? {} : { help })}
      />
      <div className={css['row']}>
        <Button className={cx(buttons['button'])} onPress={() => void leave()}>
          {t('notes.save')}
        </Button>
      </div>
    </>
  )
}
