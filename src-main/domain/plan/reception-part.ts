import { ageOfChild } from '../case/age.ts'
import type { CaseFile } from '../case/case-file.ts'
import type { Person } from '../case/people.ts'
import { known, latest } from '../readiness/facts.ts'
import { mayLeave, type PlanPerson, planPerson, type Relation } from './people-who-may-leave.ts'
import { gets, getsFull, type PlanContext, personIn } from './plan-context.ts'

export type Caregiver = PlanPerson & { readonly identityVerifiedOn: string | null }

export type ReceptionPart = {
  readonly caregiver: Caregiver | null
  /** The protected address is given orally by this authority. */
  readonly authority: string | null
  readonly town: string | null
  readonly metBy: readonly PlanPerson[]
  readonly meetingPlace: string | null
  readonly arrangedOn: string
  readonly homeStudy: { readonly by: string; readonly on: string; readonly validThrough: string | null } | null
  readonly responsibility: { readonly sender: string; readonly receiver: string; readonly agreedOn: string } | null
  readonly contingency: { readonly text: string; readonly responsible: string; readonly on: string } | null
}

export const arrangementOn = (caseFile: CaseFile, on: string) => latest(known(caseFile.reception.arrangements, on))

/** People who take the child in their hands by the last arrangement. */
export function receiversOf(caseFile: CaseFile, on: string): ReadonlySet<string> {
  const arrangement = arrangementOn(caseFile, on)
  return new Set([...(arrangement?.metBy ?? []), ...(arrangement?.livesWith === undefined ? [] : [arrangement.livesWith])])
}

/** The adult whom the child will live with, if a plan may name one. */
export function caregiverOf(caseFile: CaseFile, on: string): Person | undefined {
  const person = personIn(caseFile, arrangementOn(caseFile, on)?.livesWith)
  return person !== undefined && mayLeave(person, receiversOf(caseFile, on)) ? person : undefined
}

export const relationOf = (person: Person | undefined): Relation | null => person?.relation ?? null

export const authorityOf = (caseFile: CaseFile, on: string): string | null =>
  latest(known(caseFile.reception.takeovers, on))?.authority ?? null

export const contingencyOn = (caseFile: CaseFile, on: string): ReceptionPart['contingency'] => {
  const plan = latest(known(caseFile.reception.contingencies, on).filter((each) => each.inWriting))
  return plan === undefined ? null : { text: plan.text, responsible: plan.responsible, on: plan.happenedOn }
}

export function responsibilityOn(caseFile: CaseFile, on: string): ReceptionPart['responsibility'] {
  const takeover = latest(known(caseFile.reception.takeovers, on).filter((each) => each.inWriting))
  return takeover === undefined ? null : { sender: caseFile.office.name, receiver: takeover.authority, agreedOn: takeover.happenedOn }
}

/** The town of the child's new home, where the profile may know it. */
export const townFor = (context: PlanContext): string | null =>
  gets(context, 'reception.town')
    ? (arrangementOn(context.caseFile, context.on)?.town ?? context.caseFile.travel.destination.town ?? null)
    : null

export function receptionPart(context: PlanContext): ReceptionPart | undefined {
  const { caseFile, on } = context
  const arrangement = arrangementOn(caseFile, on)
  if (arrangement === undefined) return undefined
  const receivers = receiversOf(caseFile, on)
  const meets = gets(context, 'reception.responsibility')
  const metBy = arrangement.metBy.flatMap((id) => personIn(caseFile, id) ?? []).filter((person) => meets && mayLeave(person, receivers))
  return {
    caregiver: getsFull(context, 'reception.caregiver') ? caregiver(context) : null,
    authority: meets ? authorityOf(caseFile, on) : null,
    town: townFor(context),
    metBy: metBy.map(planPerson),
    meetingPlace: meets ? (arrangement.meetingPlace ?? null) : null,
    arrangedOn: arrangement.happenedOn,
    homeStudy: gets(context, 'reception.home-study') ? homeStudy(context) : null,
    responsibility: gets(context, 'reception.responsibility') ? responsibilityOn(caseFile, on) : null,
    contingency: gets(context, 'reception.contingency') ? contingencyOn(caseFile, on) : null,
  }
}

function caregiver({ caseFile, on }: PlanContext): Caregiver | null {
  const person = caregiverOf(caseFile, on)
  if (person === undefined) return null
  const traced = latest(known(caseFile.reception.tracing, on).filter((each) => each.person === person.id && each.identityVerified))
  return { ...planPerson(person), identityVerifiedOn: traced?.happenedOn ?? null }
}

function homeStudy({ caseFile, on, readiness }: PlanContext): ReceptionPart['homeStudy'] {
  const livesWith = arrangementOn(caseFile, on)?.livesWith
  const study = latest(
    known(caseFile.reception.homeStudies, on).filter(
      (each) => each.person === livesWith && each.outcome === 'suitable' && !each.traffickingLink,
    ),
  )
  const gate = readiness.gates.find((each) => each.gate.evidence === 'DOC_HOMESTUDY')
  return study === undefined ? null : { by: study.by, on: study.happenedOn, validThrough: gate?.validThrough ?? null }
}

export const ageOnDay = ({ caseFile }: PlanContext, day: string) => ageOfChild(caseFile.child, day)
