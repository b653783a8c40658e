import { type ReactNode, useState } from 'react'
import { newAdvice } from '../../app/actions/advice.ts'
import { moveFocusTo } from '../../app/focus.ts'
import { useAnswer } from '../../app/queries.ts'
import { useSpeech } from '../../app/text.ts'
import { ActionButton } from '../../components/action-button.tsx'
import { Answer } from '../../components/answer.tsx'
import { PlainScreen } from '../../components/screen.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { TitleRow } from '../../components/title-row.tsx'
import css from './advice.module.css'
import { AdviceList } from './advice-list.tsx'
import { QuickEntry } from './quick-entry.tsx'
import { YearPanel } from './year-panel.tsx'

/** Who asked the office for advice, about what, and what was answered: with or without a case. */
export function AdviceScreen(): ReactNode {
  const { t } = useSpeech()
  const [year, setYear] = useState<number>()
  const answer = useAnswer('advice.list', year === undefined ? {} : { year })
  return (
    <PlainScreen ready={!answer.isPending}>
      <Answer query={answer}>
        {(listed) => (
          <>
            <TitleRow
              title={t('screen.advice')}
              line={t('advice.line', { n: listed.advice.filter((each) => each.answer === undefined).length, year: String(listed.year) })}
            >
              <SelectField
                label={t('advice.year.choose')}
                hideLabel
                value={String(listed.year)}
                choices={listed.years.toReversed().map((each) => ({ id: String(each), label: String(each) }))}
                onChange={(chosen) => setYear(Number(chosen))}
              />
              <ActionButton action={newAdvice} context={{ busy: false, run: () => moveFocusTo('[data-entry] input') }} />
            </TitleRow>
            <div className={css['columns']}>
              <div className={css['column']}>
                <QuickEntry topics={listed.topics} today={listed.today} />
                <AdviceList listed={listed} />
              </div>
              <YearPanel year={listed.year} />
            </div>
          </>
        )}
      </Answer>
    </PlainScreen>
  )
}
