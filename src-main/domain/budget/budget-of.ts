import type { Budget } from '../case/budget.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { PlainDate } from '../dates.ts'
import { known, latest } from '../readiness/facts.ts'
import { type CeilingHint, ceilingHints } from './ceilings.ts'
import { type Contingency, contingencyOf } from './contingency.ts'
import { type BudgetProblem, type PricedLine, priceLine } from './lines.ts'
import type { DatedRate } from './rates.ts'

/** Öre and cent of the lines that share a category, a phase or a funder. */
export type Subtotal = { readonly id: string; readonly sek: number; readonly eur: number }

export type BudgetResult = {
  readonly lines: readonly PricedLine[]
  /** Sums of rounded lines. Where `complete` is false a line has no amount in that currency and the sum lacks it. */
  readonly totalSek: number
  readonly totalEur: number
  readonly complete: boolean
  readonly byCategory: readonly Subtotal[]
  readonly byPhase: readonly Subtotal[]
  readonly byFunder: readonly Subtotal[]
  readonly contingency: Contingency | null
  readonly ceilings: readonly CeilingHint[]
  /** The recorded rates that were used, once each. */
  readonly rates: readonly DatedRate[]
  readonly approval: { readonly on: PlainDate; readonly by: string; readonly fundedForWholePeriod: boolean } | null
  readonly problems: readonly BudgetProblem[]
}

type BudgetRules = Pick<Catalogue, 'budgetCategories' | 'ceilings'>

/**
 * Works out a budget as it stands on a day: each line at its own dated rate, rounded on its own; totals are sums of rounded lines.
 * Rates are fixed at the last approval up to that day. A missing rate is a problem by name, never a wrong number.
 * @source cases, Money
 */
export function budgetOf(budget: Budget, catalogue: BudgetRules, on: PlainDate): BudgetResult {
  const approval = latest(known(budget.approvals, on))
  const days = { on, fixedOn: approval?.happenedOn ?? on }
  const lines = budget.lines.map((line) => priceLine(line, budget.rates, days))
  return {
    lines,
    totalSek: sum(lines, 'sek'),
    totalEur: sum(lines, 'eur'),
    complete: lines.every((each) => each.problems.length === 0),
    byCategory: subtotals(lines, ({ line }) => line.category),
    byPhase: subtotals(lines, ({ line }) => line.phase),
    byFunder: subtotals(lines, ({ line }) => line.funder),
    contingency: contingencyOf(lines, catalogue.budgetCategories),
    ceilings: ceilingHints(lines, catalogue.ceilings),
    rates: [...new Set(lines.flatMap((each) => each.rates))],
    approval:
      approval === undefined ? null : { on: approval.happenedOn, by: approval.by, fundedForWholePeriod: approval.fundedForWholePeriod },
    problems: lines.flatMap((each) => each.problems),
  }
}

const sum = (lines: readonly PricedLine[], currency: 'sek' | 'eur'): number =>
  lines.reduce((total, each) => total + (each[currency] ?? 0), 0)

/** In the order in which the keys first stand in the budget. */
function subtotals(lines: readonly PricedLine[], keyOf: (line: PricedLine) => string): readonly Subtotal[] {
  return [...Map.groupBy(lines, keyOf)].map(([id, some]) => ({ id, sek: sum(some, 'sek'), eur: sum(some, 'eur') }))
}
