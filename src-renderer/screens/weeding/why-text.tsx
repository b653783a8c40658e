import type { ReactNode } from 'react'
import type { RetentionView } from '#contract/retention.ts'
import { useSpeech } from '../../app/text.ts'
import parts from '../../components/parts.module.css'
import { StatusText } from '../../components/status-tag.tsx'

/** Why a case is kept or may go, on whose authority, and how far that has been checked. */
export function WhyText({ view }: { readonly view: RetentionView }): ReactNode {
  const { t, tOr } = useSpeech()
  const { rule, decided, basis, standing, checked, alsoApply } = view
  return (
    <div>
      <div>{decided ? t('retention.decided') : rule === null ? t('retention.no-rule') : tOr([`retention.${rule}`])}</div>
      <div className={parts['small']}>
        {[
          basis,
          t(`standing.${standing}`),
          checked === 'unverified' ? t('weeding.unverified') : null,
          alsoApply.length === 0 ? null : t('retention.also', { rules: alsoApply.join(', ') }),
        ]
          .filter((part) => part !== null)
          .join(' · ')}
      </div>
    </div>
  )
}

const statusOf = { must: 'soon', may: 'soon', later: 'open', waiting: 'open', kept: 'met', ask: 'stop', 'no-rule': 'stop' } as const

export function WhenText({ view }: { readonly view: RetentionView }): ReactNode {
  const { t, day } = useSpeech()
  const { state, listedFrom, completeBy } = view
  const written = (date: string | null) => (date === null ? '' : day(date))
  return (
    <StatusText status={statusOf[state]}>
      {t(`retention.state.${state}`, { from: written(listedFrom), by: written(completeBy) })}
    </StatusText>
  )
}
