import { type ReactNode, useEffect, useRef, useState } from 'react'
import { undoRemoval } from '../../app/actions/attachments.ts'
import { useSpeech } from '../../app/text.ts'
import { ActionButton } from '../../components/action-button.tsx'
import css from './attachments.module.css'

type Given = { readonly what: string; readonly back: boolean; readonly onUndo: () => void; readonly onGone: () => void }

const seconds = 8

/** What was removed can be put back for eight seconds; the time stands still while somebody points or has the focus there. */
export function RemovedNote({ what, back, onUndo, onGone }: Given): ReactNode {
  const { t } = useSpeech()
  const note = useRef<HTMLDivElement>(null)
  const [held, setHeld] = useState(false)
  const gone = useRef(onGone)
  gone.current = onGone
  useEffect(() => {
    if (held) return undefined
    const timer = window.setTimeout(() => gone.current(), seconds * 1000)
    return () => window.clearTimeout(timer)
  }, [held])
  // The removed file had the focus, which must not be lost with it.
  useEffect(() => note.current?.focus(), [])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only notices that somebody is there
    <div
      className={css['removed']}
      ref={note}
      tabIndex={-1}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={({ target, currentTarget }) => setHeld(target !== currentTarget)}
      onBlur={() => setHeld(false)}
      data-removed={!back}
    >
      <p role="status">{t(back ? 'attachment.restored' : 'attachment.removed', { what })}</p>
      {back ? null : <ActionButton action={undoRemoval} context={{ undo: onUndo }} look="link" />}
    </div>
  )
}
