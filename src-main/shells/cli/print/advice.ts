import type { Output } from '#contract/operations.ts'
import type { Terminal } from '../terminal.ts'
import { tableLines } from './table.ts'

export function adviceLines({ advice, year }: Output<'advice.list'>, { text }: Terminal): readonly string[] {
  if (advice.length === 0) return [text('advice.empty', { year: String(year) })]
  return tableLines(
    advice.map(({ id, details, answer }) => [
      id,
      details.askedOn,
      details.organisation,
      details.topics.map((topic) => text(`advice-topic.${topic}`)).join(', '),
      answer === undefined ? text('advice.state.waiting') : text('advice.state.answered', { day: answer.on, by: answer.by }),
    ]),
  )
}

export function adviceYearLines(figures: Output<'advice.year'>, { text }: Terminal): readonly string[] {
  const totals = (['asked', 'answered', 'waiting', 'withCase'] as const).map((each) => [text(`advice.year.${each}`), String(figures[each])])
  const median = figures.medianDays === null ? [] : [[text('advice.year.medianDays'), String(figures.medianDays)]]
  const group = (name: 'asker' | 'topic', rows: readonly { readonly id: string; readonly count: number }[], prefix: string) =>
    rows.length === 0
      ? []
      : [
          '',
          text(`advice.sheet.${name}`),
          ...tableLines(
            rows.map(({ id, count }) => [text(`${prefix}.${id}`), String(count)]),
            [1],
          ),
        ]
  return [
    text('advice.year.title', { year: String(figures.year) }),
    ...tableLines([...totals, ...median], [1]),
    ...group('asker', figures.byAsker, 'advice.asker'),
    ...group('topic', figures.byTopic, 'advice-topic'),
  ]
}
