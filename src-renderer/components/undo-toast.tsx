import { X } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { Button } from 'react-aria-components'
import { redo, undo } from '../app/actions/undo.ts'
import { useWindowContext } from '../app/actions/window-context.ts'
import { type Notice, useChanges } from '../app/changes.tsx'
import { actionWords } from '../app/field-words.ts'
import { useSpeech } from '../app/text.ts'
import { ActionButton } from './action-button.tsx'
import buttons from './button.module.css'
import { cx } from './cx.ts'
import { FailureText } from './failure-note.tsx'
import css from './undo-toast.module.css'

const shownFor = 8000

/** The latest change and its undoing, for eight seconds; whoever points at it or is in it has all the time they need. */
export function UndoToast(): ReactNode {
  const { notice, dismiss } = useChanges()
  const { reference } = useWindowContext()
  const [held, setHeld] = useState(false)
  const gone = notice === undefined || (notice.kind !== 'refused' && notice.reference !== reference)
  useEffect(() => {
    if (notice === undefined || held) return undefined
    const timer = window.setTimeout(dismiss, shownFor)
    return () => window.clearTimeout(timer)
  }, [notice, held, dismiss])
  return (
    <div className={css['place']} role="status">
      {gone ? null : (
        // biome-ignore lint/a11y/noStaticElementInteractions: it only waits while somebody is at it
        <div
          className={css['toast']}
          data-toast={notice.kind}
          onPointerEnter={() => setHeld(true)}
          onPointerLeave={() => setHeld(false)}
          onFocus={() => setHeld(true)}
          onBlur={() => setHeld(false)}
        >
          <Words notice={notice} onClose={dismiss} />
        </div>
      )}
    </div>
  )
}

function Words({ notice, onClose }: { readonly notice: Notice; readonly onClose: () => void }): ReactNode {
  const speech = useSpeech()
  const { t } = speech
  const context = useWindowContext()
  return (
    <>
      <span className={css['words']}>
        {notice.kind === 'refused' ? (
          <FailureText failure={notice.failure} />
        ) : (
          t(`undo.${notice.kind}`, { action: actionWords(speech, notice.action) })
        )}
      </span>
      {notice.kind === 'refused' ? null : <ActionButton action={notice.kind === 'undone' ? redo : undo} context={context} />}
      <Button className={cx(buttons['button'], buttons['bar'])} onPress={onClose} aria-label={t('action.close')}>
        <X size={16} strokeWidth={1.75} aria-hidden="true" />
      </Button>
    </>
  )
}
