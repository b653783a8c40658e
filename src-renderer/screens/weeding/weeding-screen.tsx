import type { ReactNode } from 'react'
import type { Output } from '#contract/operations.ts'
import { useFocusAtHeading } from '../../app/focus.ts'
import { useAnswer } from '../../app/queries.ts'
import { useSpeech } from '../../app/text.ts'
import { Answer } from '../../components/answer.tsx'
import { Banner } from '../../components/banner.tsx'
import { PlainScreen } from '../../components/screen.tsx'
import { TitleRow } from '../../components/title-row.tsx'
import { DecisionPanel } from './decision-panel.tsx'
import { ErasePanel } from './erase-panel.tsx'
import { ErasedPanel } from './erased-panel.tsx'
import { KeptPanel } from './kept-panel.tsx'
import { SignPanel } from './sign-panel.tsx'
import css from './weeding.module.css'

type Retention = Output<'retention.list'>
type State = Output<'erasure.state'>

/** What is due, what is kept and why; the list to sign; the erasure, stated and confirmed; and what proves it. */
export function WeedingScreen(): ReactNode {
  const retention = useAnswer('retention.list', {})
  const state = useAnswer('erasure.state', {})
  useFocusAtHeading(state.data === undefined ? undefined : `weeding ${state.data.waiting.map((each) => each.list).join()}`)
  return (
    <PlainScreen ready={!retention.isPending && !state.isPending}>
      <Answer query={retention}>
        {(found) => <Answer query={state}>{(erasures) => <Weeding found={found} state={erasures} />}</Answer>}
      </Answer>
    </PlainScreen>
  )
}

function Weeding({ found, state }: { readonly found: Retention; readonly state: State }): ReactNode {
  const { t } = useSpeech()
  const waiting = new Set(state.waiting.flatMap((list) => list.cases))
  const due = found.cases.filter((each) => each.due && !waiting.has(each.reference))
  const rest = found.cases.filter((each) => !each.due)
  return (
    <>
      <TitleRow title={t('screen.weeding')} line={t('weeding.line', { due: due.length + waiting.size, rest: rest.length })} />
      {state.finishedAtOpening.length === 0 ? null : (
        <Banner status="soon" title={t('retention.finished', { n: state.finishedAtOpening.length })} />
      )}
      <div className={css['columns']}>
        <div className={css['main']}>
          {state.waiting.map((list) => (
            <ErasePanel key={list.list} list={list} mayErase={found.mayErase} />
          ))}
          {due.length === 0 ? null : (
            <SignPanel
              key={due.map((each) => each.reference).join()}
              due={due}
              mayErase={found.mayErase}
              primary={state.waiting.length === 0}
            />
          )}
          {due.length === 0 && waiting.size === 0 ? <Banner status="met" title={t('weeding.nothing-due')} /> : null}
          <KeptPanel cases={rest} closed={found.closed} />
          <DecisionPanel decision={found.decision} on={found.on} mayDecide={found.mayErase} />
        </div>
        <ErasedPanel state={state} />
      </div>
    </>
  )
}
