import { birthdayOf, foundOn } from '../case/age.ts'
import type { CaseFile } from '../case/case-file.ts'
import type { CompensationRule } from '../catalogue/deadlines.ts'
import { addDays, addYears, type PlainDate } from '../dates.ts'
import { known } from '../readiness/facts.ts'

type Trigger = NonNullable<CompensationRule['from']>[number]

/** What one rule says: the last day it allows, and from which day it counts. */
export type CompensationDay = {
  readonly rule: string
  readonly trigger: Trigger | 'birth'
  readonly from: PlainDate
  readonly lastDay: PlainDate
  /** The rule's wording has passed the day to which it was checked: look it up before relying on it. */
  readonly recheck: boolean
}

export type CompensationDeadline = {
  /** The later of the days: an application is safe on it. */
  readonly lastSafeDay: PlainDate
  readonly decides: CompensationDay
  readonly days: readonly CompensationDay[]
}

/**
 * Last safe day to apply for crime victim compensation, from the facts up to a day: the latest of what the rules allow.
 * @source Brottsskadelag (2014:322) 15 and 19 §§
 */
export function compensationDeadline(
  caseFile: CaseFile,
  rules: readonly CompensationRule[],
  on: PlainDate,
): CompensationDeadline | undefined {
  const days = rules
    .filter((rule) => rule.validFrom === undefined || rule.validFrom <= on)
    .flatMap((rule) => dayOf(rule, caseFile, on) ?? [])
    .toSorted((one, other) => (order(one) < order(other) ? -1 : 1))
  const decides = days.at(-1)
  return decides === undefined ? undefined : { lastSafeDay: decides.lastDay, decides, days }
}

const order = (day: CompensationDay): string => `${day.lastDay} ${day.rule}`

function dayOf(rule: CompensationRule, caseFile: CaseFile, on: PlainDate): CompensationDay | undefined {
  const recheck = (rule.validTo !== undefined && on > rule.validTo) || (rule.recheckFrom !== undefined && on >= rule.recheckFrom)
  if (rule.untilAge !== undefined) {
    const birthday = birthdayOf(caseFile.child, rule.untilAge)
    const lastDay = rule.safeDay === 'day-before-birthday' ? addDays(birthday, -1) : birthday
    return { rule: rule.id, trigger: 'birth', from: caseFile.child.birthDate.value, lastDay, recheck }
  }
  const start = proceedingsClock(caseFile, on)
  if (rule.years === undefined || start === undefined || rule.from?.includes(start.trigger) !== true) return undefined
  return { rule: rule.id, ...start, lastDay: addYears(start.from, rule.years), recheck }
}

/** Where the years begin: legal force, else closing or no prosecution, else the crime where nothing was opened; not while it is open. */
function proceedingsClock(caseFile: CaseFile, on: PlainDate): { readonly trigger: Trigger; readonly from: PlainDate } | undefined {
  const steps = known(caseFile.legal.investigation, on)
  const last = (...kinds: readonly (typeof steps)[number]['step'][]): PlainDate | undefined =>
    steps
      .filter((each) => kinds.includes(each.step))
      .map((each) => each.happenedOn)
      .toSorted()
      .at(-1)
  const opened = last('opened', 'charged')
  const judged = last('judgment-in-legal-force')
  const closed = last('closed', 'prosecution-dropped')
  if (judged !== undefined && (opened === undefined || judged >= opened)) return { trigger: 'final-judgment-legal-force', from: judged }
  if (closed !== undefined && (opened === undefined || closed >= opened)) return { trigger: 'closing-or-no-prosecution', from: closed }
  if (opened !== undefined) return undefined
  const crime = firstKnownCrime(caseFile, on)
  return crime === undefined ? undefined : { trigger: 'crime-if-no-investigation', from: crime }
}

/** The earliest day is the safe one. Where no day of the crime is known, the child was found no earlier than it. */
const firstKnownCrime = (caseFile: CaseFile, on: PlainDate): PlainDate | undefined =>
  [...known(caseFile.child.exploitation, on).map((each) => each.happenedOn), foundOn(caseFile.child, on)]
    .filter((day) => day !== undefined)
    .toSorted()[0]
