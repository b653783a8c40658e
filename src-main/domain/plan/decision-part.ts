import type { CaseFile } from '../case/case-file.ts'
import { type Person, standsForParents } from '../case/people.ts'
import { known, latest } from '../readiness/facts.ts'
import { phoneThatMayLeave, type Relation } from './people-who-may-leave.ts'
import { extentOf, getsFull, type PlanContext } from './plan-context.ts'
import { caregiverOf, relationOf, townFor } from './reception-part.ts'

export type GuardianPart = {
  readonly name: string
  readonly appointedOn: string
  readonly by: string | null
  readonly phone: string | null
}

export type ConsentPart = {
  readonly givenOn: string | null
  readonly givenBy: readonly string[]
  readonly confirmedOn: string | null
  /** Organisations that may have data; a family is named by its profile. */
  readonly recipients: readonly { readonly name: string | null; readonly profile: string }[]
}

export type BestInterestsPart = {
  readonly outcome: string
  readonly decidedOn: string
  readonly relation: Relation | null
  readonly town: string | null
  readonly unanimous: boolean
  readonly homeAuthority: { readonly name: string; readonly agreedOn: string } | null
  readonly weighing: Weighing | null
}

export type Weighing = {
  readonly panel: readonly { readonly role: string; readonly chair: boolean }[]
  readonly factors: readonly string[]
  readonly alternatives: readonly string[]
  readonly alternativesExplainedOn: string | null
  readonly heard: readonly {
    readonly on: string
    readonly alone: boolean
    readonly interpreter: { readonly language: string; readonly authorised: boolean } | null
  }[]
  /** What was done about the child's wishes; the wishes themselves stay in the file. */
  readonly answers: readonly string[]
  readonly legalCheckOn: string | null
  readonly childInformed: { readonly on: string; readonly language: string } | null
  readonly reviewBy: string | null
}

export function guardianOf(
  caseFile: CaseFile,
  on: string,
): { readonly person: Person; readonly on: string; readonly by: string | null } | undefined {
  const standing = caseFile.people
    .filter((person) => standsForParents(person) || person.roles.includes('special-representative'))
    .flatMap((person) => {
      const last = latest(known(person.appointments, on))
      return last?.step === 'appointed' ? [{ person, on: last.happenedOn, by: last.by ?? null }] : []
    })
  return standing.toSorted((one, other) => (one.on < other.on ? 1 : -1))[0]
}

export function guardianPart(context: PlanContext): GuardianPart | undefined {
  if (extentOf(context.profile, 'guardian.person') !== 'full') return undefined
  const guardian = guardianOf(context.caseFile, context.on)
  if (guardian === undefined) return undefined
  return { name: guardian.person.name, appointedOn: guardian.on, by: guardian.by, phone: phoneThatMayLeave(guardian.person) }
}

export function consentPart(context: PlanContext): ConsentPart | undefined {
  if (!getsFull(context, 'consent.declaration')) return undefined
  const { caseFile, on } = context
  const declarations = known(caseFile.returnDeclarations, on)
  const given = latest(declarations.filter((each) => each.step === 'given'))
  const confirmed = latest(declarations.filter((each) => each.step === 'confirmed'))
  return {
    givenOn: given?.happenedOn ?? null,
    givenBy: given?.by ?? [],
    confirmedOn: confirmed?.happenedOn ?? null,
    recipients: consented(caseFile, on),
  }
}

/** Recipients whose last word on the plan's data is a given consent. */
function consented(caseFile: CaseFile, on: string): ConsentPart['recipients'] {
  const plan = known(caseFile.transfers.consents, on).filter((each) => each.purpose === 'plan')
  return caseFile.recipients
    .filter(({ id }) => latest(plan.filter((each) => each.recipients.includes(id)))?.step === 'given')
    .map(({ kind, name, profile }) => ({ name: kind === 'family' ? null : name, profile }))
}

const decidedProcedure = (caseFile: CaseFile, on: string) =>
  known(caseFile.bestInterests, on)
    .flatMap((procedure) => (procedure.decision === undefined ? [] : [{ procedure, decision: procedure.decision }]))
    .filter(({ decision }) => decision.decidedOn <= on)
    .toSorted((one, other) => (one.decision.decidedOn < other.decision.decidedOn ? 1 : -1))[0]

export function bestInterestsPart(context: PlanContext): BestInterestsPart | undefined {
  const extent = extentOf(context.profile, 'best-interests.outcome')
  const decided = decidedProcedure(context.caseFile, context.on)
  if (extent === undefined || decided === undefined) return undefined
  const { caseFile, on } = context
  const agreed = latest(known(caseFile.homeAuthority, on))
  const outcomeOnly = extent === 'outcome-and-date'
  return {
    outcome: decided.decision.outcome,
    decidedOn: decided.decision.decidedOn,
    relation: outcomeOnly ? null : relationOf(caregiverOf(caseFile, on)),
    town: townFor(context),
    unanimous: decided.decision.dissent.length === 0,
    homeAuthority:
      agreed?.step === 'agrees' && agreed.inWriting && !outcomeOnly ? { name: agreed.authority, agreedOn: agreed.happenedOn } : null,
    weighing: getsFull(context, 'best-interests.weighing') ? weighing(context, decided) : null,
  }
}

function weighing({ caseFile, on }: PlanContext, { procedure, decision }: NonNullable<ReturnType<typeof decidedProcedure>>): Weighing {
  const talks = known(caseFile.talks, on)
  const check = latest(known(caseFile.legal.legalChecks, on))
  return {
    panel: procedure.panel.map(({ role, chair }) => ({ role, chair })),
    factors: procedure.factors.map(({ direction }) => direction),
    alternatives: procedure.alternatives.map(({ kind }) => kind),
    alternativesExplainedOn: talks.find((talk) => talk.informedOfAlternatives)?.happenedOn ?? null,
    heard: talks.map((talk) => ({
      on: talk.happenedOn,
      alone: talk.alone,
      interpreter: talk.interpreter === undefined ? null : { language: talk.interpreter.language, authorised: talk.interpreter.authorised },
    })),
    answers: talks.flatMap((talk) => talk.wishes).flatMap((wish) => (wish.answer === undefined ? [] : [wish.answer.text])),
    legalCheckOn: check !== undefined && !check.obstacle ? check.happenedOn : null,
    childInformed:
      procedure.childInformed === undefined ? null : { on: procedure.childInformed.on, language: procedure.childInformed.language },
    reviewBy: decision.reviewBy ?? null,
  }
}
