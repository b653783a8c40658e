import * as iso4217 from 'dinero.js/currencies'
import type { Result } from './result.ts'

/** Integer minor units of a currency: öre, cent, millime. */
export type Money = { readonly amountMinor: number; readonly currency: string }

/** An exact share of two whole numbers. Rates and quantities are kept so until the one rounding at the end. */
export type Fraction = { readonly numerator: bigint; readonly denominator: bigint }

export type MoneyProblem = 'currency-unknown' | 'amount-too-large'

export const one: Fraction = { numerator: 1n, denominator: 1n }

/** A decimal written out, `11.2500`, as an exact fraction. Throws a RangeError on anything else: schemas let only decimals through. */
export function fractionOf(decimal: string): Fraction {
  const parts = /^(\d+)(?:\.(\d+))?$/.exec(decimal)
  if (parts === null) throw new RangeError('not a decimal written out')
  const decimals = parts[2] ?? ''
  return { numerator: BigInt(`${parts[1]}${decimals}`), denominator: 10n ** BigInt(decimals.length) }
}

export const times = (left: Fraction, right: Fraction): Fraction => ({
  numerator: left.numerator * right.numerator,
  denominator: left.denominator * right.denominator,
})

/** The fraction turned over; the caller sees to it that it is not zero. */
export const inverse = ({ numerator, denominator }: Fraction): Fraction => ({ numerator: denominator, denominator: numerator })

export const atMost = (left: Fraction, right: Fraction): boolean => left.numerator * right.denominator <= right.numerator * left.denominator

export const sameValue = (left: Fraction, right: Fraction): boolean => atMost(left, right) && atMost(right, left)

/** Nearest whole number; a half goes away from zero. @source cases, Money */
export function roundHalfAway({ numerator, denominator }: Fraction): bigint {
  const negative = numerator < 0n !== denominator < 0n
  const over = numerator < 0n ? -numerator : numerator
  const under = denominator < 0n ? -denominator : denominator
  const rounded = (2n * over + under) / (2n * under)
  return negative ? -rounded : rounded
}

/** ISO 4217 books the two currencies that divide by five with two decimals, as banks do. */
const ouguiyaAndAriary = 2

const exponents = new Map<string, number>(
  Object.values(iso4217).map(({ code, base, exponent }) => [code, base === 10 ? exponent : ouguiyaAndAriary]),
)

/** Decimals of a currency: SEK 2, VND 0, TND 3; undefined when it is not in ISO 4217. */
export const minorUnitDigits = (currency: string): number | undefined => exponents.get(currency)

/** Quantity × price in the price's own currency, rounded once to its minor unit. */
export function multiply(price: Money, quantity: Fraction): Result<Money, MoneyProblem> {
  return inMinorUnits(times({ numerator: BigInt(price.amountMinor), denominator: 1n }, quantity), price.currency)
}

/**
 * The amount in another currency, rounded once, half away from zero, to its minor unit.
 * `rate` is what one whole unit of the amount's currency costs in the other.
 */
export function convert(amount: Money, to: string, rate: Fraction): Result<Money, MoneyProblem> {
  const from = minorUnitDigits(amount.currency)
  const into = minorUnitDigits(to)
  if (from === undefined || into === undefined) return { ok: false, error: 'currency-unknown' }
  const whole = { numerator: BigInt(amount.amountMinor), denominator: 10n ** BigInt(from) }
  return inMinorUnits(times(times(whole, rate), { numerator: 10n ** BigInt(into), denominator: 1n }), to)
}

function inMinorUnits(amount: Fraction, currency: string): Result<Money, MoneyProblem> {
  const amountMinor = Number(roundHalfAway(amount))
  return Number.isSafeInteger(amountMinor) ? { ok: true, value: { amountMinor, currency } } : { ok: false, error: 'amount-too-large' }
}
