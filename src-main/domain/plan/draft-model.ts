import { foundOn } from '../case/age.ts'
import type { Rating } from '../case/assessments.ts'
import { daysBetween } from '../dates.ts'
import { known, latest } from '../readiness/facts.ts'
import type { GateStatus } from '../readiness/gate-status.ts'
import { type AssessedFactor, openStops } from '../risk/assess-risk.ts'
import { type SafeguardsPart, safeguardsOf } from './cover-part.ts'
import { guardianOf } from './decision-part.ts'
import type { PlanInput } from './plan-context.ts'
import { riskOn } from './risk-part.ts'
import type { PlanTranslation } from './translations.ts'

export type DraftGate = {
  readonly id: string
  readonly kind: 'hard' | 'soft'
  readonly state: GateStatus['state']
  readonly work: GateStatus['work']
  readonly reason: NonNullable<GateStatus['reason']> | null
  readonly evidence: string
}

export type DraftFactor = {
  readonly id: string
  readonly standing: AssessedFactor['standing']
  readonly level: string
  readonly stop: boolean
  readonly open: boolean
  readonly before: Rating | null
  readonly now: Rating | null
  readonly measures: readonly { readonly text: string; readonly state: string }[]
}

/** The working copy of a case that is not ready: internal, unsigned, without recipient and attachment. It says what is missing. */
export type DraftModel = {
  readonly format: 'hemvag-draft-1'
  /** Made in a register for practice. */
  readonly demonstration: boolean
  readonly reference: string
  /** `0.n`. */
  readonly version: string
  readonly issuedOn: string
  readonly issuedAt: string
  readonly organisation: string
  readonly pause: {
    readonly since: string
    readonly because: 'withdrawn' | 'spoken-no'
    readonly by: readonly string[]
    readonly missing: readonly string[]
  } | null
  readonly decision: {
    readonly begunOn: string | null
    readonly askedOn: string | null
    readonly answered: boolean
    readonly made: { readonly on: string; readonly outcome: string } | null
  }
  /** Nothing is missing; the last day of departure that this carries. */
  readonly ready: { readonly validThrough: string | null; readonly toConfirm: readonly string[] } | null
  readonly safeguards: SafeguardsPart
  readonly gates: readonly DraftGate[]
  readonly guardian: { readonly on: string; readonly daysWaited: number } | null
  readonly risk: {
    readonly level: string
    readonly factors: readonly DraftFactor[]
    readonly fewProtective: boolean
    readonly othersNotExamined: boolean
  } | null
  /** Open tasks by due day, with the one who does them. */
  readonly nextSteps: readonly { readonly title: string; readonly responsible: string | null; readonly dueOn: string | null }[]
  readonly translations: readonly PlanTranslation[]
}

/** `revision` counts the drafts since the last signed version. Drafts never leave, so nothing is cut by a profile. */
export function draftModel(input: Omit<PlanInput, 'planVersion' | 'replaces' | 'journal' | 'calendar'>, revision: number): DraftModel {
  const { caseFile, readiness, organisation } = input
  const { on, pause } = readiness
  const risk = riskOf(input)
  return {
    format: 'hemvag-draft-1',
    demonstration: organisation.demonstration,
    reference: caseFile.reference,
    version: `0.${revision}`,
    issuedOn: on,
    issuedAt: input.issuedAt,
    organisation: organisation.name,
    pause: pause === undefined ? null : { since: pause.since, because: pause.because, by: pause.by, missing: pause.missing },
    decision: decision(input),
    safeguards: safeguardsOf(readiness),
    gates: readiness.gates.filter(isOpen).map(draftGate),
    guardian: guardian(input),
    risk,
    ready: ready(input, risk),
    nextSteps: caseFile.tasks
      .filter((task) => task.doneOn === undefined || task.doneOn > on)
      .toSorted((one, other) => ((one.dueOn ?? '9999') < (other.dueOn ?? '9999') ? -1 : 1))
      .map(({ title, responsible, dueOn }) => ({
        title,
        responsible: caseFile.people.find(({ id }) => id === responsible)?.name ?? null,
        dueOn: dueOn ?? null,
      })),
    translations: caseFile.translations ?? [],
  }
}

const isOpen = ({ state }: GateStatus): boolean => state === 'open' || state === 'expired'

const draftGate = ({ gate, state, work, reason }: GateStatus): DraftGate => ({
  id: gate.id,
  kind: gate.kind,
  state,
  work,
  reason: reason ?? null,
  evidence: gate.evidence,
})

type Input = Parameters<typeof draftModel>[0]

function decision({ caseFile, readiness: { on } }: Input): DraftModel['decision'] {
  const procedure = latest(known(caseFile.bestInterests, on))
  const steps = known(caseFile.homeAuthority, on)
  const made = procedure?.decision
  return {
    begunOn: procedure?.happenedOn ?? null,
    askedOn: latest(steps.filter((step) => step.step === 'asked'))?.happenedOn ?? null,
    answered: steps.some((step) => step.step !== 'asked'),
    made: made === undefined || made.decidedOn > on ? null : { on: made.decidedOn, outcome: made.outcome },
  }
}

function ready({ readiness }: Input, risk: DraftModel['risk']): DraftModel['ready'] {
  const stops = risk === null || risk.factors.some((factor) => factor.open)
  if (readiness.pause !== undefined || stops || readiness.gates.some(isOpen)) return null
  return {
    validThrough: readiness.carriesDepartureThrough ?? null,
    toConfirm: readiness.gates.filter(({ state }) => state === 'reconfirm').map(({ gate }) => gate.id),
  }
}

function guardian({ caseFile, readiness: { on } }: Input): DraftModel['guardian'] {
  const appointed = guardianOf(caseFile, on)
  const found = foundOn(caseFile.child, on)
  return appointed === undefined || found === undefined ? null : { on: appointed.on, daysWaited: daysBetween(found, appointed.on) }
}

function riskOf({ caseFile, catalogue, readiness: { on } }: Input): DraftModel['risk'] {
  const found = riskOn(caseFile, catalogue, on)
  if (found === undefined) return null
  const stops = openStops(found.result)
  const seen = found.result.factors.filter(
    (each) => each.standing !== 'absent' && (each.standing !== 'not-assessed' || stops.has(each.factor.id)),
  )
  return {
    level: found.result.overall,
    factors: seen.map((each) => draftFactor(each, stops.has(each.factor.id))),
    fewProtective: found.result.fired.some((rule) => rule.opens === 'note'),
    othersNotExamined: found.result.factors.some((each) => each.standing === 'not-assessed' && !each.factor.stop),
  }
}

const draftFactor = (each: AssessedFactor, open: boolean): DraftFactor => ({
  id: each.factor.id,
  standing: each.standing,
  level: each.level,
  stop: each.factor.stop,
  open,
  before: each.inherent ?? null,
  now: each.counted ?? null,
  measures: each.measures.map(({ text, state }) => ({ text, state })),
})
