import type { Rating } from '../case/assessments.ts'
import type { CaseFile } from '../case/case-file.ts'
import { known, latest } from '../readiness/facts.ts'
import { assessRisk, openStops, type RiskResult } from '../risk/assess-risk.ts'
import { scoreOf } from '../risk/levels.ts'
import { gets, type PlanContext } from './plan-context.ts'

export type PlanFactor = {
  readonly id: string
  readonly group: string
  readonly before: Rating
  readonly now: Rating | null
  readonly level: string
  readonly reliability: string | null
  readonly measures: readonly { readonly text: string; readonly state: string; readonly on: string | null }[]
}

export type RiskPart = {
  readonly level: string
  readonly openStops: number
  /** The highest value that remains, of 16. */
  readonly highest: number
  readonly factors: readonly PlanFactor[]
  readonly assessedOn: string
  readonly assessors: readonly string[]
  readonly validThrough: string | null
  readonly allStopsExamined: boolean
  readonly othersAbsent: boolean
  readonly protective: readonly string[] | null
}

export function riskOn(caseFile: CaseFile, catalogue: PlanContext['catalogue'], on: string) {
  const assessment = latest(known(caseFile.riskAssessments, on))
  return assessment === undefined ? undefined : { assessment, result: assessRisk(assessment, catalogue, on) }
}

/** Factors that are there, the heaviest first; what informants said, notes and sources never come along. */
export function riskPart(context: PlanContext): RiskPart | undefined {
  if (!gets(context, 'risk.assessment')) return undefined
  const found = riskOn(context.caseFile, context.catalogue, context.on)
  if (found === undefined) return undefined
  const { assessment, result } = found
  const factors = presentFactors(context, result)
  const unseen = result.factors.filter((each) => each.standing === 'not-assessed' || each.standing === 'unknown')
  return {
    level: result.overall,
    openStops: openStops(result).size,
    highest: Math.max(0, ...factors.map((factor) => (factor.now === null ? 0 : scoreOf(factor.now)))),
    factors,
    assessedOn: assessment.happenedOn,
    assessors: assessment.assessors,
    validThrough: context.readiness.gates.find((each) => each.gate.evidence === 'DOC_RISK')?.validThrough ?? null,
    allStopsExamined: unseen.every((each) => !each.factor.stop),
    othersAbsent: unseen.length === 0,
    protective: gets(context, 'risk.protective') ? result.protectiveFactors : null,
  }
}

function presentFactors(context: PlanContext, result: RiskResult): readonly PlanFactor[] {
  const findings = context.caseFile.riskAssessments.flatMap((each) =>
    each === latest(known(context.caseFile.riskAssessments, context.on)) ? each.findings : [],
  )
  const present = result.factors.flatMap((each): PlanFactor[] => {
    if (each.inherent === undefined) return []
    const finding = findings.find((one) => one.factor === each.factor.id)
    const reliability = finding?.finding === 'present' ? finding.reliability : undefined
    return [
      {
        id: each.factor.id,
        group: each.factor.group,
        before: each.inherent,
        now: each.counted ?? null,
        level: each.level,
        reliability: gets(context, 'risk.source') ? (reliability ?? null) : null,
        measures: each.measures.map(({ text, state, on }) => ({ text, state, on: on ?? null })),
      },
    ]
  })
  const weight = (factor: PlanFactor) => (factor.now === null ? 0 : scoreOf(factor.now)) * 100 + scoreOf(factor.before)
  return present.toSorted((one, other) => weight(other) - weight(one) || (one.id < other.id ? -1 : 1))
}
