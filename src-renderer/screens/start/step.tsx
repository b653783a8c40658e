import { type FormEvent, type ReactNode, useEffect, useRef } from 'react'
import type { Refusal } from '../../app/actions/action.ts'
import { changeStep, nextStep } from '../../app/actions/keys.ts'
import { ActionButton } from '../../components/action-button.tsx'
import { Glyph } from '../../components/glyph.tsx'
import css from './start.module.css'

type Given = {
  readonly number: number
  readonly title: string
  readonly open: boolean
  readonly done: boolean
  readonly summary: string
  readonly onOpen: () => void
  readonly remains?: Refusal | undefined
  readonly onDone?: () => void
  readonly children: ReactNode
}

/** One step of a page: open, done and folded to its summary, or still to come. Enter moves on. */
export function Step({ number, title, open, done, summary, onOpen, remains, onDone, children }: Given): ReactNode {
  const form = useRef<HTMLFormElement>(null)
  const before = useRef(open)
  useEffect(() => {
    // The step that has just opened takes the keyboard; the first one leaves it where it is.
    if (open && !before.current) form.current?.querySelector<HTMLElement>('input, button')?.focus()
    before.current = open
  }, [open])
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (remains === undefined) onDone?.()
  }
  return (
    <form ref={form} className={css['step']} onSubmit={submit} aria-label={title}>
      <span className={css[open ? 'now' : 'number']} aria-hidden="true">
        {done && !open ? <Glyph status="met" size={22} /> : number}
      </span>
      <div className={css['body']}>
        <div className={css['head']}>
          <h2>{title}</h2>
          {done && !open ? <ActionButton action={changeStep} context={{ run: onOpen }} look="link" /> : null}
        </div>
        {open ? children : done ? <p className={css['lead']}>{summary}</p> : null}
        {open && onDone !== undefined ? (
          <div>
            <ActionButton action={nextStep} context={{ remains, run: onDone }} look="primary" />
          </div>
        ) : null}
        <input type="submit" hidden />
      </div>
    </form>
  )
}
