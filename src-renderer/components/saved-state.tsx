import { Check, LoaderCircle, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useChanges } from '../app/changes.tsx'
import { useSpeech } from '../app/text.ts'
import { cx } from './cx.ts'
import css from './saved-state.module.css'

const icons = { saving: LoaderCircle, saved: Check, not: TriangleAlert } as const

/** Whether what was written is in the register. The time is told, so that nobody needs to trust a tick. */
export function SavedState(): ReactNode {
  const { t, time } = useSpeech()
  const { saved } = useChanges()
  if (saved.kind === 'untouched') return <span role="status" />
  const Icon = icons[saved.kind]
  return (
    <span role="status" className={cx(css['saved'], saved.kind === 'not' && css['not'])} data-saved={saved.kind}>
      <Icon size={16} strokeWidth={1.75} aria-hidden="true" />
      {saved.kind === 'saved' ? t('saved.at', { time: time(saved.at) }) : t(saved.kind === 'saving' ? 'saved.saving' : 'saved.not')}
    </span>
  )
}
