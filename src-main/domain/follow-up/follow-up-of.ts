import { ageOfChild } from '../case/age.ts'
import type { RiskAssessment } from '../case/assessments.ts'
import type { CaseFile } from '../case/case-file.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { WorkingCalendar } from '../catalogue/follow-up.ts'
import type { RiskLevel } from '../catalogue/risk.ts'
import { earlier, type PlainDate } from '../dates.ts'
import { departureOn, known } from '../readiness/facts.ts'
import { assessRisk } from '../risk/assess-risk.ts'
import { type FollowUpSchedule, followUpSchedule } from './schedule.ts'

/** The day of a completed handover up to a day. */
export const handedOverOn = (caseFile: CaseFile, on: PlainDate): PlainDate | undefined =>
  known(caseFile.travel.handovers, on)
    .filter((each) => each.status === 'handed-over')
    .map((each) => each.happenedOn)
    .toSorted()
    .at(-1)

/**
 * Overall risk in the last version signed off up to the departure, as known on the day asked about. Nothing signed off means that
 * nobody has looked: it counts as an unknown stop factor does.
 */
export function riskAtHandover(caseFile: CaseFile, catalogue: Catalogue, handoverDay: PlainDate, on: PlainDate): RiskLevel {
  const knownOn = earlier(handoverDay, on)
  const departure = earlier(knownOn, departureOn(caseFile, knownOn) ?? knownOn)
  const [last] = caseFile.riskAssessments
    .flatMap((assessment) => (assessment.signedOff === undefined ? [] : [{ assessment, signedOff: assessment.signedOff }]))
    .filter(({ signedOff }) => signedOff.happenedOn <= departure)
    .toSorted((one, other) => (order(one) > order(other) ? -1 : 1))
  return last === undefined ? catalogue.riskScheme.unknownStopFactorCountsAs : assessRisk(last.assessment, catalogue, departure).overall
}

type SignedOff = { readonly assessment: RiskAssessment; readonly signedOff: NonNullable<RiskAssessment['signedOff']> }
const order = ({ assessment, signedOff }: SignedOff): string =>
  `${signedOff.happenedOn} ${signedOff.recordedAt} ${JSON.stringify(assessment)}`

/** The contacts of a case for a handover on a day, done or planned, as known on the day asked about. */
export function followUpOf(
  caseFile: CaseFile,
  catalogue: Catalogue,
  calendar: WorkingCalendar,
  handoverDay: PlainDate,
  on: PlainDate,
): FollowUpSchedule {
  return followUpSchedule({
    handoverDay,
    rows: catalogue.followUpTemplate.rows,
    calendar,
    riskAtHandover: riskAtHandover(caseFile, catalogue, handoverDay, on),
    ageAtHandover: ageOfChild(caseFile.child, handoverDay).years,
    decidedLongerFollowUp: known(caseFile.followUp.longerFollowUp, on).length > 0,
  })
}
