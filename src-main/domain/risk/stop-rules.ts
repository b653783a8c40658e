import type { RiskStopRule } from '../catalogue/risk.ts'
import type { AssessedFactor } from './assess-risk.ts'
import { atOrAbove } from './levels.ts'

export type FiredRule = {
  readonly rule: string
  readonly opens: RiskStopRule['opens']
  /** Factors on which the rule fires; empty when it is about the whole. */
  readonly factors: readonly string[]
}

/** The rules of the catalogue that fire on the factors. The child's own no (STOP5) is a matter of consent and is not looked for here. */
export function fireStopRules(
  factors: readonly AssessedFactor[],
  protective: number,
  rules: readonly RiskStopRule[],
): readonly FiredRule[] {
  return rules.flatMap((rule): FiredRule[] => {
    const hit = factorsThatFire(rule, factors, protective)
    return hit === undefined ? [] : [{ rule: rule.id, opens: rule.opens, factors: hit }]
  })
}

function factorsThatFire(rule: RiskStopRule, factors: readonly AssessedFactor[], protective: number): readonly string[] | undefined {
  switch (rule.rule) {
    case 'stop-factor-at-or-above':
      return some(factors.filter((each) => each.factor.stop && reaches(each, rule.level)))
    case 'any-factor-at-or-above':
      return some(factors.filter((each) => reaches(each, rule.level)))
    case 'stop-factor-unknown':
      return some(factors.filter((each) => each.factor.stop && each.level === 'unknown'))
    case 'assessed-factors-at-or-above-in-one-group': {
      const high = factors.filter((each) => reaches(each, rule.level))
      const crowded = Object.values(Object.groupBy(high, (each) => each.factor.group)).filter((group) => group.length >= rule.count)
      return some(crowded.flat())
    }
    case 'protective-factors-below':
      return protective < rule.count ? [] : undefined
    case 'child-says-no':
      return undefined
  }
}

const reaches = (each: AssessedFactor, limit: Parameters<typeof atOrAbove>[1]): boolean =>
  each.level !== 'none' && each.level !== 'unknown' && atOrAbove(each.level, limit)

const some = (hit: readonly AssessedFactor[]): readonly string[] | undefined =>
  hit.length > 0 ? hit.map((each) => each.factor.id) : undefined
