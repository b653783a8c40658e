import { budgetOf } from '../budget/budget-of.ts'
import type { PlanAsk } from '../catalogue/plan-profiles.ts'
import type { SafeguardMark } from '../pictures/safeguard-strip.ts'
import type { GateStatus } from '../readiness/gate-status.ts'
import type { Readiness } from '../readiness/readiness.ts'
import type { BestInterestsPart } from './decision-part.ts'
import { extentOf, gets, type PlanContext } from './plan-context.ts'
import type { RiskPart } from './risk-part.ts'

export type SafeguardsPart = {
  readonly checkedOn: string
  readonly marks: readonly SafeguardMark[]
  readonly met: number
  readonly total: number
}

export type CoverPart = {
  readonly decision: Omit<BestInterestsPart, 'weighing'> | null
  readonly safeguards: SafeguardsPart | null
  readonly risk: Pick<RiskPart, 'level' | 'openStops' | 'highest'> | null
  readonly budget: { readonly sek: number; readonly eur: number; readonly approvedOn: string | null; readonly wholePeriod: boolean } | null
  /** Last day of departure that everything met today carries. */
  readonly validThrough: string | null
  readonly asks: readonly { readonly ask: PlanAsk; readonly texts: readonly string[] }[]
}

export function safeguardsOf(readiness: Readiness): SafeguardsPart {
  const marks = readiness.gates.map((each): SafeguardMark => ({ kind: each.gate.kind, state: markOf(each) }))
  return { checkedOn: readiness.on, marks, met: marks.filter((mark) => mark.state !== 'open').length, total: marks.length }
}

/** A declaration that stands until it is said again counts as met: it is what the copy is issued on. */
function markOf({ state }: GateStatus): SafeguardMark['state'] {
  if (state === 'met' || state === 'reconfirm') return 'met'
  return state === 'overridden' || state === 'not-applicable' ? 'set-aside' : 'open'
}

export function coverPart(
  context: PlanContext,
  parts: { bestInterests: BestInterestsPart | undefined; risk: RiskPart | undefined },
): CoverPart {
  const { readiness } = context
  const { bestInterests, risk } = parts
  return {
    decision: gets(context, 'cover.decision') && bestInterests !== undefined ? decision(bestInterests, context) : null,
    safeguards: gets(context, 'cover.safeguards') ? safeguardsOf(readiness) : null,
    risk:
      gets(context, 'cover.risk') && risk !== undefined ? { level: risk.level, openStops: risk.openStops, highest: risk.highest } : null,
    budget: gets(context, 'cover.budget') ? money(context) : null,
    validThrough: gets(context, 'cover.decision') ? (readiness.carriesDepartureThrough ?? null) : null,
    asks: gets(context, 'cover.asks') ? asks(context) : [],
  }
}

function decision({ weighing: _, ...rest }: BestInterestsPart, { profile }: PlanContext): CoverPart['decision'] {
  return extentOf(profile, 'cover.decision') === 'full' ? rest : { ...rest, relation: null, homeAuthority: null }
}

function money({ caseFile, catalogue, on }: PlanContext): CoverPart['budget'] {
  const { totalSek, totalEur, approval } = budgetOf(caseFile.budget, catalogue, on)
  return { sek: totalSek, eur: totalEur, approvedOn: approval?.on ?? null, wholePeriod: approval?.fundedForWholePeriod === true }
}

/** What the recipient is asked to do; support is asked for only where a measure is guaranteed in writing. */
function asks(context: PlanContext): CoverPart['asks'] {
  return context.profile.asks.flatMap((ask): CoverPart['asks'][number][] => {
    if (ask !== 'give-guaranteed-support') return [{ ask, texts: [] }]
    const texts = guaranteed(context)
    return texts.length === 0 ? [] : [{ ask, texts }]
  })
}

function guaranteed({ caseFile, on }: PlanContext): readonly string[] {
  const last = caseFile.riskAssessments
    .filter((each) => each.happenedOn <= on)
    .toSorted((one, other) => (one.happenedOn < other.happenedOn ? 1 : -1))[0]
  return (last?.findings ?? [])
    .flatMap((finding) => (finding.finding === 'present' ? finding.measures : []))
    .filter((measure) => measure.state === 'guaranteed')
    .map((measure) => measure.text)
}
