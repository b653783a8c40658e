import { Temporal } from 'temporal-polyfill'

/** Offices of Hemväg work in Swedish time: their day begins, and moments are told, by its clock. */
export const officeZone = 'Europe/Stockholm'

/** A day of life, `2026-10-01`, without time or zone. Such days compare as text. */
export type PlainDate = string

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days
}

/** The day a number of days later (earlier when negative). */
export function addDays(day: PlainDate, days: number): PlainDate {
  return Temporal.PlainDate.from(day).add({ days }).toString()
}

/** The same day a number of months later; the last day of the month where that day does not exist. */
export function addMonths(day: PlainDate, months: number): PlainDate {
  return Temporal.PlainDate.from(day).add({ months }).toString()
}

/** The same day a number of years later; 28 February for a 29 February in other years. */
export function addYears(day: PlainDate, years: number): PlainDate {
  return Temporal.PlainDate.from(day).add({ years }).toString()
}

/** ISO weekday, Monday 1 to Sunday 7. */
export function weekday(day: PlainDate): number {
  return Temporal.PlainDate.from(day).dayOfWeek
}

export function earlier(one: PlainDate, other: PlainDate): PlainDate {
  return one < other ? one : other
}

export function later(one: PlainDate, other: PlainDate): PlainDate {
  return one > other ? one : other
}

/** Completed years of life on a day. */
export function ageOn(birthDate: PlainDate, day: PlainDate): number {
  return Temporal.PlainDate.from(birthDate).until(Temporal.PlainDate.from(day), { largestUnit: 'years' }).years
}
