import { foundOn, majorityOf } from '../case/age.ts'
import type { CaseFile } from '../case/case-file.ts'
import type { PlainDate } from '../dates.ts'
import { handedOverOn } from '../follow-up/follow-up-of.ts'
import { known, latest } from '../readiness/facts.ts'
import { compensationDeadline } from './compensation.ts'
import { keyOf, type OccurrenceRule } from './context.ts'
import { dueFrom, type Occurrence } from './deadline.ts'
import { firstResidencePermit, type PermitClock, reflectionPeriod, temporaryPermit } from './permits.ts'

/** DL04. @source UtlL 5:15 second paragraph */
export const reflectionEnds: OccurrenceRule = ({ caseFile, catalogue, on }, rule) => {
  const clock = reflectionPeriod(caseFile, catalogue.permits, on)
  return clock === undefined ? [] : [periodEnd(keyOf(rule), clock, clock.endsOn ?? dueFrom(rule, clock.grantedOn))]
}

/** DL05. @source UtlL 5:15 first paragraph */
export const permitEnds: OccurrenceRule = ({ caseFile, catalogue, on }, rule) => {
  const clock = temporaryPermit(caseFile, catalogue.permits, on)
  return clock === undefined ? [] : [periodEnd(keyOf(rule), clock, clock.endsOn)]
}

function periodEnd(key: string, clock: PermitClock, due: string | null): Occurrence {
  return {
    key,
    triggerOn: clock.grantedOn,
    due,
    afterDue: 'ended',
    endedOn: clock.withdrawnOn ?? undefined,
    values: {
      permit: clock.permit,
      ...(clock.endsEarliest === null ? {} : { endsEarliest: clock.endsEarliest }),
      ...(clock.extendedOn === null ? {} : { extendedOn: clock.extendedOn }),
    },
  }
}

/** DL06: a crime wholly outside Sweden gives no right to Swedish compensation. @source Brottsskadelag (2014:322) 15 and 19 §§ */
export const compensationClaim: OccurrenceRule = ({ caseFile, catalogue, on }, rule) => {
  if (caseFile.legal.crimeInSweden === 'no') return []
  const deadline = compensationDeadline(caseFile, catalogue.compensationRules, on)
  if (deadline === undefined) return []
  const claimed = known(caseFile.legal.compensation, on)
    .filter((each) => ['applied', 'awarded', 'refused', 'paid'].includes(each.step))
    .map((each) => each.happenedOn)
    .toSorted()[0]
  const inYears = deadline.days.find((day) => day.trigger !== 'birth')
  return [
    {
      key: keyOf(rule),
      triggerOn: foundOn(caseFile.child, on) ?? null,
      due: deadline.lastSafeDay,
      afterDue: 'overdue',
      doneOn: claimed,
      values: {
        rule: deadline.decides.rule,
        recheck: deadline.days.some((day) => day.recheck) ? 'yes' : 'no',
        ...(inYears === undefined
          ? {}
          : { proceedingsRule: inYears.rule, proceedingsTrigger: inYears.trigger, proceedingsEnd: inYears.lastDay }),
      },
    },
  ]
}

/** DL09: the guardian's mandate ends by law; support as an adult is planned before. @source Act (2005:429) 5 §; Directive 2011/36 art. 14(1) */
export const turnsAdult: OccurrenceRule = ({ caseFile, catalogue, on }, rule) => {
  const birthday = majorityOf(caseFile.child, catalogue.deadlines)
  if (birthday === undefined || foundOn(caseFile.child, on) === undefined) return []
  return [
    { key: keyOf(rule), triggerOn: birthday, due: birthday, afterDue: 'ended', values: { birthDate: caseFile.child.birthDate.standing } },
  ]
}

/** DL14. @source Act (2005:429) 10 § */
export const speciallyAppointedCustodian: OccurrenceRule = ({ caseFile, catalogue, on }, rule) => {
  const permit = firstResidencePermit(caseFile, on)
  if (permit === undefined) return []
  return [
    {
      key: keyOf(rule),
      triggerOn: permit.happenedOn,
      due: null,
      isTask: true,
      afterDue: 'overdue',
      doneOn: custodianAskedForOn(caseFile, on),
      endedOn: majorityOf(caseFile.child, catalogue.deadlines),
      values: { permit: permit.permit },
    },
  ]
}

/** The first day on which a specially appointed custodian was asked for, or already appointed. */
const custodianAskedForOn = (caseFile: CaseFile, on: PlainDate): PlainDate | undefined =>
  caseFile.people
    .filter((person) => person.roles.includes('appointed-custodian'))
    .flatMap((person) => known(person.appointments, on).map(({ happenedOn }) => happenedOn))
    .toSorted()[0]

/** DL15: a handover abroad does not end the mandate; överförmyndaren decides. @source Act (2005:429) 5 § */
export const endOfGuardianship: OccurrenceRule = ({ caseFile, catalogue, on }, rule) => {
  const handover = handedOverOn(caseFile, on)
  const guardians = caseFile.people.filter((person) => person.roles.includes('guardian'))
  const standings = guardians.flatMap((person) => latest(known(person.appointments, on).filter((each) => each.step !== 'applied')) ?? [])
  if (handover === undefined || standings.length === 0) return []
  const ends = standings.flatMap((each) => (each.step === 'ended' ? [each.happenedOn] : []))
  return [
    {
      key: keyOf(rule),
      triggerOn: handover,
      due: null,
      isTask: true,
      afterDue: 'overdue',
      doneOn: ends.length === standings.length ? ends.toSorted().at(-1) : undefined,
      endedOn: majorityOf(caseFile.child, catalogue.deadlines),
    },
  ]
}
