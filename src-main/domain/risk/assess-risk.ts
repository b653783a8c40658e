import type { Rating, RiskAssessment, RiskFinding, RiskMeasure } from '../case/assessments.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { RiskFactor, RiskLevel, RiskScheme } from '../catalogue/risk.ts'
import { levelOf, worst } from './levels.ts'
import { type FiredRule, fireStopRules } from './stop-rules.ts'

/** Why the value that counts is what it is; the window and the plan say it in words. */
export type Standing = 'absent' | 'not-assessed' | 'unknown' | 'inherent' | 'residual' | 'residual-not-yet' | 'residual-unknown'

export type AssessedFactor = {
  readonly factor: RiskFactor
  readonly standing: Standing
  /** The level that counts: `none` for an absent factor, `unknown` where information is missing. */
  readonly level: RiskLevel | 'none' | 'unknown'
  readonly inherent?: Rating
  readonly residual?: Rating
  readonly counted?: Rating
  readonly measures: readonly RiskMeasure[]
}

export type RiskResult = {
  readonly overall: RiskLevel
  readonly factors: readonly AssessedFactor[]
  readonly protectiveFactors: readonly string[]
  readonly fired: readonly FiredRule[]
}

/**
 * Works out the level that counts for each factor, the overall level (the worst, never a mean) and the rules that fire on it.
 * @source Hemväg rule RISK-4x4; CoE Convention art. 16(7) asks for the assessment
 */
export function assessRisk(assessment: RiskAssessment, catalogue: Catalogue, on: string): RiskResult {
  const findings = new Map(assessment.findings.map((finding) => [finding.factor, finding]))
  const factors = catalogue.riskFactors.map((factor) => assessFactor(factor, findings.get(factor.id), catalogue.riskScheme, on))
  const overall = worst(factors.map((each) => countsAs(each, catalogue.riskScheme)))
  return {
    overall,
    factors,
    protectiveFactors: assessment.protectiveFactors,
    fired: fireStopRules(factors, assessment.protectiveFactors.length, catalogue.riskStopRules),
  }
}

/** Factors that stand as an open stop, each with the rules that say so. */
export function openStops(result: RiskResult): ReadonlyMap<string, readonly string[]> {
  const stops = new Map<string, string[]>()
  for (const { rule, opens, factors } of result.fired)
    if (opens === 'stop') for (const factor of factors) stops.set(factor, [...(stops.get(factor) ?? []), rule])
  return stops
}

function assessFactor(factor: RiskFactor, finding: RiskFinding | undefined, scheme: RiskScheme, on: string): AssessedFactor {
  if (finding === undefined) return { factor, standing: 'not-assessed', level: 'unknown', measures: [] }
  if (finding.finding === 'absent') return { factor, standing: 'absent', level: 'none', measures: [] }
  if (finding.finding === 'unknown') return { factor, standing: 'unknown', level: 'unknown', measures: [] }
  const { inherent, residual, measures } = finding
  if (residual === 'unknown') return { factor, standing: 'residual-unknown', level: 'unknown', inherent, measures }
  if (residual === undefined)
    return { factor, standing: 'inherent', level: levelOf(inherent, scheme), inherent, counted: inherent, measures }
  const counts = measures.length > 0 && measures.every((measure) => isInEffect(measure, scheme, on))
  const counted = counts ? residual : inherent
  return {
    factor,
    standing: counts ? 'residual' : 'residual-not-yet',
    level: levelOf(counted, scheme),
    inherent,
    residual,
    counted,
    measures,
  }
}

/** A measure lowers a risk only once it is done, or guaranteed in writing. @source Hemväg rule, catalogue riskScheme */
function isInEffect(measure: RiskMeasure, scheme: RiskScheme, on: string): boolean {
  return scheme.residualCountsWhenMeasures.includes(measure.state) && (measure.on === undefined || measure.on <= on)
}

function countsAs(each: AssessedFactor, scheme: RiskScheme): RiskLevel {
  if (each.level === 'none') return 'low'
  if (each.level !== 'unknown') return each.level
  return each.factor.stop ? scheme.unknownStopFactorCountsAs : scheme.unknownOtherFactorCountsAs
}
