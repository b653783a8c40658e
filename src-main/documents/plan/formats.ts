import { changeFirst } from '../model/other-language.ts'

export type PlanLanguage = 'sv' | 'en'
export const tagOf = { sv: 'sv-SE', en: 'en-GB' } as const

const space = '\u00a0'

/** Nothing inside a number, a date or a pair of names breaks over a line. */
export const unbroken = (text: string): string => text.replaceAll(' ', space)
export const phoneNumber = (phone: string): string => unbroken(phone)
/** Hyphens that hold together: references, dates. */
export const joined = (text: string): string => text.replaceAll('-', '\u2011')

const moment = (day: string): Date => new Date(`${day.slice(0, 10)}T00:00:00Z`)
const written = (day: string, locale: string, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options }).format(moment(day))

/** British English writes Sept; partners read Sep beside Oct without stumbling. */
const shortMonth = (day: string, language: PlanLanguage): string =>
  written(day, language === 'sv' ? 'sv-SE' : 'en-US', { month: 'short' }).replace('.', '')

/** `2026‑10‑01`, `1 Oct 2026`. */
export function dataDate(day: string, language: PlanLanguage): string {
  return language === 'sv' ? joined(day.slice(0, 10)) : `${shortDay(day, language)}${space}${day.slice(0, 4)}`
}

/** `2 okt`, `2 Oct`: pictures. */
export const shortDay = (day: string, language: PlanLanguage): string => `${Number(day.slice(8, 10))}${space}${shortMonth(day, language)}`
export const monthName = shortMonth
export const monthAndYear = (day: string, language: PlanLanguage): string =>
  unbroken(written(day, tagOf[language], { month: 'long', year: 'numeric' }))

/** `1 oktober 2026`, `1 October 2026`: sentences that decide. */
export const longDate = (day: string, language: PlanLanguage): string =>
  unbroken(written(day, tagOf[language], { day: 'numeric', month: 'long', year: 'numeric' }))

/** `tors 2026‑10‑01`, `Thu 1 Oct 2026`. */
export const weekdayDate = (day: string, language: PlanLanguage): string =>
  `${written(day, tagOf[language], { weekday: 'short' }).replace('.', '')}${space}${dataDate(day, language)}`

/** `torsdag`, `Thursday`. */
export const weekdayName = (day: string, language: PlanLanguage): string => written(day, tagOf[language], { weekday: 'long' })

/** `14:35`, with a colon in both languages: partners compare. */
export const clock = (localTime: string): string => localTime.slice(11, 16)

/** `UTC+2`, `UTC+5:30`. */
export function zoneOffset(offset: string): string {
  const [, sign = '+', hours = '0', minutes = '00'] = /^([+-])(\d{2}):(\d{2})/.exec(offset) ?? []
  return `UTC${sign === '-' ? '−' : '+'}${Number(hours)}${minutes === '00' ? '' : `:${minutes}`}`
}

const digitsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2

/** `59 235,50`, `59,235.50`: minor units written out in the currency's own digits. */
export function amount(minor: number, currency: string, language: PlanLanguage): string {
  const digits = digitsOf(currency)
  return new Intl.NumberFormat(tagOf[language], { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
    minor / 10 ** digits,
  )
}

/** `59 235,50 kr`, `SEK 59,235.50`. */
export function money(minor: number, currency: string, language: PlanLanguage): string {
  const number = amount(minor, currency, language)
  if (language === 'en') return `${currency}${space}${number}`
  return `${number}${space}${currency === 'SEK' ? 'kr' : currency}`
}

/** `1 EUR = 11,2500 kr`, `EUR 1 = SEK 11.2500`; four decimals. */
export function rate({ base, quote, rate: value }: { base: string; quote: string; rate: string }, language: PlanLanguage): string {
  const number = new Intl.NumberFormat(tagOf[language], { minimumFractionDigits: 4, maximumFractionDigits: 6 }).format(Number(value))
  if (language === 'en') return unbroken(`${base} 1 = ${quote} ${number}`)
  return unbroken(`1 ${base} = ${number} ${quote === 'SEK' ? 'kr' : quote}`)
}

/** Quantities are decimals written out, `12` or `0.5`. */
export const quantity = (decimal: string, language: PlanLanguage): string =>
  new Intl.NumberFormat(tagOf[language], { maximumFractionDigits: 6 }).format(Number(decimal))

/** Hundredths of a per cent: `3,49 %`, `3.49%`, `10 %`. */
export const percent = (basisPoints: number, language: PlanLanguage): string =>
  new Intl.NumberFormat(tagOf[language], { style: 'percent', maximumFractionDigits: 2 }).format(basisPoints / 10_000)

/** `3×2 = 6`. */
export const score = (rating: { likelihood: number; severity: number }): string =>
  `${rating.likelihood}×${rating.severity}${space}=${space}${rating.likelihood * rating.severity}`

/** Groups of four, lower case. */
export const hexGroups = (hex: string, digits = 16): string => (hex.slice(0, digits).match(/.{1,4}/g) ?? []).join(space)

export const countryName = (code: string, language: PlanLanguage): string =>
  new Intl.DisplayNames(tagOf[language], { type: 'region' }).of(code) ?? code
export const languageName = (code: string, language: PlanLanguage): string =>
  new Intl.DisplayNames(tagOf[language], { type: 'language' }).of(code) ?? code

export const capital = (text: string): string => changeFirst(text, (letter) => letter.toLocaleUpperCase())

/** `a, b och c`. */
export const listed = (items: readonly string[], language: PlanLanguage): string => new Intl.ListFormat(tagOf[language]).format(items)
