import { type ReactNode, useState } from 'react'
import type { Output } from '#contract/operations.ts'
import { newAdvice } from '../../app/actions/advice.ts'
import { moveFocusTo } from '../../app/focus.ts'
import { useAnswer } from '../../app/queries.ts'
import { type Speech, useSpeech } from '../../app/text.ts'
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
      <TitleRow title={t('screen.advice')} line={answer.data === undefined ? '' : lineOf(t, answer.data)}>
        {answer.data === undefined ? null : <YearChoice listed={answer.data} onChoose={setYear} />}
        <ActionButton action={newAdvice} context={{ busy: answer.data === undefined, run: () => moveFocusTo('[data-entry] input') }} />
      </TitleRow>
      <Answer query={answer}>
        {(listed) => (
          <div className={css['columns']}>
            <div className={css['column']}>
              <QuickEntry topics={listed.topics} today={listed.today} />
              <AdviceList listed={listed} />
            </div>
            <YearPanel year={listed.year} />
          </div>
        )}
      </Answer>
    </PlainScreen>
  )
}

type Listed = Output<'advice.list'>

const lineOf = (t: Speech['t'], { advice, year }: Listed): string =>
  t('advice.line', { n: advice.filter((each) => each.answer === undefined).length, year: String(year) })

function YearChoice({ listed, onChoose }: { readonly listed: Listed; readonly onChoose: (year: number) => void }): ReactNode {
  const { t } = useSpeech()
  return (
    <SelectField
      label={t('advice.year.choose')}
      hideLabel
      value={String(listed.year)}
      choices={listed.years.toReversed().map((each) => ({ id: String(each), label: String(each) }))}
      onChange={(chosen) => onChoose(Number(chosen))}
    />
  )
}
