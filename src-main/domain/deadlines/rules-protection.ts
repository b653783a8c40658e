import { majorityOf } from '../case/age.ts'
import { addDays, daysBetween, earlier, later, type PlainDate } from '../dates.ts'
import { handedOverOn } from '../follow-up/follow-up-of.ts'
import { keyed, keyOf, type OccurrenceRule } from './context.ts'
import { dueFrom, type Occurrence } from './deadline.ts'
import { guardianGaps } from './guardian.ts'

/** DL01: the need of immediate protection is assessed at once. @source SoL (2025:400) 20:1 */
export const protectionAssessment: OccurrenceRule = ({ caseFile, on }, rule) =>
  keyed(rule, caseFile.child.concernReports, on).map(({ fact, key }) => ({
    key,
    triggerOn: fact.happenedOn,
    due: dueFrom(rule, fact.happenedOn),
    afterDue: 'overdue',
    doneOn: fact.protectionAssessedOn,
  }))

/** DL12: decide whether to open an inquiry. @source SoL (2025:400) 20:2 */
export const inquiryDecision: OccurrenceRule = ({ caseFile, on }, rule) =>
  keyed(rule, caseFile.child.concernReports, on).map(({ fact, key }) => ({
    key,
    triggerOn: fact.happenedOn,
    due: dueFrom(rule, fact.happenedOn),
    afterDue: 'overdue',
    doneOn: fact.inquiryDecision?.decidedOn,
  }))

/** DL13: tell the reporter, who asked, whether an inquiry was opened; counts from that decision. @source SoL (2025:400) 19:6 */
export const reporterFeedback: OccurrenceRule = ({ caseFile, on }, rule) =>
  keyed(rule, caseFile.child.concernReports, on)
    .filter(({ fact }) => fact.reporterAskedForFeedback)
    .map(({ fact, key }) => {
      const decidedOn = fact.inquiryDecision?.decidedOn
      const known = decidedOn !== undefined && decidedOn <= on ? decidedOn : undefined
      return {
        key,
        triggerOn: fact.happenedOn,
        due: known === undefined ? null : dueFrom(rule, known),
        afterDue: 'overdue',
        doneOn: fact.feedbackGivenOn,
      }
    })

/** DL03: an inquiry is completed in time, or extended by decision where the rule allows it. @source SoL (2025:400) 20:3 */
export const inquiryComplete: OccurrenceRule = ({ caseFile, on }, rule) =>
  keyed(rule, caseFile.child.inquiries, on).map(({ fact, key }) => {
    const due = dueFrom(rule, fact.happenedOn)
    const extended = rule.extendable === true ? fact.extendedThrough : undefined
    return {
      key,
      triggerOn: fact.happenedOn,
      due: due === null || extended === undefined ? due : later(due, extended),
      afterDue: 'overdue',
      doneOn: fact.completedOn,
    }
  })

/** DL02: a foreign child without its parents waits for a guardian; warns from the first day, red after the catalogue's days. @source Act (2005:429) 1–3 §§ */
export const childWithoutGuardian: OccurrenceRule = ({ caseFile, catalogue, on }, rule) => {
  const { child } = caseFile
  if (child.accompaniment === 'with-family' || child.citizenships.includes('SWE')) return []
  const majority = majorityOf(child, catalogue.deadlines)
  const ends = [handedOverOn(caseFile, on), majority].filter(isDay)
  const noLongerNeeded = ends.length === 0 ? undefined : ends.reduce(earlier)
  return guardianGaps(caseFile, on)
    .filter((gap) => noLongerNeeded === undefined || gap.from < noLongerNeeded)
    .map((gap): Occurrence => {
      const days = daysBetween(gap.from, [gap.to, on, noLongerNeeded].filter(isDay).reduce(earlier))
      const due = rule.redAfterDays === undefined ? null : addDays(gap.from, rule.redAfterDays)
      return {
        key: keyOf(rule, gap.from),
        triggerOn: gap.from,
        due,
        warnFrom: [gap.from],
        afterDue: 'overdue',
        ...(due === null ? {} : { redFrom: due }),
        doneOn: gap.to ?? undefined,
        endedOn: noLongerNeeded,
        values: { days, red: rule.redAfterDays !== undefined && days >= rule.redAfterDays ? 'yes' : 'no' },
      }
    })
}

const isDay = (day: PlainDate | null | undefined): day is PlainDate => day !== undefined && day !== null
