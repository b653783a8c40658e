import { describe, expect, it } from 'vitest'
import { budgetOf } from '#domain/budget/budget-of.ts'
import { aBudgetLine, aCase, type CaseBuilder } from '../support/a-case.ts'
import { aCaseA } from '../support/cases.ts'
import { catalogue } from '../support/examples.ts'

const priced = (builder: CaseBuilder, on = '2026-09-30') => budgetOf(builder.build().budget, catalogue, on)

describe('Case A, budget', () => {
  const budget = priced(aCaseA())

  it('Case A: the budget lines in SEK come out to the öre', () => {
    expect(budget.lines.map((each) => each.sek)).toEqual([
      215_000, 648_000, 390_000, 135_000, 2_386_800, 1_105_000, 393_750, 450_000, 200_000,
    ])
  })

  it('Case A: the total is 59,235.50 SEK and 5,265.38 EUR', () => {
    expect([budget.totalSek, budget.totalEur, budget.complete]).toEqual([5_923_550, 526_538, true])
  })

  it('Case A: contingency is 3.49 % of the other lines and within 10 %', () => {
    expect(budget.contingency).toMatchObject({ category: 'BC19', basisPoints: 349, ceilingBasisPoints: 1_000, within: true })
  })

  it('Case A: the budget was approved on 1 September and its rates are those of that day', () => {
    expect(budget.approval).toEqual({ on: '2026-09-01', by: 'Eva Chefsson', fundedForWholePeriod: true })
    expect(budget.rates.map((rate) => `${rate.base}/${rate.quote} ${rate.rate} ${rate.date}`)).toEqual([
      'EUR/SEK 11.2500 2026-09-01',
      'RON/SEK 2.2100 2026-09-01',
    ])
  })

  it('Case A: one funder pays for all', () => {
    expect(budget.byFunder).toEqual([{ id: 'Jämställdhetsmyndigheten', sek: 5_923_550, eur: 526_538 }])
  })
})

describe('rates', () => {
  const inEuro = (amountMinor: number) => aCase().budget([aBudgetLine('a', '1', amountMinor, 'EUR')])

  it('a rate fixed at approval stays, whatever comes later', () => {
    const budget = inEuro(100).rate('EUR', 'SEK', '11', '2026-09-01').rate('EUR', 'SEK', '12', '2026-09-20').budgetApproved('2026-09-05')
    expect(priced(budget).totalSek).toBe(1_100)
  })

  it('before approval the last rate up to the day asked about holds', () => {
    const budget = inEuro(100).rate('EUR', 'SEK', '11', '2026-09-01').rate('EUR', 'SEK', '12', '2026-09-20').budgetApproved('2026-10-05')
    expect([priced(budget, '2026-09-19').totalSek, priced(budget, '2026-09-20').totalSek]).toEqual([1_100, 1_200])
  })

  it('a currency first used after approval takes its first rate after it', () => {
    const budget = inEuro(100).budgetApproved('2026-09-01').rate('EUR', 'SEK', '11', '2026-09-10').rate('EUR', 'SEK', '12', '2026-09-20')
    expect(priced(budget).totalSek).toBe(1_100)
  })

  it('a rate recorded the other way round is turned over exactly', () => {
    expect(priced(inEuro(800).rate('SEK', 'EUR', '0.08', '2026-09-01')).totalSek).toBe(10_000)
  })

  it('a rate to the euro alone reaches kronor across it', () => {
    const budget = aCase()
      .budget([aBudgetLine('a', '1', 2_700_000, 'VND')])
      .rate('EUR', 'VND', '27000', '2026-09-01')
      .rate('EUR', 'SEK', '11.25', '2026-09-01')
    expect([priced(budget).totalEur, priced(budget).totalSek]).toEqual([10_000, 112_500])
  })

  it('crosses from lei to euro with one rounding', () => {
    const budget = aCase()
      .budget([aBudgetLine('a', '1', 3, 'RON')])
      .rate('RON', 'SEK', '0.5', '2026-09-01')
      .rate('EUR', 'SEK', '1', '2026-09-01')
    expect(priced(budget).lines[0]).toMatchObject({ sek: 2, eur: 2 })
    const twiceRounded = budget.rate('EUR', 'SEK', '3.5', '2026-09-02')
    expect(priced(twiceRounded).lines[0]).toMatchObject({ sek: 2, eur: 0 })
  })

  it('a missing rate is named, and no amount is made up', () => {
    const budget = priced(aCaseA().with((file) => file.budget.rates.splice(1)))
    expect(budget.complete).toBe(false)
    expect(budget.problems).toEqual([
      { code: 'rate-missing', line: 'housing-support', from: 'RON', to: 'SEK' },
      { code: 'rate-missing', line: 'housing-support', from: 'RON', to: 'EUR' },
      { code: 'rate-missing', line: 'therapy', from: 'RON', to: 'SEK' },
      { code: 'rate-missing', line: 'therapy', from: 'RON', to: 'EUR' },
    ])
    expect(budget.lines[4]).toMatchObject({ amount: { amountMinor: 1_080_000, currency: 'RON' }, sek: null, eur: null })
    expect(budget.totalSek).toBe(5_923_550 - 2_386_800 - 1_105_000)
    expect(budget.contingency).toBeNull()
  })

  it('a rate of a later day or of zero is as good as missing', () => {
    expect(priced(inEuro(100).rate('EUR', 'SEK', '11', '2026-10-01')).problems).toMatchObject([{ code: 'rate-missing' }])
    expect(priced(inEuro(100).rate('EUR', 'SEK', '0', '2026-09-01')).problems).toMatchObject([{ code: 'rate-missing' }])
  })

  it('two different rates of one day contradict each other; the same rate twice does not', () => {
    const once = inEuro(100).rate('EUR', 'SEK', '11.25', '2026-09-01')
    expect(priced(once.rate('EUR', 'SEK', '11.2500', '2026-09-01')).totalSek).toBe(1_125)
    expect(priced(once.rate('EUR', 'SEK', '11.30', '2026-09-01')).problems).toMatchObject([{ code: 'rates-contradict', to: 'SEK' }])
  })
})

