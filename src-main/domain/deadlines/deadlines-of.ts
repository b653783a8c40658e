import type { CaseFile } from '../case/case-file.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { WorkingCalendar } from '../catalogue/follow-up.ts'
import type { PlainDate } from '../dates.ts'
import type { GateValidity, OccurrenceRule } from './context.ts'
import { type Deadline, deadlineOn, type Occurrence } from './deadline.ts'
import { followUps, safeguardExpires, transferReview, weeding } from './rules-case.ts'
import { compensationClaim, endOfGuardianship, permitEnds, reflectionEnds, speciallyAppointedCustodian, turnsAdult } from './rules-law.ts'
import { childWithoutGuardian, inquiryComplete, inquiryDecision, protectionAssessment, reporterFeedback } from './rules-protection.ts'

/** How each rule of the catalogue finds its occurrences; the numbers stand in the catalogue. */
const occurrenceRules: Readonly<Record<string, OccurrenceRule>> = {
  DL01: protectionAssessment,
  DL02: childWithoutGuardian,
  DL03: inquiryComplete,
  DL04: reflectionEnds,
  DL05: permitEnds,
  DL06: compensationClaim,
  DL07: safeguardExpires,
  DL08: followUps,
  DL09: turnsAdult,
  DL10: transferReview,
  DL11: weeding,
  DL12: inquiryDecision,
  DL13: reporterFeedback,
  DL14: speciallyAppointedCustodian,
  DL15: endOfGuardianship,
}

/** The rules that this engine can work out; a catalogue with another is refused by its loader. */
export const knownDeadlineRules: readonly string[] = Object.keys(occurrenceRules)

/**
 * Everything that is due anywhere in a case, as it stands on a day: earliest first, what has no date last.
 * A task whose id is a deadline's key gives that deadline its day, where it has none, and says when it was done.
 * The order in which facts stand in the file never matters.
 * @source catalogue deadlines
 */
export function deadlinesOf(
  caseFile: CaseFile,
  catalogue: Catalogue,
  calendar: WorkingCalendar,
  on: PlainDate,
  gateValidities: readonly GateValidity[],
): readonly Deadline[] {
  const context = { caseFile, catalogue, calendar, on, gateValidities }
  return catalogue.deadlines
    .flatMap((rule) =>
      (occurrenceRules[rule.id]?.(context, rule) ?? []).map((occurrence) => deadlineOn(rule, withTask(occurrence, caseFile), on)),
    )
    .toSorted((one, other) => (order(one) < order(other) ? -1 : 1))
}

const order = ({ due, id, key }: Deadline): string => `${due ?? '9999-12-31'} ${id} ${key}`

function withTask(occurrence: Occurrence, { tasks }: CaseFile): Occurrence {
  const task = tasks.find((each) => each.id === occurrence.key)
  if (task === undefined) return occurrence
  return { ...occurrence, due: occurrence.due ?? task.dueOn ?? null, doneOn: occurrence.doneOn ?? task.doneOn }
}
