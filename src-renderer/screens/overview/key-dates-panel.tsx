import type { ReactNode } from 'react'
import { useRegister } from '../../app/status-context.ts'
import { useSpeech } from '../../app/text.ts'
import { cx } from '../../components/cx.ts'
import { Glyph } from '../../components/glyph.tsx'
import { Panel } from '../../components/panel.tsx'
import type { Overview } from '../../components/screen.tsx'
import { keyDates } from './key-dates.ts'
import css from './overview.module.css'

/** Today, the departure, and the days on which something runs out or falls due. */
export function KeyDates({ overview }: { readonly overview: Overview }): ReactNode {
  const speech = useSpeech()
  const { t, day } = speech
  const { today } = useRegister()
  return (
    <Panel title={t('overview.dates')}>
      <ol className={cx(css['rows'], css['dates'])}>
        {keyDates(overview, today, speech).map((date) => (
          <li key={date.key} className={cx(css['date'], date.strong && css['strong'])}>
            <span className={css['day']}>{day(date.on, today)}</span>
            <span>{date.status === undefined ? <span className={css['dot']} /> : <Glyph status={date.status} size={14} />}</span>
            <span>{date.text}</span>
          </li>
        ))}
      </ol>
    </Panel>
  )
}