describe('checks', () => {
  const withContingency = (othersMinor: number, contingencyMinor: number) =>
    priced(
      aCase().budget([
        aBudgetLine('other', '1', othersMinor, 'SEK'),
        aBudgetLine('contingency', '1', contingencyMinor, 'SEK', { category: 'BC19' }),
      ]),
    ).contingency

  it('contingency of exactly a tenth is within, one öre more is not', () => {
    expect(withContingency(100_000, 10_000)).toMatchObject({ basisPoints: 1_000, within: true })
    expect(withContingency(100_000, 10_001)).toMatchObject({ basisPoints: 1_000, within: false })
  })

  it('contingency with nothing beside it is not within', () => {
    expect(withContingency(0, 1)).toMatchObject({ basisPoints: null, within: false })
  })

  it('a budget is approved from the day of its approval', () => {
    const budget = aCase().budgetApproved('2026-09-01')
    expect([priced(budget, '2026-08-31').approval, priced(budget, '2026-09-01').approval?.by]).toEqual([null, 'Eva Chefsson'])
  })

  it('a programme’s ceiling warns, and an unknown ceiling says nothing', () => {
    const paidBy = (funder: string, amountMinor: number) =>
      priced(
        aCase()
          .budget([aBudgetLine('school', '1', amountMinor, 'EUR', { funder, form: 'in kind', phase: 'post' })])
          .rate('EUR', 'SEK', '11', '2026-09-01'),
      ).ceilings.map(({ ceiling, plannedMinor, exceeded }) => [ceiling.id, plannedMinor, exceeded])
    expect(paidBy('EURP', 200_001)).toContainEqual(['EURP_POST_RETURN_VOL', 200_001, true])
    expect(paidBy('EURP', 200_000)).toContainEqual(['EURP_POST_RETURN_VOL', 200_000, false])
    expect(paidBy('ÅMP', 200_001)).toEqual([['AMP', null, null]])
    expect(paidBy('Malmö', 200_001)).toEqual([])
  })
})
