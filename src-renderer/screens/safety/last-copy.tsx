import type { ReactNode } from 'react'
import { goToSafety } from '../../app/actions/backup.ts'
import { useWindowContext } from '../../app/actions/window-context.ts'
import { useAnswer } from '../../app/queries.ts'
import { useSpeech } from '../../app/text.ts'
import { ActionButton } from '../../components/action-button.tsx'
import { Glyph } from '../../components/glyph.tsx'
import css from './safety.module.css'
import { daysAgo, newestGood } from './standing.ts'
import { whenSeen } from './words.ts'

/** One quiet line: how old the last good copy is; amber when that is too old. */
export function LastCopy(): ReactNode {
  const speech = useSpeech()
  const { t } = speech
  const context = useWindowContext()
  const { data: state } = useAnswer('backup.state', {})
  if (state === undefined) return null
  const place = newestGood(state)
  const at = place?.lastGoodAt ?? null
  const late = place?.tooOld ?? true
  return (
    <p className={late ? css['late'] : css['quiet']}>
      {late ? <Glyph status="soon" size={14} /> : null}
      {at === null ? t('safety.last.never') : t('safety.last', { at: whenSeen(speech, at, state.now), days: daysAgo(at, state.now) })}
      <ActionButton action={goToSafety} context={context} look="link" />
    </p>
  )
}
