import type { Clock } from '#operations/ports.ts'

/** Offices of Hemväg work in Swedish time. */
const zone = 'Europe/Stockholm'

/** The machine's clock; the day is the office's day. */
export const officeClock: Clock = {
  now: () => new Date().toISOString(),
  today: () => new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(new Date()),
}

/** The fixed morning of a demonstration. */
export const fixedClock = (today: string): Clock => ({ now: () => `${today}T08:00:00.000Z`, today: () => today })
