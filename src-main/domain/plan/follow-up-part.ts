import { daysBetween } from '../dates.ts'
import { followUpOf } from '../follow-up/follow-up-of.ts'
import type { Contact } from '../follow-up/schedule.ts'
import { departureOn, known, latest } from '../readiness/facts.ts'
import { gets, type PlanContext } from './plan-context.ts'
import { plannedHandover } from './travel-part.ts'

export type PlanContactDay = {
  readonly id: string
  readonly row: string
  readonly due: string
  /** Days after the handover. */
  readonly day: number
  readonly movedFrom: string | null
  readonly channels: readonly string[]
  readonly graceDays: number
}

export type FollowUpPart = {
  readonly dayZero: string
  readonly contacts: readonly PlanContactDay[]
  readonly calendarKnown: boolean
  readonly agreement: { readonly on: string; readonly responsible: string } | null
}

export function followUpPart(context: PlanContext): FollowUpPart | undefined {
  if (!gets(context, 'follow-up.calendar')) return undefined
  const { caseFile, catalogue, calendar, on } = context
  const dayZero = plannedHandover(caseFile, on)?.at.slice(0, 10) ?? departureOn(caseFile, on)
  if (dayZero === undefined) return undefined
  const schedule = followUpOf(caseFile, catalogue, calendar, dayZero, on)
  const agreement = latest(known(caseFile.followUp.agreements, on))
  return {
    dayZero,
    contacts: schedule.contacts.map((contact) => contactDay(contact, dayZero)),
    calendarKnown: schedule.calendarKnown,
    agreement: agreement === undefined ? null : { on: agreement.happenedOn, responsible: agreement.responsible },
  }
}

const contactDay = (contact: Contact, dayZero: string): PlanContactDay => ({
  id: contact.id,
  row: contact.row,
  due: contact.due,
  day: daysBetween(dayZero, contact.due),
  movedFrom: contact.movedFrom,
  channels: contact.channels,
  graceDays: daysBetween(contact.due, contact.graceThrough),
})
