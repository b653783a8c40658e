import { budgetOf } from '../budget/budget-of.ts'
import type { PricedLine } from '../budget/lines.ts'
import { extentOf, gets, type PlanContext } from './plan-context.ts'

export type PlanBudgetLine = {
  readonly category: string
  readonly description: string
  readonly quantity: string
  readonly unitPrice: { readonly amountMinor: number; readonly currency: string }
  /** Öre and cent; null where a rate is missing. */
  readonly sek: number | null
  readonly eur: number | null
}

export type BudgetPart = {
  readonly lines: readonly PlanBudgetLine[]
  /** Sums of the lines above, not of lines that this copy does not show. */
  readonly totalSek: number
  readonly totalEur: number
  readonly rates: readonly { readonly base: string; readonly quote: string; readonly rate: string }[]
  readonly approval: { readonly on: string; readonly by: string | null; readonly fundedForWholePeriod: boolean } | null
  readonly funders: readonly string[]
  /** In hundredths of a per cent; only where every line is shown. */
  readonly contingency: { readonly basisPoints: number; readonly ceilingBasisPoints: number } | null
}

export function budgetPart(context: PlanContext): BudgetPart | undefined {
  const extent = extentOf(context.profile, 'budget.lines')
  if (extent === undefined) return undefined
  const budget = budgetOf(context.caseFile.budget, context.catalogue, context.on)
  const lines = budget.lines.filter((line) => isShown(line, context))
  const sum = (currency: 'sek' | 'eur') => lines.reduce((total, line) => total + (line[currency] ?? 0), 0)
  const funding = gets(context, 'budget.funding')
  const { approval, contingency } = budget
  const used = new Set(lines.flatMap((line) => line.rates))
  return {
    lines: lines.map(({ line, sek, eur }) => ({
      category: line.category,
      description: line.description,
      quantity: line.quantity,
      unitPrice: line.unitPrice,
      sek,
      eur,
    })),
    totalSek: sum('sek'),
    totalEur: sum('eur'),
    rates: budget.rates.filter((rate) => used.has(rate)).map(({ base, quote, rate }) => ({ base, quote, rate })),
    approval: approval === null ? null : { ...approval, by: funding ? approval.by : null },
    funders: funding ? [...new Set(lines.map(({ line }) => line.funder))] : [],
    contingency:
      extent !== 'full' || contingency === null || contingency.basisPoints === null
        ? null
        : { basisPoints: contingency.basisPoints, ceilingBasisPoints: contingency.ceilingBasisPoints },
  }
}

function isShown({ line }: PricedLine, { profile, recipient }: PlanContext): boolean {
  switch (extentOf(profile, 'budget.lines')) {
    case 'paid-in-country':
      return line.phase === 'post-arrival' || line.phase === 'post'
    case 'own-activities':
      return line.provider === recipient.name
    default:
      return true
  }
}
