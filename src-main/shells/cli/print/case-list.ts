import type { IdentityView } from '#contract/views.ts'
import type { Terminal } from '../terminal.ts'
import { tableLines } from './table.ts'

/** One line a case: reference, alias, how far, what next. */
export function caseListLines(cases: readonly IdentityView[], { text }: Terminal): readonly string[] {
  if (cases.length === 0) return [text('command.case.none')]
  return tableLines(cases.map((each) => [each.reference, each.alias, identityStanding(each, text), nextLine(each, text)]))
}

type Text = Terminal['text']

export function identityStanding(each: IdentityView, text: Text): string {
  const met = text('command.case.met', { met: each.met, total: each.total, overridden: each.overridden })
  return each.pausedSince === null ? met : `${met}, ${text('command.case.paused', { date: each.pausedSince })}`
}

const nextLine = (each: IdentityView, text: Text): string =>
  each.next === null ? text('command.case.nothing-remains') : `${each.next.gate} ${text(`readiness.next.${each.next.gate}`)}`
