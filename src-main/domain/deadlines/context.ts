import type { CaseFile } from '../case/case-file.ts'
import type { Fact } from '../case/fact.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { DeadlineRule } from '../catalogue/deadlines.ts'
import type { WorkingCalendar } from '../catalogue/follow-up.ts'
import type { PlainDate } from '../dates.ts'
import { known } from '../readiness/facts.ts'
import type { Occurrence } from './deadline.ts'

/** Last day on which a safeguard holds, as readiness says; undefined when it does not run out or is not met. */
export type GateValidity = { readonly gate: string; readonly validThrough: PlainDate | undefined }

/** What a deadline rule looks at. */
export type DeadlineContext = {
  readonly caseFile: CaseFile
  readonly catalogue: Catalogue
  readonly calendar: WorkingCalendar
  readonly on: PlainDate
  readonly gateValidities: readonly GateValidity[]
}

export type OccurrenceRule = (context: DeadlineContext, rule: DeadlineRule) => readonly Occurrence[]

/**
 * Facts that had happened, each with a key from its own day, so that keys never depend on the order in which facts stand.
 * A second fact of the same day is numbered.
 */
export function keyed<F extends Fact>(
  rule: DeadlineRule,
  facts: readonly F[],
  on: PlainDate,
): readonly { readonly fact: F; readonly key: string }[] {
  const byDay = Map.groupBy(known(facts, on).toSorted(inOrder), (fact) => fact.happenedOn)
  return [...byDay].flatMap(([day, some]) =>
    some.map((fact, index) => ({ fact, key: keyOf(rule, index === 0 ? day : `${day}-${index + 1}`) })),
  )
}

/** A key in the form of a local id, `dl01-2026-02-10`. */
export const keyOf = (rule: DeadlineRule, part?: string): string =>
  [rule.id, part]
    .filter((each) => each !== undefined)
    .join('-')
    .toLowerCase()

function inOrder(one: Fact, other: Fact): number {
  const order = (fact: Fact) => `${fact.happenedOn} ${fact.recordedAt} ${JSON.stringify(fact)}`
  return order(one) < order(other) ? -1 : 1
}
