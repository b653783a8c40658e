import type { FollowUpRow, followUpChannels, followUpConditions, WorkingCalendar } from '../catalogue/follow-up.ts'
import type { RiskLevel } from '../catalogue/risk.ts'
import { addDays, later, type PlainDate } from '../dates.ts'
import { atOrAbove } from '../risk/levels.ts'
import { onWorkingDay } from './working-day.ts'

export type Contact = {
  /** Unique in the series: the row's id, with the day for a contact that comes back, `FUW-21`. */
  readonly id: string
  readonly row: string
  /** Days after the handover, before any move. */
  readonly day: number
  readonly due: PlainDate
  /** The day it would have been, where that is no working day in the country. */
  readonly movedFrom: PlainDate | null
  readonly windowFrom: PlainDate
  readonly windowThrough: PlainDate
  /** Last day before a contact that was not held is missed; counted from the due date. */
  readonly graceThrough: PlainDate
  readonly channels: readonly (typeof followUpChannels)[number][]
  readonly tools: readonly string[]
  readonly childAlonePart: boolean
}

export type FollowUpSchedule = {
  /** False where the country's public holidays are not known and only its weekends were heeded. */
  readonly calendarKnown: boolean
  readonly contacts: readonly Contact[]
}

export type FollowUpSituation = {
  /** Day 0. */
  readonly handoverDay: PlainDate
  readonly rows: readonly FollowUpRow[]
  readonly calendar: WorkingCalendar
  readonly riskAtHandover: RiskLevel
  readonly ageAtHandover: number
  /** Decided at the twelve-month review. */
  readonly decidedLongerFollowUp: boolean
}

/**
 * The contacts after a handover, by due date. A day off in the country moves to its next working day; a row that never moves stays.
 * @source cases, Follow-up; template FU-CHILD-12
 */
export function followUpSchedule(situation: FollowUpSituation): FollowUpSchedule {
  const contacts = situation.rows
    .filter((row) => row.when === undefined || conditions[row.when](situation))
    .flatMap((row) => ('everyDays' in row ? recurring(row, situation) : [single(row, situation)]))
  return {
    calendarKnown: situation.calendar.holidays !== undefined,
    contacts: contacts.toSorted((one, other) => (order(one) < order(other) ? -1 : 1)),
  }
}

const order = (contact: Contact): string => `${contact.due} ${contact.id}`

const highRisk = ({ riskAtHandover }: FollowUpSituation): boolean => atOrAbove(riskAtHandover, 'high')

/** The age is part of the condition's name in the catalogue. */
const ageOfCloserFollowUp = 12

const conditions: Record<(typeof followUpConditions)[number], (situation: FollowUpSituation) => boolean> = {
  'high-risk-or-decided-at-review': (situation) => highRisk(situation) || situation.decidedLongerFollowUp,
  'high-risk-or-under-12': (situation) => highRisk(situation) || situation.ageAtHandover < ageOfCloserFollowUp,
}

type SingleRow = Extract<FollowUpRow, { offsetDays: number }>
type RecurringRow = Extract<FollowUpRow, { everyDays: number }>

function single(row: SingleRow, situation: FollowUpSituation): Contact {
  return contact(row, row.id, row.offsetDays, { from: row.windowFromDay, to: row.windowToDay }, situation)
}

const daysOfWeek = 7

/** Week n ends on day 7 × n: weeks 3–8 are days 21, 28 … 56. */
function recurring(row: RecurringRow, situation: FollowUpSituation): readonly Contact[] {
  const first = row.fromWeek * daysOfWeek
  const count = Math.floor((row.toWeek * daysOfWeek - first) / row.everyDays) + 1
  return Array.from({ length: count }, (_, index) => first + index * row.everyDays).map((day) =>
    contact(row, `${row.id}-${day}`, day, { from: day, to: day }, situation),
  )
}

function contact(
  row: FollowUpRow,
  id: string,
  day: number,
  window: { readonly from: number; readonly to: number },
  { handoverDay, calendar }: FollowUpSituation,
): Contact {
  const planned = addDays(handoverDay, day)
  const due = row.movesToWorkingDay ? onWorkingDay(planned, calendar) : planned
  return {
    id,
    row: row.id,
    day,
    due,
    movedFrom: due === planned ? null : planned,
    windowFrom: addDays(handoverDay, window.from),
    windowThrough: later(addDays(handoverDay, window.to), due),
    graceThrough: addDays(due, row.graceDays),
    channels: row.channels,
    tools: row.tools,
    childAlonePart: row.childAlonePart === true,
  }
}
