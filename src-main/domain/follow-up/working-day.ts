import type { WorkingCalendar } from '../catalogue/follow-up.ts'
import { addDays, type PlainDate, weekday } from '../dates.ts'

export const isWorkingDay = (day: PlainDate, calendar: WorkingCalendar): boolean =>
  !calendar.weekend.includes(weekday(day)) && calendar.holidays?.has(day) !== true

/** No country rests this long; a calendar that says so is wrong, and the day is then left where it was. */
const longestRest = 30

/** The day itself, or the next working day of the country after it. */
export function onWorkingDay(day: PlainDate, calendar: WorkingCalendar): PlainDate {
  for (let rested = 0; rested <= longestRest; rested += 1) {
    const candidate = addDays(day, rested)
    if (isWorkingDay(candidate, calendar)) return candidate
  }
  return day
}
