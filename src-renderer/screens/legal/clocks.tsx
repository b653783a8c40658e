import type { ReactNode } from 'react'
import type { DeadlineView } from '#contract/views.ts'
import { useCaseEditing } from '../../app/editing/case-editing.tsx'
import { whyOf } from '../../app/reasons.ts'
import { useRegister } from '../../app/status-context.ts'
import { daysBetween, type Speech, useSpeech } from '../../app/text.ts'
import type { CaseRecord } from '../../components/case-fields/record-list.tsx'
import { Glyph } from '../../components/glyph.tsx'
import { Panel } from '../../components/panel.tsx'
import type { Overview } from '../../components/screen.tsx'
import { type StatusId, statusOf } from '../../components/status.ts'
import css from './legal.module.css'
import { clockSpan, clockStatus, legalClocks } from './standings.ts'

const safeguards = ['G07', 'G20', 'G18', 'G19']

/** How the law stands today: the safeguards that rest on it, and every clock that runs or has run out. */
export function Clocks({ overview }: { readonly overview: Overview }): ReactNode {
  const speech = useSpeech()
  const { t, tOr } = speech
  const clocks = legalClocks.flatMap((id) => overview.deadlines.filter((each) => each.id === id))
  const permitted = clocks.some(({ id }) => id === 'DL04' || id === 'DL05')
  return (
    <Panel title={t('legal.clocks')} className={css['clocks']}>
      <ul data-clocks="">
        {safeguards.flatMap((id) => {
          const gate = overview.readiness.gates.find((each) => each.id === id)
          if (gate === undefined) return []
          return [<Standing key={id} status={statusOf(gate)} title={tOr([`gate.short.${id}`])} line={whyOf(speech, gate)} />]
        })}
        {permitted ? null : <Standing status="na" title={t('legal.noClock')} line={t('legal.noClock.line')} />}
        {clocks.map((clock) => (
          <Clock key={clock.key} clock={clock} />
        ))}
      </ul>
    </Panel>
  )
}

function Clock({ clock }: { readonly clock: DeadlineView }): ReactNode {
  const speech = useSpeech()
  const { t, tOr } = speech
  const { today } = useRegister()
  return (
    <Standing
      status={clockStatus(clock)}
      title={tOr([`deadline.${clock.id}`])}
      aside={clockWords(speech, clock, today)}
      line={t(`legal.clock.${clock.id}`)}
      source={t(`legal.source.${clock.id}`)}
    >
      <Bar clock={clock} />
    </Standing>
  )
}

/** Days left, or the last day of what has run out. */
function clockWords({ t, day }: Speech, { due, state }: DeadlineView, today: string): string {
  if (state === 'done') return t('legal.clock.done')
  if (due === null) return t(state === 'ended' ? 'legal.clock.lapsed' : 'legal.clock.toDo')
  if (state === 'ended') return t('legal.clock.ended', { day: day(due) })
  if (state === 'overdue') return t('legal.clock.overdue', { day: day(due) })
  return t('legal.clock.left', { n: daysBetween(today, due), day: day(due) })
}

type StandingGiven = {
  readonly status: StatusId
  readonly title: string
  readonly line: string
  readonly aside?: string
  readonly source?: string
  readonly children?: ReactNode
}

function Standing({ status, title, line, aside, source, children }: StandingGiven): ReactNode {
  return (
    <li className={css['standing']} data-status={status}>
      <Glyph status={status} size={16} />
      <div className={css['words']}>
        <div className={css['name']}>
          {title}
          {aside === undefined ? null : <span className={css['left']}>{aside}</span>}
        </div>
        <p className={css['small']}>{line}</p>
        {children}
        {source === undefined ? null : <p className={css['small']}>{source}</p>}
      </div>
    </li>
  )
}

/** A period that fills; its days stand below in words. */
function Bar({ clock }: { readonly clock: DeadlineView }): ReactNode {
  const { t, day } = useSpeech()
  const { today } = useRegister()
  const { held } = useCaseEditing()
  const permits = held('/legal/permits')
  const records = (Array.isArray(permits) ? permits : []).filter(
    (each): each is Record<string, never> & CaseRecord => typeof each === 'object' && each !== null && !Array.isArray(each),
  )
  const span = clockSpan(clock, records, today)
  if (span === undefined) return null
  return (
    <>
      <svg className={css['bar']} viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
        <rect width={(100 * span.gone) / span.all} height={6} />
      </svg>
      <p className={css['ends']}>
        <span>{day(span.from, today)}</span>
        <span>{t('legal.clock.gone', { gone: span.gone, all: span.all })}</span>
      </p>
    </>
  )
}
