import { addDays, weekday } from './dates.ts'

/** How many days, weeks and months keep a copy. @source Hemväg rule */
const spans = [
  { count: 7, nameOf: (day: string) => day },
  { count: 4, nameOf: (day: string) => addDays(day, 1 - weekday(day)) },
  { count: 12, nameOf: (day: string) => day.slice(0, 7) },
] as const

export type Rotation = { readonly keep: readonly string[]; readonly remove: readonly string[] }

/**
 * Which copies stay, by the UTC instants at which they were made: the newest of each of the last 7 days, 4 weeks (from Monday) and
 * 12 months that have any. Days without a copy do not count, so a computer that stood still loses none. A copy from after `now` was
 * made by a clock that went wrong: it stays, and takes nobody's place. The newest copy always stays.
 */
export function rotateBackups(instants: readonly string[], now: string): Rotation {
  const newestFirst = [...new Set(instants)].sort().reverse()
  const past = newestFirst.filter((instant) => instant <= now)
  const kept = new Set(newestFirst.filter((instant) => instant > now))
  for (const { count, nameOf } of spans) {
    const newestOf = new Map<string, string>()
    for (const instant of past) {
      const name = nameOf(instant.slice(0, 10))
      if (!newestOf.has(name)) newestOf.set(name, instant)
    }
    for (const instant of [...newestOf.values()].slice(0, count)) kept.add(instant)
  }
  return { keep: newestFirst.filter((instant) => kept.has(instant)), remove: newestFirst.filter((instant) => !kept.has(instant)) }
}
