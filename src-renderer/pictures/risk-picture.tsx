import type { ReactNode } from 'react'
import type { RiskFactorView, RiskView } from '#contract/views.ts'
import { type MatrixFactor, type MatrixMeasures, riskMatrix } from '#domain/pictures/risk-matrix.ts'
import { sentence } from '../app/reasons.ts'
import type { Speech } from '../app/text.ts'
import { useSpeech } from '../app/text.ts'
import { windowPalette } from './palette.ts'
import { PictureFrame } from './picture.tsx'
import css from './risk-picture.module.css'
import { WithTwin } from './with-twin.tsx'

/** Eleven pixels and more in a panel of 400. */
const measures: MatrixMeasures = {
  cell: { width: 75, height: 56 },
  origin: { x: 78, y: 4 },
  chip: { width: 34, height: 17, text: 11, baseline: 12.5 },
  pitch: { x: 35.5, y: 19.5 },
  text: { score: 11, step: 12, word: 11 },
  below: { step: 14, word: 28, axis: 46, end: 52 },
  line: 13,
}

type Given = { readonly risk: RiskView; readonly selected: string | undefined }

/** Likelihood up, severity right: what counts now, what was before, what is expected but does not count. */
export function RiskPicture({ risk, selected }: Given): ReactNode {
  const speech = useSpeech()
  const { t } = speech
  const picture = riskMatrix(
    {
      factors: risk.factors.filter(({ counted }) => counted !== null).map(placed),
      scheme: risk.scheme,
      selected,
      labels: labelsOf(speech),
    },
    windowPalette,
    measures,
  )
  return (
    <WithTwin title={t('risk.matrix')} twin={picture.table}>
      <div className={css['body']}>
        <PictureFrame picture={picture} label={t('risk.matrixLabel', { factors: picture.alternative.values['factors'] ?? '' })} />
        <ul className={css['legend']}>
          {risk.scheme.levels.map(({ id: level, from, to }) => (
            <li key={level}>
              <span className={css['swatch']} data-level={level} />
              {t('risk.band', { level: t(`risk-level.${level}`), from, to })}
            </li>
          ))}
        </ul>
        <ul className={css['legend']}>
          <li>
            <span className={css['before']} />
            {t('risk.mark.before')}
          </li>
          <li>
            <span className={css['now']} />
            {t('risk.mark.now')}
          </li>
          <li>{t('risk.mark.expected')}</li>
          <li>{t('risk.stepFour', { likelihood: t('likelihood.4').toLowerCase(), severity: t('severity.4').toLowerCase() })}</li>
        </ul>
      </div>
    </WithTwin>
  )
}

/** A rating of the contract has whole numbers; the picture has four steps. */
const four = (rating: RiskFactorView['counted']): MatrixFactor['now'] => {
  if (rating === null) return undefined
  const { likelihood, severity } = rating
  return isFour(likelihood) && isFour(severity) ? { likelihood, severity } : undefined
}
const isFour = (value: number): value is 1 | 2 | 3 | 4 => value >= 1 && value <= 4

function placed({ id, standing, inherent, residual, counted }: RiskFactorView): MatrixFactor {
  return {
    code: id,
    now: four(counted),
    before: standing === 'residual' ? four(inherent) : undefined,
    expected: standing === 'residual-not-yet' ? four(residual) : undefined,
  }
}

function labelsOf({ t }: Speech): Parameters<typeof riskMatrix>[0]['labels'] {
  return {
    likelihood: t('risk.likelihood'),
    severity: t('risk.severity'),
    likelihoods: [1, 2, 3, 4].map((step) => sentence(t(`plan.risk.likelihood.${step}`))),
    severities: [1, 2, 3, 4].map((step) => sentence(t(`plan.risk.severity.${step}`))),
    levels: { low: t('risk-level.low'), medium: t('risk-level.medium'), high: t('risk-level.high'), critical: t('risk-level.critical') },
    head: [t('risk.column.code'), t('risk.column.before'), t('risk.column.after'), t('risk.column.level')],
  }
}
