import { describe, expect, it } from 'vitest'
import { convert, fractionOf, inverse, minorUnitDigits, multiply, roundHalfAway } from '#domain/money.ts'

const money = (amountMinor: number, currency: string) => ({ amountMinor, currency })

describe('money', () => {
  it('keeps the minor units of ISO 4217: the dong and the yen have none, the dinar of Tunisia three', () => {
    const digits = ['SEK', 'EUR', 'RON', 'VND', 'JPY', 'TND', 'MGA', 'MRU'].map(minorUnitDigits)
    expect(digits).toEqual([2, 2, 2, 0, 0, 3, 2, 2])
  })

  it('rounds a half away from zero', () => {
    const halves = [1n, 3n, -1n, -3n].map((numerator) => roundHalfAway({ numerator, denominator: 2n }))
    expect(halves).toEqual([1n, 2n, -1n, -2n])
  })

  it('does not round up what lies just below a half', () => {
    expect(roundHalfAway(fractionOf('2.499999'))).toBe(2n)
  })

  it('multiplies a price by a quantity with decimals without a binary fraction', () => {
    expect(multiply(money(10, 'EUR'), fractionOf('1.15'))).toEqual({ ok: true, value: money(12, 'EUR') })
    expect(multiply(money(100, 'SEK'), fractionOf('1.005'))).toEqual({ ok: true, value: money(101, 'SEK') })
  })

  it('converts between currencies with different minor units', () => {
    expect(convert(money(1_000_000, 'VND'), 'SEK', fractionOf('0.000412'))).toEqual({ ok: true, value: money(41_200, 'SEK') })
    expect(convert(money(1_500, 'TND'), 'EUR', fractionOf('0.3'))).toEqual({ ok: true, value: money(45, 'EUR') })
    expect(convert(money(1_125, 'SEK'), 'JPY', inverse(fractionOf('0.07')))).toEqual({ ok: true, value: money(161, 'JPY') })
  })

  it('names a currency that is none and an amount beyond exact numbers', () => {
    expect(convert(money(1, 'ZZZ'), 'SEK', fractionOf('1'))).toEqual({ ok: false, error: 'currency-unknown' })
    expect(multiply(money(Number.MAX_SAFE_INTEGER, 'SEK'), fractionOf('2'))).toEqual({ ok: false, error: 'amount-too-large' })
  })

  it('takes nothing for a decimal that is not written as one', () => {
    for (const text of ['1e3', '-1', '1,5', '', '.5']) expect(() => fractionOf(text)).toThrow(RangeError)
  })
})
