import { officeZone } from '#domain/dates.ts'
import type { Clock } from '#operations/ports.ts'

/** The machine's clock; the day is the office's day. */
export const officeClock: Clock = {
  now: () => new Date().toISOString(),
  today: () => new Intl.DateTimeFormat('sv-SE', { timeZone: officeZone, dateStyle: 'short' }).format(new Date()),
}

/** The fixed morning of a demonstration. */
export const fixedClock = (today: string): Clock => ({ now: () => `${today}T08:00:00.000Z`, today: () => today })
