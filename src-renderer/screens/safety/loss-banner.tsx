import type { ReactNode } from 'react'
import { useSpeech } from '../../app/text.ts'
import { Banner } from '../../components/banner.tsx'
import { type BackupState, daysAgo, lossOf } from './standing.ts'
import { whenSeen } from './words.ts'

const statuses = { never: 'stop', 'same-disk': 'soon', old: 'soon', kept: 'met' } as const

/** What would be lost if the computer broke today. */
export function LossBanner({ state }: { readonly state: BackupState }): ReactNode {
  const speech = useSpeech()
  const { t } = speech
  const { kind, at } = lossOf(state)
  const values = { at: at === null ? '' : whenSeen(speech, at, state.now), days: at === null ? 0 : daysAgo(at, state.now) }
  return (
    <Banner status={statuses[kind]} title={t(`safety.loss.${kind}.title`, values)}>
      <p>{t(`safety.loss.${kind}`, values)}</p>
    </Banner>
  )
}
