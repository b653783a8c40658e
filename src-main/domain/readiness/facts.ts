import type { CaseFile } from '../case/case-file.ts'
import type { Fact } from '../case/fact.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Gate } from '../catalogue/gates.ts'

/** What a safeguard's rule looks at. */
export type Context = {
  readonly caseFile: CaseFile
  readonly catalogue: Catalogue
  readonly gate: Gate
  readonly on: string
  /** Day of the latest withdrawal or spoken no up to `on`: views and consent from before it no longer count. */
  readonly withdrawnOn: string | undefined
  /** The last decided day of departure, if any. */
  readonly departure: string | undefined
}

/** Facts that had happened on the day asked about, oldest first; the order in which they stand in the file never matters. */
export const known = <F extends Fact>(facts: readonly F[], on: string): readonly F[] =>
  facts.filter((fact) => fact.happenedOn <= on).toSorted(byDay)

/** The latest fact. */
export function latest<F extends Fact>(facts: readonly F[]): F | undefined {
  return facts.toSorted(byDay).at(-1)
}

function byDay(one: Fact, other: Fact): number {
  const key = (fact: Fact) => `${fact.happenedOn} ${fact.recordedAt} ${JSON.stringify(fact)}`
  return key(one) < key(other) ? -1 : 1
}

/** Whether a document of the type that the safeguard asks for, issued by the day asked about, lies under the fact. */
export const isProven = (context: Context, fact: Fact): boolean => isProvenBy(context, fact, context.gate.evidence)

export function isProvenBy({ caseFile, on }: Context, fact: Fact, type: string | undefined): boolean {
  return caseFile.documents.some(
    (document) => document.type === type && document.issuedOn <= on && (fact.evidence ?? []).includes(document.id),
  )
}

/** The day of departure as decided up to a day. */
export const departureOn = (caseFile: CaseFile, on: string): string | undefined => latest(known(caseFile.travel.departures, on))?.date
