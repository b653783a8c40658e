import type { ReactNode } from 'react'
import type { BudgetView } from '#contract/views.ts'
import { useAnswer } from '../../app/queries.ts'
import { useSpeech } from '../../app/text.ts'
import { Answer } from '../../components/answer.tsx'
import { Banner } from '../../components/banner.tsx'
import { Panel } from '../../components/panel.tsx'
import { type SectionGiven, SectionScreen } from '../../components/screen.tsx'
import { TitleRow } from '../../components/title-row.tsx'
import { SharesPicture } from '../../pictures/shares-picture.tsx'
import { VersionsButton } from '../versions/versions-button.tsx'
import css from './budget.module.css'
import { BudgetChecks } from './budget-checks.tsx'
import { BudgetTable } from './budget-table.tsx'

/** Who pays, when the money is used, whether it holds; then line by line in its own currency. */
export function BudgetScreen({ overview }: SectionGiven): ReactNode {
  const { t } = useSpeech()
  const answer = useAnswer('case.budget', { reference: overview.identity.reference })
  return (
    <SectionScreen ready={!answer.isPending}>
      <Answer query={answer}>
        {({ budget }) =>
          budget.lines.length === 0 ? (
            <>
              <TitleRow title={t('section.budget')} line={t('budget.none')} />
              <Banner status="open" title={t('budget.empty')} />
            </>
          ) : (
            <Budget reference={overview.identity.reference} budget={budget} />
          )
        }
      </Answer>
    </SectionScreen>
  )
}

function Budget({ reference, budget }: { readonly reference: string; readonly budget: BudgetView }): ReactNode {
  const { t, tOr, day, amount } = useSpeech()
  const line = budget.approval === null ? t('budget.notApproved') : t('budget.approved', { date: day(budget.approval.on) })
  const shares = budget.byFunder.map(({ id, sek }) => ({ label: id, value: sek, written: amount(sek, 'SEK') }))
  const phases = budget.byPhase.map(({ id, sek }) => ({
    label: tOr([`budget-phase.${id}`]),
    value: sek,
    written: amount(sek, 'SEK'),
  }))
  return (
    <>
      <TitleRow title={t('section.budget')} line={line}>
        <VersionsButton reference={reference} kinds={['budget']} />
      </TitleRow>
      <div className={css['panels']}>
        <Panel title={t('budget.funders')}>
          <div className={css['body']}>
            <p className={css['sum']}>
              <b>{t('budget.crowns', { amount: amount(budget.totalSek, 'SEK') })}</b>
              <span className={css['muted']}>{t('budget.euros', { amount: amount(budget.totalEur, 'EUR') })}</span>
            </p>
            <ul className={css['checks']}>
              {shares.map((share) => (
                <li key={share.label}>{t('budget.funder', { name: share.label, amount: share.written })}</li>
              ))}
              <li className={css['muted']}>{t('budget.noCeiling')}</li>
            </ul>
          </div>
        </Panel>
        <SharesPicture title={t('budget.when')} rows={phases} head={[t('budget.column.phase'), t('budget.column.sek')]} />
        <BudgetChecks budget={budget} />
      </div>
      <BudgetTable budget={budget} />
    </>
  )
}
