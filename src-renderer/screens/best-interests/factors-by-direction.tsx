import { ArrowLeft, ArrowRight, CircleHelp, Equal, type LucideIcon, Minus } from 'lucide-react'
import { Fragment, type ReactNode } from 'react'
import type { OpenedForm } from '#contract/questionnaires.ts'
import { useSpeech } from '../../app/text.ts'
import { GroupRow, Panel } from '../../components/panel.tsx'
import { answerWords, wordsIn } from '../../questionnaires/words.ts'
import css from './best-interests.module.css'

const directions = ['return', 'stay', 'unclear', 'neutral', 'none'] as const
const signs: Readonly<Record<(typeof directions)[number], LucideIcon>> = {
  return: ArrowRight,
  stay: ArrowLeft,
  unclear: CircleHelp,
  neutral: Equal,
  none: Minus,
}

/** Factors under the direction that they point in; a direction with none is shown as nought, for an empty side is information. */
export function FactorsByDirection({ opened }: { readonly opened: OpenedForm }): ReactNode {
  const speech = useSpeech()
  const { t } = speech
  const factors = opened.form.sections.flatMap(({ questions }) => questions).filter(({ place }) => place?.item?.field === 'direction')
  const directionOf = (id: string): string => {
    const answer = opened.answers[id]
    return answer !== undefined && 'code' in answer ? answer.code : 'none'
  }
  const words = (id: string): string => {
    const question = opened.form.sections.flatMap(({ questions }) => questions).find((each) => each.id === id)
    return question === undefined ? '' : answerWords(speech, opened, question, opened.answers[id])
  }
  return (
    <Panel title={t('best-interests.factors')} aside={t('best-interests.factorsLead')}>
      {directions.map((direction) => {
        const here = factors.filter(({ id }) => directionOf(id) === direction)
        const Sign = signs[direction]
        if (direction === 'none' && here.length === 0) return null
        return (
          <Fragment key={direction}>
            <GroupRow title={t(`best-interests.points.${direction}`)} count={here.length} />
            {here.map((factor) => (
              <div key={factor.id} className={css['factor']} data-factor={factor.id}>
                <Sign size={16} strokeWidth={1.75} aria-hidden="true" />
                <div className={css['words']}>
                  <b>{wordsIn(opened, factor.about ?? factor.text)}</b>
                  <p>{words(`${factor.id}.text`)}</p>
                </div>
                <span className={css['source']}>
                  {[words(`${factor.id}.source`), words(`${factor.id}.on`)].filter((each) => each !== '').join(', ')}
                </span>
              </div>
            ))}
          </Fragment>
        )
      })}
    </Panel>
  )
}
