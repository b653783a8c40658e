import { useMemo } from 'react'
import { type IntlShape, useIntl } from 'react-intl'
import { officeZone } from '#domain/dates.ts'

export type Values = Readonly<Record<string, string | number>>

/** How the window speaks: texts by key, days, amounts. Formats follow window.md §7: no dots in months, no-break spaces in amounts. */
export type Speech = {
  readonly t: (key: string, values?: Values) => string
  /** The text of the first key that exists: for ids that a newer catalogue may bring. */
  readonly tOr: (keys: readonly string[], values?: Values) => string
  readonly has: (key: string) => boolean
  /** `28 sep 2026`; the year is left out when it is that of `within`. */
  readonly day: (iso: string, within?: string) => string
  /** `tor 1 okt`. */
  readonly weekday: (iso: string, within?: string) => string
  /** `28 september 2026`. */
  readonly longDay: (iso: string) => string
  /** An instant by the office's clock, with the zone named: partners sit in several. */
  readonly moment: (iso: string) => string
  /** `14:32` of an instant, by the office's clock. */
  readonly time: (iso: string) => string
  /** `24 sep 14:32` of an instant, by the office's clock. */
  readonly when: (iso: string, within?: string) => string
  /** `om 12 dagar`, `i går`, `för 54 dagar sedan`: how far a day lies ahead, negative for what has been. */
  readonly daysAhead: (days: number) => string
  /** `59 235,50` from minor units. */
  readonly amount: (minor: number, currency: string) => string
  readonly number: (value: number, digits?: number) => string
}

export function useSpeech(): Speech {
  const intl = useIntl()
  return useMemo(() => speechOf(intl), [intl])
}

function speechOf(intl: IntlShape): Speech {
  const has = (key: string): boolean => Object.hasOwn(intl.messages, key)
  const t = (key: string, values?: Values): string => String(intl.formatMessage({ id: key }, values))
  const day = (iso: string, within?: string): string => {
    const parts = new Map(
      intl
        .formatDateToParts(noon(iso), { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
        .map(({ type, value }) => [type, value]),
    )
    const short = `${parts.get('day')} ${threeLetters(parts.get('month') ?? '')}`
    return within?.slice(0, 4) === iso.slice(0, 4) ? short : `${short} ${parts.get('year')}`
  }
  const time = (iso: string): string => intl.formatTime(iso, { hour: '2-digit', minute: '2-digit', timeZone: officeZone })
  return {
    t,
    has,
    day,
    time,
    when: (iso, within) => `${day(officeDay(iso), within)} ${time(iso)}`,
    tOr: (keys, values) => {
      const key = keys.find(has)
      if (key !== undefined) return t(key, values)
      // Says in the console that a text is missing, so that tests see it, and shows what can be shown.
      t(keys[0] ?? '')
      return keys[0]?.split('.').at(-1) ?? ''
    },
    weekday: (iso, within) => `${threeLetters(intl.formatDate(noon(iso), { weekday: 'short', timeZone: 'UTC' }))} ${day(iso, within)}`,
    longDay: (iso) => intl.formatDate(noon(iso), { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
    moment: (iso) =>
      t('moment', {
        day: day(officeDay(iso)),
        time: time(iso),
        zone: officeZone,
      }),
    daysAhead: (n) => (n < -1 ? t('days.ago', { n: -n }) : t('days.until', { n })),
    amount: (minor, currency) => amount(intl, minor, currency),
    number: (value, digits = 0) => intl.formatNumber(value, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
  }
}

/** The day of an instant, by the office's clock. */
export const officeDay = (iso: string): string => new Date(iso).toLocaleDateString('sv', { timeZone: officeZone })

/** Noon, so that no zone moves the day. */
const noon = (iso: string): Date => new Date(`${iso}T12:00:00Z`)
const threeLetters = (word: string): string => word.replace('.', '').slice(0, 3)

function amount(intl: IntlShape, minor: number, currency: string): string {
  const digits = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  return intl.formatNumber(minor / 10 ** digits, { minimumFractionDigits: digits, maximumFractionDigits: digits })
}

/** Whole days from one day to another; negative when it has passed. */
export const daysBetween = (from: string, to: string): number => Math.round((noon(to).getTime() - noon(from).getTime()) / 86_400_000)
