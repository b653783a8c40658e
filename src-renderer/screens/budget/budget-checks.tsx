import type { ReactNode } from 'react'
import type { BudgetView } from '#contract/views.ts'
import { useSpeech } from '../../app/text.ts'
import { Glyph } from '../../components/glyph.tsx'
import { Panel } from '../../components/panel.tsx'
import type { StatusId } from '../../components/status.ts'
import css from './budget.module.css'

/** Contingency, period funded, rates that are missing; then the rates in force with their day. */
export function BudgetChecks({ budget }: { readonly budget: BudgetView }): ReactNode {
  const { t, day, number } = useSpeech()
  const { approval, contingency } = budget
  const checks: { readonly key: string; readonly status: StatusId; readonly text: string }[] = []
  if (contingency !== null && contingency.basisPoints !== null) {
    const values = { share: number(contingency.basisPoints / 100, 2), ceiling: number(contingency.ceilingBasisPoints / 100) }
    checks.push({ key: 'contingency', status: contingency.within ? 'met' : 'stop', text: t('budget.contingency', values) })
  }
  if (approval !== null) {
    const funded = approval.fundedForWholePeriod
    checks.push({ key: 'funded', status: funded ? 'met' : 'started', text: t(funded ? 'budget.fundedWhole' : 'budget.fundedPart') })
  }
  for (const { code, line, from, to } of budget.problems) {
    checks.push({ key: `${line} ${code}`, status: 'stop', text: t('budget.problem', { line, from, to }) })
  }
  return (
    <Panel title={t('budget.checks')}>
      <div className={css['body']}>
        <ul className={css['checks']}>
          {checks.map((check) => (
            <li key={check.key}>
              <Glyph status={check.status} size={14} />
              {check.text}
            </li>
          ))}
        </ul>
        {budget.rates.map((rate) => (
          <p key={`${rate.base} ${rate.quote} ${rate.date}`} className={css['rates']}>
            {t('budget.rate', {
              base: rate.base,
              quote: rate.quote,
              rate: number(Number(rate.rate), 4),
              date: day(rate.date),
              source: rate.source,
            })}
          </p>
        ))}
      </div>
    </Panel>
  )
}
