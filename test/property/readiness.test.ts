import { assert, constantFrom, integer, property, shuffledSubarray, tuple } from 'fast-check'
import { test } from 'vitest'
import type { CaseFile } from '#domain/case/case-file.ts'
import { addDays } from '#domain/dates.ts'
import { assessReadiness, type Readiness } from '#domain/readiness/readiness.ts'
import { caseA, caseB, catalogue, copy } from '../support/examples.ts'

const day = integer({ min: 0, max: 120 }).map((days) => addDays('2026-08-01', days))
const anyCase = constantFrom(caseA, caseB)
const summary = (readiness: Readiness) => JSON.stringify(readiness)

/** Every list of facts in a case, shuffled. */
function shuffled(caseFile: CaseFile, order: (length: number) => readonly number[]): CaseFile {
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return order(value.length).map((at) => walk(value[at]))
    if (value !== null && typeof value === 'object')
      return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, walk(each)]))
    return value
  }
  return walk(caseFile) as CaseFile
}

test('readiness never depends on the order of facts', async () => {
  const orders = shuffledSubarray([...Array(60).keys()], { minLength: 60, maxLength: 60 })
  await assert(
    property(tuple(anyCase, day, orders), ([caseFile, on, order]) => {
      const other = shuffled(caseFile, (length) => order.filter((at) => at < length))
      other.recipients = copy(caseFile.recipients)
      return summary(assessReadiness(caseFile, catalogue, on)) === summary(assessReadiness(other, catalogue, on))
    }),
    { numRuns: 60 },
  )
})

/** Evidence that speaks for the return, each on a day of its own. */
const favourable: readonly ((caseFile: CaseFile, on: string) => void)[] = [
  (each, on) => each.talks.push({ ...repeated(each.talks[0], on), wantsToReturn: 'yes', informedOfAlternatives: true, wishes: [] }),
  (each, on) => each.returnDeclarations.push({ ...repeated(each.returnDeclarations[0], on), step: 'confirmed', by: ['child', 'guardian'] }),
  (each, on) => each.legal.legalChecks.push({ ...repeated(each.legal.legalChecks[0], on), obstacle: false }),
  (each, on) =>
    each.reception.homeStudies.push({ ...repeated(each.reception.homeStudies[0], on), outcome: 'suitable', traffickingLink: false }),
  (each, on) => each.reception.tracing.push({ ...repeated(each.reception.tracing[0], on), identityVerified: true }),
  (each, on) => each.reception.arrangements.push(repeated(each.reception.arrangements[0], on)),
  (each, on) => each.reception.takeovers.push({ ...repeated(each.reception.takeovers[0], on), inWriting: true }),
  (each, on) => each.reception.contingencies.push({ ...repeated(each.reception.contingencies[0], on), inWriting: true }),
  (each, on) => each.travel.healthChecks.push({ ...repeated(each.travel.healthChecks[0], on), fitToTravel: true }),
  (each, on) => each.travel.travelDocuments.push({ ...repeated(each.travel.travelDocuments[0], on), validThrough: addDays(on, 1) }),
  (each, on) => each.travel.preparations.push({ ...repeated(each.travel.preparations[0], on), child: true, family: true }),
  (each, on) => each.riskAssessments.push(repeated(each.riskAssessments[0], on)),
  (each, on) => each.transfers.secrecyChecks.push(repeated(each.transfers.secrecyChecks.at(-1), on)),
  (each, on) => each.followUp.agreements.push(repeated(each.followUp.agreements[0], on)),
  (each, on) => each.budget.approvals.push({ ...repeated(each.budget.approvals[0], on), fundedForWholePeriod: true }),
]

function repeated<Fact>(fact: Fact | undefined, happenedOn: string): Fact {
  if (fact === undefined) throw new Error('case A lacks a fact to repeat')
  return { ...copy(fact), happenedOn, recordedAt: `${happenedOn}T12:00:00Z` }
}

test('adding favourable evidence alone never opens a met safeguard', async () => {
  await assert(
    property(tuple(day, day, constantFrom(...favourable)), ([on, happenedOn, add]) => {
      const more = copy(caseA)
      add(more, happenedOn)
      const before = assessReadiness(caseA, catalogue, on)
      const after = assessReadiness(more, catalogue, on)
      const lost = before.gates.filter((each, at) => each.state === 'met' && after.gates[at]?.state !== 'met')
      return lost.length === 0
    }),
    { numRuns: 400 },
  )
})
