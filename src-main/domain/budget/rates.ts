import type { Budget } from '../case/budget.ts'
import type { PlainDate } from '../dates.ts'
import { type Fraction, fractionOf, inverse, one, sameValue, times } from '../money.ts'
import type { Result } from '../result.ts'

export type DatedRate = Budget['rates'][number]

/** What one unit of a currency costs in another, exactly, and the recorded rates that say so. */
export type Conversion = { readonly rate: Fraction; readonly used: readonly DatedRate[] }

export type RateProblem = 'rate-missing' | 'rates-contradict'

/** Rates are fixed at approval; before it, those of the day asked about hold. */
export type RateDays = { readonly on: PlainDate; readonly fixedOn: PlainDate }

/** Currencies in which a budget is added up. A currency without a rate of its own to one goes over the other. */
export const reportingCurrencies = ['SEK', 'EUR'] as const

/**
 * The rate between two currencies: as recorded, in either direction, else across the other reporting currency.
 * Nothing is rounded here. Two different rates for the same pair and day contradict each other and none is chosen.
 */
export function conversionBetween(rates: readonly DatedRate[], from: string, to: string, days: RateDays): Result<Conversion, RateProblem> {
  if (from === to) return { ok: true, value: { rate: one, used: [] } }
  const recorded = recordedRate(rates, from, to, days)
  if (recorded.ok || recorded.error === 'rates-contradict') return recorded
  for (const across of reportingCurrencies) {
    if (across === from || across === to) continue
    const first = recordedRate(rates, from, across, days)
    const second = recordedRate(rates, across, to, days)
    if (first.ok && second.ok)
      return {
        ok: true,
        value: { rate: times(first.value.rate, second.value.rate), used: [...first.value.used, ...second.value.used] },
      }
    const contradicting = [first, second].find((each) => !each.ok && each.error === 'rates-contradict')
    if (contradicting !== undefined) return { ok: false, error: 'rates-contradict' }
  }
  return { ok: false, error: 'rate-missing' }
}

function recordedRate(rates: readonly DatedRate[], from: string, to: string, days: RateDays): Result<Conversion, RateProblem> {
  const usable = rates.filter((each) => each.date <= days.on && fractionOf(each.rate).numerator > 0n)
  const straight = ofTheDay(pair(usable, from, to), days)
  const turned = ofTheDay(pair(usable, to, from), days)
  const chosen = closer(straight, turned, days)
  const [first] = chosen
  if (first === undefined) return { ok: false, error: 'rate-missing' }
  const rate = fractionOf(first.rate)
  if (chosen.some((each) => !sameValue(fractionOf(each.rate), rate))) return { ok: false, error: 'rates-contradict' }
  return { ok: true, value: { rate: first.base === from ? rate : inverse(rate), used: [first] } }
}

const pair = (rates: readonly DatedRate[], base: string, quote: string): readonly DatedRate[] =>
  rates.filter((each) => each.base === base && each.quote === quote)

/** Rates of the last day up to the fixing; where none is that old, of the first day after it. */
function ofTheDay(rates: readonly DatedRate[], { fixedOn }: RateDays): readonly DatedRate[] {
  const dates = rates.map((each) => each.date).toSorted()
  const day = dates.findLast((date) => date <= fixedOn) ?? dates[0]
  return rates.filter((each) => each.date === day).toSorted((left, right) => (order(left) < order(right) ? -1 : 1))
}

const order = (rate: DatedRate): string => `${rate.source} ${rate.rate}`

/** Of the pair and its reverse, the one whose day lies nearer to the fixing; the pair itself when both are of one day. */
function closer(straight: readonly DatedRate[], turned: readonly DatedRate[], { fixedOn }: RateDays): readonly DatedRate[] {
  const [left] = straight
  const [right] = turned
  if (left === undefined || right === undefined) return left === undefined ? turned : straight
  const leftInTime = left.date <= fixedOn
  const rightInTime = right.date <= fixedOn
  if (leftInTime !== rightInTime) return leftInTime ? straight : turned
  const turnedIsCloser = leftInTime ? right.date > left.date : right.date < left.date
  return turnedIsCloser ? turned : straight
}
