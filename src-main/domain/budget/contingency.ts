import type { BudgetCategory } from '../catalogue/budget.ts'
import { atMost, fractionOf, roundHalfAway } from '../money.ts'
import type { PricedLine } from './lines.ts'

/** The contingency measured against the other lines, in hundredths of a per cent for people; `within` is decided exactly. */
export type Contingency = {
  readonly category: string
  /** Öre. */
  readonly amountSek: number
  readonly othersSek: number
  /** Null where there is nothing to measure against. */
  readonly basisPoints: number | null
  readonly ceilingBasisPoints: number
  readonly within: boolean
}

const basisPointsPerWhole = 10_000n

/** Null without such a line, or while an amount is missing: a share of half a budget would say nothing. @source catalogue budgetCategories */
export function contingencyOf(lines: readonly PricedLine[], categories: readonly BudgetCategory[]): Contingency | null {
  const category = categories.find((each) => each.maxShareOfOthers !== undefined && lines.some(({ line }) => line.category === each.id))
  if (category?.maxShareOfOthers === undefined || lines.some((each) => each.sek === null)) return null
  const sum = (some: readonly PricedLine[]) => some.reduce((total, each) => total + (each.sek ?? 0), 0)
  const amountSek = sum(lines.filter(({ line }) => line.category === category.id))
  const othersSek = sum(lines.filter(({ line }) => line.category !== category.id))
  const ceiling = fractionOf(String(category.maxShareOfOthers))
  const share = { numerator: BigInt(amountSek), denominator: BigInt(othersSek) }
  return {
    category: category.id,
    amountSek,
    othersSek,
    basisPoints: othersSek === 0 ? null : Number(roundHalfAway({ ...share, numerator: share.numerator * basisPointsPerWhole })),
    ceilingBasisPoints: Number(roundHalfAway({ ...ceiling, numerator: ceiling.numerator * basisPointsPerWhole })),
    within: atMost(share, ceiling),
  }
}
