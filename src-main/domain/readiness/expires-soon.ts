import { daysBetween } from '../dates.ts'
import type { GateStatus } from './gate-status.ts'

/** Days before its last day from which a met safeguard is shown as ending. @source Hemväg rule: window vocabulary */
const noticeDays = 14

/** Met, but its last day is near or comes before the departure. */
export function expiresSoon({ state, validThrough }: GateStatus, on: string, departure: string | undefined): boolean {
  if (state !== 'met' || validThrough === undefined) return false
  return daysBetween(on, validThrough) <= noticeDays || (departure !== undefined && validThrough < departure)
}
