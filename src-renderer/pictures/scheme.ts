import type { RiskView } from '#contract/views.ts'
import type { RiskLevel } from '#domain/catalogue/risk.ts'

export type Scheme = RiskView['scheme']

/** The band of a product of likelihood and severity in the scheme in force. */
export function bandOf(score: number, { levels }: Scheme): RiskLevel {
  const band = levels.find(({ from, to }) => score >= from && score <= to)
  if (band === undefined) throw new RangeError(`the risk scheme has no level for ${score}`)
  return band.id
}
