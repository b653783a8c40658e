import { birthdayOf } from '../case/age.ts'
import type { CaseFile } from '../case/case-file.ts'
import type { RetentionRule } from '../catalogue/deadlines.ts'
import { addYears, type PlainDate } from '../dates.ts'
import { known } from '../readiness/facts.ts'
import { lastEntryOn } from './last-entry.ts'
import type { RetentionDecision } from './retention-decision.ts'

/** What an office may do with a file, by the rule that keeps it longest. Nothing is ever erased by itself. */
export type Retention = {
  /** The deciding rule; null where none of the catalogue is in force for this office type on that day. */
  readonly rule: string | null
  readonly action: RetentionRule['action']
  /** First day on which the file may stand on the weeding list; null where it never does, or where its clock has not begun. */
  readonly listedFrom: PlainDate | null
  /** Last day by which a weeding that has become a duty is done. */
  readonly completeBy: PlainDate | null
  /** Rules that apply besides the deciding one. */
  readonly alsoApply: readonly string[]
}

/**
 * Which retention rule holds on a day. The office's type decides which rules apply; of these the longest wins; `keep` outlasts every date.
 * Where a rule leaves it to the office, the office's own decision counts from the day it was made.
 * @source SoL (2025:400) 16:1–2 a; catalogue retentionRules
 */
export function retentionOf(
  caseFile: CaseFile,
  rules: readonly RetentionRule[],
  on: PlainDate,
  decision: RetentionDecision | null = null,
): Retention {
  const ofOffice = rules.filter((rule) => rule.officeType === caseFile.office.type && isInForce(rule, on))
  const special = ofOffice.filter((rule) => rule.when !== 'otherwise' && applies(rule, caseFile, on))
  const applying = special.length > 0 ? special : ofOffice.filter((rule) => rule.when === 'otherwise')
  const outcomes = applying
    .map((rule) => outcome(asDecided(rule, decision, on), caseFile, on))
    .toSorted((one, other) => (lasts(one) < lasts(other) ? -1 : 1))
  const longest = outcomes.at(-1)
  if (longest === undefined) return { rule: null, action: 'ask', listedFrom: null, completeBy: null, alsoApply: [] }
  return { ...longest, alsoApply: outcomes.slice(0, -1).map((each) => each.rule) }
}

/** Whether the file belongs on the office's weeding list on a day. */
export const isOnWeedingList = (retention: Retention, on: PlainDate): boolean => retention.listedFrom !== null && retention.listedFrom <= on

const isInForce = (rule: RetentionRule, on: PlainDate): boolean =>
  (rule.validFrom === undefined || rule.validFrom <= on) && (rule.validTo === undefined || on <= rule.validTo)

function applies(rule: RetentionRule, caseFile: CaseFile, on: PlainDate): boolean {
  if (rule.when === 'placed') return known(caseFile.child.placements, on).length > 0
  if (rule.when === 'inquiry-opened') return inquiryWasOpened(caseFile, on)
  return rule.when === 'always'
}

const inquiryWasOpened = ({ child }: CaseFile, on: PlainDate): boolean =>
  known(child.inquiries, on).length > 0 ||
  child.concernReports.some(({ inquiryDecision }) => inquiryDecision?.opened === true && inquiryDecision.decidedOn <= on)

/** The rule with the office's years in it, where the rule asks for them and the office had decided by that day. */
function asDecided(rule: RetentionRule, decision: RetentionDecision | null, on: PlainDate): RetentionRule {
  if (rule.action !== 'ask' || decision === null || decision.decidedOn > on) return rule
  return { ...rule, years: decision.years, from: decision.from }
}

type Outcome = Omit<Retention, 'rule' | 'alsoApply'> & { readonly rule: string }

function outcome(rule: RetentionRule, caseFile: CaseFile, on: PlainDate): Outcome {
  const listedFrom = rule.action === 'keep' ? null : endOf(rule, caseFile, on)
  const completeBy = listedFrom !== null && rule.completeBy === 'end-of-next-calendar-year' ? endOfNextYear(listedFrom) : null
  return { rule: rule.id, action: rule.action, listedFrom, completeBy }
}

function endOf(rule: RetentionRule, caseFile: CaseFile, on: PlainDate): PlainDate | null {
  if (rule.years === undefined) return null
  if (rule.from === 'birth') return birthdayOf(caseFile.child, rule.years)
  const last = lastEntryOn(caseFile, on)
  return last === undefined ? null : addYears(last, rule.years)
}

const endOfNextYear = (day: PlainDate): PlainDate => `${String(Number(day.slice(0, 4)) + 1).padStart(4, '0')}-12-31`

/** Sorts what is kept for good, or what a person must decide, after every date; a clock that has not begun after one that has. */
function lasts({ action, listedFrom, rule }: Outcome): string {
  const rank = action === 'keep' ? 3 : action === 'ask' ? 2 : listedFrom === null ? 1 : 0
  return `${rank} ${listedFrom ?? ''} ${rule}`
}
