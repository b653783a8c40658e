import type { Input, Output } from '#contract/operations.ts'
import type { RetentionView } from '#contract/retention.ts'
import type { Terminal } from '../terminal.ts'
import { minuteText } from './format.ts'
import { tableLines } from './table.ts'

type Text = Terminal['text']

/** What is due, what is kept, and why, with its source. */
export function retentionLines({ on, cases, closed, decision }: Output<'retention.list'>, { text }: Terminal): readonly string[] {
  const due = cases.filter((each) => each.due).length
  return [
    text('command.retention.title', { date: on, due, cases: cases.length }),
    ...tableLines(cases.map((each) => [`  ${each.reference}`, standing(each, text), why(each, text)])),
    ...(closed.length === 0 ? [] : [text('command.retention.closed', { n: closed.length, list: closed.join(', ') })]),
    ...(decision === null ? [] : decisionLines(decision, { text })),
  ]
}

const standing = ({ state, listedFrom, completeBy }: RetentionView, text: Text): string =>
  text(`retention.state.${state}`, { from: listedFrom ?? '', by: completeBy ?? '' })

function why({ rule, basis, decided, alsoApply }: RetentionView, text: Text): string {
  const sentence = decided ? text('retention.decided') : text(rule === null ? 'retention.no-rule' : `retention.${rule}`)
  const also = alsoApply.length === 0 ? '' : ` ${text('retention.also', { rules: alsoApply.join(', ') })}`
  return `${sentence}${basis === null ? '' : ` [${basis}]`}${also}`
}

export const decisionLines = (decision: Input<'retention.decide'>['decision'], { text }: Pick<Terminal, 'text'>): readonly string[] => [
  text('command.retention.decision', {
    text: decision.text,
    years: decision.years,
    from: text(`retention.from.${decision.from}`),
    by: decision.decidedBy,
    on: decision.decidedOn,
  }),
]

export const consequenceLines = (cases: readonly string[], { text }: Terminal): readonly string[] => [
  text('command.retention.consequence', { n: cases.length, list: cases.join(', ') }),
]

export const erasedLines = ({ erased, places }: Output<'retention.erase'>, terminal: Terminal): readonly string[] => [
  ...proofLines(erased, terminal),
  ...placeLines(places, terminal),
]

export function stateLines(
  { erasures, waiting, places, finishedAtOpening }: Output<'erasure.state'>,
  terminal: Terminal,
): readonly string[] {
  const { text } = terminal
  return [
    ...(finishedAtOpening.length === 0 ? [] : [text('retention.finished', { n: finishedAtOpening.length })]),
    ...(erasures.length === 0 ? [text('command.retention.none-erased')] : proofLines(erasures, terminal)),
    ...waiting.map(({ list, cases }) => text('command.retention.waiting', { list, n: cases.length })),
    ...placeLines(places, terminal),
  ]
}

const proofLines = (erasures: Output<'erasure.state'>['erasures'], { text }: Terminal): readonly string[] =>
  erasures.map(({ reference, doneAt, entry, digest, list }) =>
    text(doneAt === null ? 'command.retention.unfinished' : 'command.retention.erased', {
      reference,
      at: doneAt === null ? '' : minuteText(doneAt),
      entry: entry ?? 0,
      digest,
      list,
    }),
  )

const placeLines = (places: Output<'erasure.state'>['places'], { text }: Terminal): readonly string[] =>
  places.map(({ name, outstanding }) =>
    text(outstanding.length === 0 ? 'retention.place-reached' : 'retention.place-behind', {
      place: name,
      n: outstanding.length,
      list: outstanding.join(', '),
    }),
  )
