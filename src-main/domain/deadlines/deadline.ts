import type { DeadlineRule } from '../catalogue/deadlines.ts'
import { addDays, addMonths, type PlainDate } from '../dates.ts'

export type DeadlineState = 'waiting' | 'soon' | 'due' | 'overdue' | 'done' | 'ended'

/** How loudly it is said: `red` where a clock has run out or a child has waited too long. */
export type DeadlineSeverity = 'calm' | 'warning' | 'red'

export type DeadlineValues = Readonly<Record<string, string | number>>

export type Deadline = {
  readonly id: string
  /** Unique within a case and the same on every day; a task with this id records what was done about it and when. */
  readonly key: string
  readonly triggerOn: PlainDate | null
  readonly due: PlainDate | null
  /** Days from which it warns, in order. */
  readonly warnFrom: readonly PlainDate[]
  readonly state: DeadlineState
  readonly severity: DeadlineSeverity
  /** The day on which the present state began. */
  readonly since: PlainDate | null
  readonly values: DeadlineValues
}

/** One thing that a rule of the catalogue finds in a case, before the day asked about is looked at. */
export type Occurrence = {
  readonly key: string
  readonly triggerOn: PlainDate | null
  readonly due: PlainDate | null
  /** Instead of the catalogue's warning days. */
  readonly warnFrom?: readonly PlainDate[]
  /** Last day before it is overdue, where that is later than the due day. */
  readonly graceThrough?: PlainDate
  /** What a passed due day means: somebody is late, or a period is simply over. */
  readonly afterDue: 'overdue' | 'ended'
  /** It has no date of its own and waits to be done. */
  readonly isTask?: boolean
  readonly redFrom?: PlainDate
  readonly doneOn?: PlainDate | undefined
  readonly endedOn?: PlainDate | undefined
  readonly values?: DeadlineValues
}

/** How an occurrence stands on a day. @source catalogue deadlines */
export function deadlineOn(rule: DeadlineRule, occurrence: Occurrence, on: PlainDate): Deadline {
  const warnFrom = (occurrence.warnFrom ?? warningDays(rule, occurrence.due)).toSorted()
  const { state, since } = standing(occurrence, warnFrom, on)
  const isRed = state === 'overdue' || (isOpen(state) && occurrence.redFrom !== undefined && on >= occurrence.redFrom)
  return {
    id: rule.id,
    key: occurrence.key,
    triggerOn: occurrence.triggerOn,
    due: occurrence.due,
    warnFrom,
    state,
    severity: isRed ? 'red' : state === 'soon' || state === 'due' ? 'warning' : 'calm',
    since,
    values: occurrence.values ?? {},
  }
}

const isOpen = (state: DeadlineState): boolean => state !== 'done' && state !== 'ended'

/** The due day that a rule counts from its trigger; null where the rule counts otherwise. */
export function dueFrom({ due }: DeadlineRule, triggerOn: PlainDate): PlainDate | null {
  if (typeof due !== 'object') return null
  if ('days' in due) return addDays(triggerOn, due.days)
  return 'months' in due ? addMonths(triggerOn, due.months) : null
}

function warningDays(rule: DeadlineRule, due: PlainDate | null): readonly PlainDate[] {
  if (due === null) return []
  return [
    ...(rule.warnDaysBefore ?? []).map((days) => addDays(due, -days)),
    ...(rule.warnMonthsBefore ?? []).map((months) => addMonths(due, -months)),
  ]
}

type Standing = { readonly state: DeadlineState; readonly since: PlainDate | null }

function standing(occurrence: Occurrence, warnFrom: readonly PlainDate[], on: PlainDate): Standing {
  const { due, doneOn, endedOn, triggerOn, afterDue } = occurrence
  if (doneOn !== undefined && doneOn <= on) return { state: 'done', since: doneOn }
  if (endedOn !== undefined && endedOn <= on) return { state: 'ended', since: endedOn }
  const triggered = triggerOn !== null && triggerOn <= on ? triggerOn : null
  if (due === null) return { state: occurrence.isTask === true ? 'due' : 'waiting', since: triggered }
  const lastDay = occurrence.graceThrough ?? due
  if (on > lastDay) return { state: afterDue, since: addDays(lastDay, 1) }
  if (on >= due) return { state: 'due', since: due }
  const warned = warnFrom.findLast((day) => day <= on)
  return warned === undefined ? { state: 'waiting', since: triggered } : { state: 'soon', since: warned }
}
