import type { FollowUpView } from '#contract/views.ts'
import type { CaseFile } from '#domain/case/case-file.ts'
import { hideNames } from '#domain/case/hide-names.ts'
import type { Catalogue } from '#domain/catalogue/catalogue.ts'
import type { WorkingCalendar } from '#domain/catalogue/follow-up.ts'
import { followUpOf, handedOverOn } from '#domain/follow-up/follow-up-of.ts'
import { departureOn, known } from '#domain/readiness/facts.ts'

/** The follow-up series: from the handover once there is one, before that from the planned day of departure. */
export function followUpView(caseFile: CaseFile, catalogue: Catalogue, calendar: WorkingCalendar, on: string): FollowUpView {
  const handedOver = handedOverOn(caseFile, on)
  const dayZero = handedOver ?? departureOn(caseFile, on)
  const schedule = dayZero === undefined ? undefined : followUpOf(caseFile, catalogue, calendar, dayZero, on)
  return {
    dayZero: dayZero ?? null,
    handedOver: handedOver !== undefined,
    calendarKnown: schedule?.calendarKnown ?? calendar.holidays !== undefined,
    country: caseFile.travel.destination.country,
    contacts: (schedule?.contacts ?? []).map(({ id, row, due, movedFrom, windowFrom, windowThrough, graceThrough, channels, tools }) => ({
      id,
      row,
      due,
      movedFrom,
      windowFrom,
      windowThrough,
      graceThrough,
      channels: [...channels],
      tools: [...tools],
    })),
    agreements: known(caseFile.followUp.agreements, on).map(({ happenedOn, recipient, responsible, channel, alarmRoute }) => ({
      on: happenedOn,
      recipient,
      responsible: hideNames(responsible, caseFile),
      channel: hideNames(channel, caseFile),
      alarmRoute: hideNames(alarmRoute, caseFile),
    })),
  }
}
