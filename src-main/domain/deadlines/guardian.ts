import { foundOn } from '../case/age.ts'
import type { CaseFile } from '../case/case-file.ts'
import { standsForParents } from '../case/people.ts'
import { daysBetween, later, type PlainDate } from '../dates.ts'
import { known } from '../readiness/facts.ts'

/** A time in which the child, known to an authority, had no guardian. `to` is null while it lasts. */
export type GuardianGap = { readonly from: PlainDate; readonly to: PlainDate | null; readonly days: number }

/**
 * Times without a guardian from the day the child was found, oldest first. A guardian who ends without a successor opens a new one.
 * A day of change counts as covered.
 * @source Act (2005:429) 2–3 §§: as soon as possible
 */
export function guardianGaps(caseFile: CaseFile, on: PlainDate): readonly GuardianGap[] {
  const found = foundOn(caseFile.child, on)
  if (found === undefined) return []
  const gaps: GuardianGap[] = []
  const standing = new Set<string>()
  let without: PlainDate | undefined = found
  for (const { person, step, happenedOn } of appointments(caseFile, on)) {
    if (step === 'appointed') {
      if (without !== undefined) gaps.push(gap(without, later(happenedOn, without)))
      standing.add(person)
      without = undefined
    } else if (standing.delete(person) && standing.size === 0) without = later(happenedOn, found)
  }
  if (without !== undefined) gaps.push({ from: without, to: null, days: daysBetween(without, on) })
  return gaps.filter((each) => each.to === null || each.days > 0)
}

const gap = (from: PlainDate, to: PlainDate): GuardianGap => ({ from, to, days: daysBetween(from, to) })

/** Days from found to the first appointment, or to the day asked about while none is made; undefined before the child was found. */
export function daysWithoutGuardian(caseFile: CaseFile, on: PlainDate): number | undefined {
  const found = foundOn(caseFile.child, on)
  if (found === undefined) return undefined
  const first = appointments(caseFile, on).find(({ step }) => step === 'appointed')
  return daysBetween(found, first === undefined ? on : later(first.happenedOn, found))
}

/** On one day the end of a mandate comes before the next appointment. */
function appointments(caseFile: CaseFile, on: PlainDate) {
  return caseFile.people
    .filter(standsForParents)
    .flatMap((person) => known(person.appointments, on).map((each) => ({ person: person.id, ...each })))
    .filter(({ step }) => step !== 'applied')
    .toSorted((one, other) => (order(one) < order(other) ? -1 : 1))
}

const order = (each: { readonly happenedOn: string; readonly step: string; readonly person: string }): string =>
  `${each.happenedOn} ${each.step === 'ended' ? 0 : 1} ${each.person}`
