import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import type { OpenedForm } from '#contract/questionnaires.ts'
import { useSpeech } from '../../app/text.ts'
import { Panel } from '../../components/panel.tsx'
import { answerWords, wordsIn } from '../../questionnaires/words.ts'
import css from './best-interests.module.css'

/** Outcomes of the catalogue and the alternative that each chooses. */
const chosenBy: Readonly<Record<string, string>> = {
  RETURN_FAMILY: 'return',
  RETURN_ALT_CARE: 'return',
  STAY: 'stay',
  THIRD_COUNTRY: 'third-country',
  POSTPONE: 'wait',
}

/** The four alternatives in equal columns; the chosen one has a tick, a word and a tint. */
export function Alternatives({ opened }: { readonly opened: OpenedForm }): ReactNode {
  const speech = useSpeech()
  const { t, tOr } = speech
  const questions = opened.form.sections.flatMap((section) => section.questions).filter(({ place }) => place?.item?.key === 'kind')
  const outcome = opened.bestInterests?.decision?.outcome
  const chosen = outcome === undefined ? undefined : chosenBy[outcome]
  return (
    <Panel title={t('best-interests.alternatives')}>
      <div className={css['alternatives']}>
        {questions.map((question) => {
          const isChosen = question.place?.item?.id === chosen
          const words = answerWords(speech, opened, question, opened.answers[question.id])
          return (
            <section key={question.id} className={css['alternative']} data-chosen={isChosen ? 'yes' : 'no'}>
              <h3>
                {isChosen ? <Check size={16} strokeWidth={2.2} aria-hidden="true" /> : null}
                {wordsIn(opened, question.about ?? question.text)}
              </h3>
              {isChosen ? <p className={css['chosen']}>{tOr([`best-interests-outcome.${outcome ?? ''}`])}</p> : null}
              <p>{words === '' ? t('best-interests.noSentence') : words}</p>
            </section>
          )
        })}
      </div>
    </Panel>
  )
}
