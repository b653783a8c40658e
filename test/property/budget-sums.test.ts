import { array, assert, constantFrom, integer, property, record, tuple } from 'fast-check'
import { expect, it } from 'vitest'
import { budgetOf } from '#domain/budget/budget-of.ts'
import { conversionBetween } from '#domain/budget/rates.ts'
import type { Budget } from '#domain/case/budget.ts'
import { convert, fractionOf, inverse } from '#domain/money.ts'
import { aBudgetLine, fact } from '../support/a-case.ts'
import { catalogue } from '../support/examples.ts'

const currencies = ['SEK', 'EUR', 'RON', 'VND', 'TND', 'USD'] as const
const decimal = (largest: number) =>
  tuple(integer({ min: 0, max: largest }), integer({ min: 1, max: 999_999 })).map(
    ([whole, rest]) => `${whole}.${String(rest).padStart(6, '0')}`,
  )

const someLines = array(
  record({
    quantity: decimal(40),
    amountMinor: integer({ min: 0, max: 50_000_000 }),
    currency: constantFrom(...currencies),
    category: constantFrom('BC01', 'BC08', 'BC11', 'BC19'),
    phase: constantFrom('pre', 'post-arrival', 'post', 'any'),
    funder: constantFrom('Jämställdhetsmyndigheten', 'EURP', 'Malmö'),
  }),
  { maxLength: 20 },
).map((lines) =>
  lines.map(({ quantity, amountMinor, currency, ...more }, index) => aBudgetLine(`l${index}`, quantity, amountMinor, currency, more)),
)

/** Some rates are left out, some stand twice: what cannot be said must then be a named problem. */
const someRates = array(
  record({
    base: constantFrom(...currencies),
    quote: constantFrom('SEK', 'EUR'),
    rate: decimal(30),
    date: constantFrom('2026-08-01', '2026-09-01', '2026-10-01'),
  }),
  { maxLength: 8 },
).map((rates) => rates.map((rate) => ({ ...rate, source: 'Riksbanken' })))

const someBudget = record({ lines: someLines, rates: someRates }).map(
  (budget): Budget => ({ ...budget, approvals: [{ ...fact('2026-09-01'), by: 'Eva Chefsson', fundedForWholePeriod: true }] }),
)

it('sums by category, phase and funder agree with the total in both currencies', async () => {
  await assert(
    property(someBudget, (budget) => {
      const result = budgetOf(budget, catalogue, '2026-09-30')
      for (const groups of [result.byCategory, result.byPhase, result.byFunder]) {
        expect(groups.reduce((total, each) => total + each.sek, 0)).toBe(result.totalSek)
        expect(groups.reduce((total, each) => total + each.eur, 0)).toBe(result.totalEur)
      }
    }),
  )
})

it('every amount is a whole number of minor units, or has its problem', async () => {
  await assert(
    property(someBudget, (budget) => {
      const result = budgetOf(budget, catalogue, '2026-09-30')
      for (const { line, sek, eur } of result.lines)
        for (const [to, amount] of [
          ['SEK', sek],
          ['EUR', eur],
        ] as const)
          expect(Number.isSafeInteger(amount)).toBe(!result.problems.some((problem) => problem.line === line.id && problem.to === to))
    }),
  )
})

it('a budget does not depend on the order in which its rates and approvals stand', async () => {
  await assert(
    property(someBudget, (budget) => {
      const turned = { ...budget, rates: budget.rates.toReversed(), approvals: budget.approvals.toReversed() }
      const amounts = (of: Budget) => budgetOf(of, catalogue, '2026-09-30').lines.map(({ sek, eur, problems }) => [sek, eur, problems])
      expect(amounts(turned)).toEqual(amounts(budget))
    }),
  )
})

it('an amount taken there and back stays within one minor unit, or within what one unit of the coarser currency is worth', async () => {
  await assert(
    property(
      integer({ min: 0, max: 100_000_000 }),
      constantFrom(...currencies),
      constantFrom(...currencies),
      decimal(20),
      (amountMinor, from, to, text) => {
        const rate = fractionOf(text)
        const there = convert({ amountMinor, currency: from }, to, rate)
        if (!there.ok) return
        const back = convert(there.value, from, inverse(rate))
        const worthOfOneUnit = convert({ amountMinor: 1, currency: to }, from, inverse(rate))
        if (!back.ok || !worthOfOneUnit.ok) return
        expect(Math.abs(back.value.amountMinor - amountMinor)).toBeLessThanOrEqual(1 + worthOfOneUnit.value.amountMinor)
      },
    ),
  )
})

it('from euro to kronor and back not a cent is lost, at any rate above one', async () => {
  await assert(
    property(integer({ min: 0, max: 100_000_000 }), decimal(20), (amountMinor, text) => {
      const rates = [{ base: 'EUR', quote: 'SEK', rate: `1${text}`, date: '2026-09-01', source: 'Riksbanken' }]
      const days = { on: '2026-09-30', fixedOn: '2026-09-30' }
      const there = conversionBetween(rates, 'EUR', 'SEK', days)
      const home = conversionBetween(rates, 'SEK', 'EUR', days)
      if (!there.ok || !home.ok) throw new Error('both rates are recorded')
      const kronor = convert({ amountMinor, currency: 'EUR' }, 'SEK', there.value.rate)
      if (!kronor.ok) throw new Error('the amount is small')
      expect(convert(kronor.value, 'EUR', home.value.rate)).toEqual({ ok: true, value: { amountMinor, currency: 'EUR' } })
    }),
  )
})
