import type { ReactNode } from 'react'
import { useSpeech } from '../../app/text.ts'
import { cx } from '../../components/cx.ts'
import { Glyph, HereGlyph } from '../../components/glyph.tsx'
import { phaseNumber, phases } from '../../components/phase.ts'
import css from './overview.module.css'

/** Nine phases as a line; only the current one is bold. */
export function PhaseLine({ phase, paused }: { readonly phase: string; readonly paused: boolean }): ReactNode {
  const { t } = useSpeech()
  const at = phaseNumber(phase)
  return (
    <ol className={css['phases']} aria-label={t('overview.phases')}>
      {phases.map((n) => (
        <li
          key={n}
          className={cx(css['phase'], n < at && css['done'], n === at && css['now'])}
          {...(n === at ? { 'aria-current': 'step' as const } : {})}
        >
          <span className={css['sign']}>
            {n < at ? <Glyph status="met" /> : n > at ? <Glyph status="open" /> : paused ? <Glyph status="pause" /> : <HereGlyph />}
          </span>
          {t(`phase.${n}`)}
        </li>
      ))}
    </ol>
  )
}
