import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ReadinessView } from '#contract/views.ts'
import { useSpeech } from '../../app/text.ts'
import { Banner } from '../../components/banner.tsx'
import { Glyph } from '../../components/glyph.tsx'
import { GroupRow, Panel } from '../../components/panel.tsx'
import { statusOf } from '../../components/status.ts'
import css from './overview.module.css'
import { Steps } from './steps.tsx'

type Pause = NonNullable<ReadinessView['pause']>

/** What happened, when, and what is impossible now. */
export function PauseBanner({ pause }: { readonly pause: Pause }): ReactNode {
  const { t, tOr, day } = useSpeech()
  const who = pause.by.map((voice) => tOr([`pause.by.${voice}`, `person-role.${voice}`])).join(t('list.and'))
  return (
    <Banner status="pause" title={t('verdict.paused')} urgent big>
      <p>
        {t(`pause.${pause.because}`, { who: who === '' ? t('pause.by.child') : who, date: day(pause.since) })}{' '}
        <strong>{t('pause.consequence')}</strong>
      </p>
    </Banner>
  )
}

type PausedGiven = { readonly readiness: ReadinessView; readonly pause: Pause; readonly onOpen: (gate: string) => void }

/** While paused: what resuming needs, what stops besides, and what can be done meanwhile. Booking and final export are absent. */
export function PausedPanel({ readiness, pause, onOpen }: PausedGiven): ReactNode {
  const { t, day } = useSpeech()
  const stops = readiness.gates.filter((gate) => statusOf(gate) === 'stop')
  return (
    <Panel title={t('pause.now')} aside={t('overview.computed', { date: day(readiness.on) })}>
      {pause.missing.map((need) => (
        <p key={need} className={css['note']}>
          <Glyph status="open" />
          <span className={css['what']}>{t(`readiness.resume.${need}`).replace(/\.$/, '')}</span>
        </p>
      ))}
      {stops.length === 0 ? null : (
        <>
          <GroupRow title={t('pause.stops')} count={stops.length} />
          <Steps gates={stops} act="book" onOpen={onOpen} />
        </>
      )}
      <GroupRow title={t('pause.meanwhile')} />
      <div className={css['also']}>
        {['assess', 'contact', 'draft'].map((what) => (
          <span key={what} className={css['meanwhile']}>
            <Check size={15} strokeWidth={2} aria-hidden="true" />
            {t(`pause.can.${what}`)}
          </span>
        ))}
      </div>
    </Panel>
  )
}
