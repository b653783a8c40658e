import type { Rating } from '../case/assessments.ts'
import { type RiskLevel, type RiskScheme, riskLevels } from '../catalogue/risk.ts'

const rank = (level: RiskLevel): number => riskLevels.indexOf(level)

export const atOrAbove = (level: RiskLevel, limit: RiskLevel): boolean => rank(level) >= rank(limit)

export const worst = (levels: readonly RiskLevel[]): RiskLevel =>
  levels.reduce((highest, level) => (rank(level) > rank(highest) ? level : highest), 'low')

export const scoreOf = (rating: Rating): number => rating.likelihood * rating.severity

/** Level of likelihood × severity. @source catalogue riskScheme */
export function levelOf(rating: Rating, scheme: RiskScheme): RiskLevel {
  const score = scoreOf(rating)
  const band = scheme.levels.find((each) => score >= each.from && score <= each.to)
  if (band === undefined) throw new RangeError(`the risk scheme has no level for ${score}`)
  return band.id
}
