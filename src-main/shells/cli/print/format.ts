import { officeZone } from '#domain/dates.ts'
import type { Language } from '../../language.ts'

const minutes = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: officeZone })

/** `2026-11-24 19:05`, a moment by the office's clock. */
export const minuteText = (instant: string): string => minutes.format(new Date(instant))

const locales = { sv: 'sv-SE', en: 'en-GB' } as const

/** An amount of minor units as people write it. */
export function moneyText(amountMinor: number, currency: string, language: Language): string {
  const format = new Intl.NumberFormat(locales[language], { style: 'currency', currency, currencyDisplay: 'code' })
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2
  return format.format(amountMinor / 10 ** digits)
}

/** Hundredths of a per cent, `349` → `3,49 %`. */
export const shareText = (basisPoints: number, language: Language): string =>
  new Intl.NumberFormat(locales[language], { style: 'percent', minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(
    basisPoints / 10_000,
  )
