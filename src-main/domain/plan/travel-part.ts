import { Temporal } from 'temporal-polyfill'
import type { CaseFile } from '../case/case-file.ts'
import { departureOn, known, latest } from '../readiness/facts.ts'
import { mayLeave, type PlanPerson, planPerson } from './people-who-may-leave.ts'
import { extentOf, gets, type PlanContext, personIn } from './plan-context.ts'
import { receiversOf } from './reception-part.ts'

/** A time on the clock of a place and how far that clock is from UTC, `+02:00`. */
export type PlanStop = { readonly place: string; readonly code: string | null; readonly at: string; readonly offset: string }

export type TravelPart = {
  readonly date: string
  readonly from: PlanStop | null
  readonly to: PlanStop | null
  /** How often the child changes on the way. */
  readonly changes: number
  readonly handover: PlanStop | null
  readonly escort: PlanPerson | null
  readonly settledOn: string | null
  readonly document: { readonly kind: string; readonly validThrough: string } | null
  readonly fitness: { readonly on: string | null; readonly validThrough: string | null } | null
  readonly preparedOn: string | null
}

type Stop = { readonly place: string; readonly code?: string | undefined; readonly at: string; readonly zone: string }

const planStop = ({ place, code, at, zone }: Stop): PlanStop => ({ place, code: code ?? null, at, offset: offsetAt(at, zone) })

export const offsetAt = (localTime: string, zone: string): string => Temporal.PlainDateTime.from(localTime).toZonedDateTime(zone).offset

export const plannedHandover = (caseFile: CaseFile, on: string) => latest(known(caseFile.travel.handovers, on))

export function escortOf(caseFile: CaseFile, on: string) {
  const person = personIn(caseFile, latest(known(caseFile.travel.itineraries, on))?.escort)
  return person !== undefined && mayLeave(person, receiversOf(caseFile, on)) ? person : undefined
}

export function travelPart(context: PlanContext): TravelPart | undefined {
  const { caseFile, on } = context
  const date = departureOn(caseFile, on)
  if (!gets(context, 'travel.journey') || date === undefined) return undefined
  const itinerary = latest(known(caseFile.travel.itineraries, on))
  const first = itinerary?.legs[0]?.from
  const last = itinerary?.legs.at(-1)?.to
  const handover = plannedHandover(caseFile, on)
  const escort = escortOf(caseFile, on)
  return {
    date,
    from: first === undefined ? null : planStop(first),
    to: last === undefined ? null : planStop(last),
    changes: Math.max(0, (itinerary?.legs.length ?? 0) - 1),
    handover: handover === undefined ? null : planStop(handover),
    escort: escort === undefined ? null : planPerson(escort),
    settledOn: itinerary?.settled === true ? itinerary.happenedOn : null,
    document: gets(context, 'travel.document') ? travelDocument(context) : null,
    fitness: gets(context, 'travel.fitness') ? fitness(context) : null,
    preparedOn: latest(known(caseFile.travel.preparations, on).filter((each) => each.child && each.family))?.happenedOn ?? null,
  }
}

function travelDocument({ caseFile, on }: PlanContext): TravelPart['document'] {
  const document = latest(known(caseFile.travel.travelDocuments, on))
  return document === undefined ? null : { kind: document.kind, validThrough: document.validThrough }
}

function fitness({ caseFile, on, profile, readiness }: PlanContext): TravelPart['fitness'] {
  const check = latest(known(caseFile.travel.healthChecks, on))
  if (check?.fitToTravel !== true) return null
  const validThrough = readiness.gates.find((each) => each.gate.evidence === 'DOC_HEALTH')?.validThrough ?? null
  return { on: extentOf(profile, 'travel.fitness') === 'full' ? check.happenedOn : null, validThrough }
}
