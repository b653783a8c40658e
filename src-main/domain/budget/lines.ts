import type { BudgetLine } from '../case/budget.ts'
import { convert, fractionOf, type Money, type MoneyProblem, multiply } from '../money.ts'
import { conversionBetween, type DatedRate, type RateDays, type RateProblem } from './rates.ts'

/** Why an amount is not there. `to` is the currency that was asked for. */
export type BudgetProblem = {
  readonly code: RateProblem | MoneyProblem
  readonly line: string
  readonly from: string
  readonly to: string
}

/** A line with its amounts, each rounded on its own. An amount that cannot be said is null and has its problem. */
export type PricedLine = {
  readonly line: BudgetLine
  /** Quantity × unit price in the line's own currency. */
  readonly amount: Money | null
  /** Öre. */
  readonly sek: number | null
  /** Cent. */
  readonly eur: number | null
  /** Recorded rates on which `sek` and `eur` rest. */
  readonly rates: readonly DatedRate[]
  readonly problems: readonly BudgetProblem[]
}

/** Converts what will be paid, that is the line's amount in whole minor units of its own currency, so that a reader can work it out again. */
export function priceLine(line: BudgetLine, rates: readonly DatedRate[], days: RateDays): PricedLine {
  const from = line.unitPrice.currency
  const amount = multiply(line.unitPrice, fractionOf(line.quantity))
  if (!amount.ok) {
    const problems = [{ code: amount.error, line: line.id, from, to: from }]
    return { line, amount: null, sek: null, eur: null, rates: [], problems }
  }
  const problems: BudgetProblem[] = []
  const used = new Set<DatedRate>()
  const amountIn = (to: string): number | null => {
    const conversion = conversionBetween(rates, from, to, days)
    const converted = conversion.ok ? convert(amount.value, to, conversion.value.rate) : conversion
    if (!converted.ok) {
      problems.push({ code: converted.error, line: line.id, from, to })
      return null
    }
    for (const rate of conversion.ok ? conversion.value.used : []) used.add(rate)
    return converted.value.amountMinor
  }
  return { line, amount: amount.value, sek: amountIn('SEK'), eur: amountIn('EUR'), rates: [...used], problems }
}
