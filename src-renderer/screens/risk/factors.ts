import type { RiskFactorView, RiskView } from '#contract/views.ts'

/** A factor on which a rule fired that opens a stop. */
export const isOpenStop = (factor: RiskFactorView, { fired }: RiskView): boolean =>
  fired.some((rule) => rule.opens === 'stop' && rule.factors.includes(factor.id))

/** Looked at and found: what the list shows before it folds the rest. */
export const isPresent = ({ standing }: RiskFactorView): boolean => !['absent', 'not-assessed'].includes(standing)

type Rating = { readonly likelihood: number; readonly severity: number }
export const scoreOf = (rating: Rating): number => rating.likelihood * rating.severity
