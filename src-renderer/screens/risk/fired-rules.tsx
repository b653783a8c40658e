import type { ReactNode } from 'react'
import type { RiskView } from '#contract/views.ts'
import { useSpeech } from '../../app/text.ts'
import { Glyph } from '../../components/glyph.tsx'
import { Panel } from '../../components/panel.tsx'
import css from './risk.module.css'

const signs = { stop: 'stop', 'manager-review': 'soon', note: 'soon' } as const

/** The rules that say so: which fired, on what, and what follows. */
export function FiredRules({ risk }: { readonly risk: RiskView }): ReactNode {
  const { t, tOr } = useSpeech()
  if (risk.fired.length === 0) return null
  return (
    <Panel title={t('risk.rules')}>
      <ul className={css['rules']}>
        {risk.fired.map((rule) => (
          <li key={rule.rule}>
            <Glyph status={signs[rule.opens]} size={15} />
            <span>{[tOr([`risk-rule.${rule.rule}`]), rule.factors.join(', ')].filter((part) => part !== '').join(' ')}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
