import type { ReactNode } from 'react'
import type { RiskFactorView } from '#contract/views.ts'
import type { Speech } from '../../app/text.ts'
import { useSpeech } from '../../app/text.ts'
import { Glyph } from '../../components/glyph.tsx'
import { Facts, Panel } from '../../components/panel.tsx'
import { StatusTag, StatusText } from '../../components/status-tag.tsx'
import { bandOf, type Scheme } from '../../pictures/scheme.ts'
import { scoreOf } from './factors.ts'
import css from './risk.module.css'

/** The chosen factor with its arithmetic spelled out. */
export function FactorDetail({ factor, scheme }: { readonly factor: RiskFactorView; readonly scheme: Scheme }): ReactNode {
  const speech = useSpeech()
  const { t, tOr, day } = speech
  const aside = factor.stop ? (
    <StatusTag status="stop" small>
      {t('risk.stopFactor')}
    </StatusTag>
  ) : undefined
  const source = [factor.source, factor.reliability === null ? null : tOr([`reliability.${factor.reliability}`])]
  return (
    <Panel title={tOr([`risk-factor.${factor.id}`])} aside={aside}>
      <div className={css['detail']}>
        <Facts
          rows={[
            [t('risk.column.code'), factor.id],
            [t('risk.column.before'), arithmetic(speech, factor.inherent, scheme)],
            factor.standing === 'residual' || factor.standing === 'residual-not-yet'
              ? [t('risk.withMeasure'), arithmetic(speech, factor.residual, scheme)]
              : undefined,
            [t('risk.counts'), factor.counted === null ? t('risk-level.unknown') : arithmetic(speech, factor.counted, scheme)],
            source.every((part) => part === null) ? undefined : [t('risk.source'), source.filter((part) => part !== null).join(' · ')],
            ...factor.measures.map(
              (measure, index) =>
                [
                  t('risk.measure', { n: index + 1 }),
                  <span key={measure.text}>
                    {measure.text}
                    {measure.responsible === null ? '' : `, ${measure.responsible}`}
                    <br />
                    <StatusText status={measure.state === 'planned' ? 'started' : 'met'}>
                      {t(`risk.measure.${measure.state}`)}
                      {measure.on === null ? '' : ` ${day(measure.on)}`}
                    </StatusText>
                  </span>,
                ] as const,
            ),
          ]}
        />
        {factor.standing === 'residual-not-yet' ? (
          <p className={css['notice']}>
            <Glyph status="soon" size={15} />
            {t('risk.measureRule')}
          </p>
        ) : null}
      </div>
    </Panel>
  )
}

function arithmetic({ t }: Speech, rating: RiskFactorView['counted'], scheme: Scheme): string {
  if (rating === null) return t('risk-level.unknown')
  const score = scoreOf(rating)
  return t('risk.arithmetic', {
    likelihood: t(`likelihood.${rating.likelihood}`).toLowerCase(),
    l: rating.likelihood,
    severity: t(`severity.${rating.severity}`).toLowerCase(),
    s: rating.severity,
    score,
    level: t(`risk-level.${bandOf(score, scheme)}`).toLowerCase(),
  })
}
