import { type Dimension, dimensions, type EnabledScoring } from '../catalogue/questionnaires.ts'

/** One scored question: its value from 0 to 1, null where nobody answered; what does not apply is left out of the share too. */
export type ScoredItem = {
  readonly id: string
  readonly dimension: Dimension
  readonly weight: number
  readonly value: number | null
  readonly applies: boolean
}

export type Score = {
  readonly table: string
  readonly tableVersion: number
  /** Null where too few are answered. Full precision: rounding is for showing only. */
  readonly dimensions: Readonly<Partial<Record<Dimension, number | null>>>
  readonly answeredShare: Readonly<Partial<Record<Dimension, number>>>
  readonly composite: number | null
  readonly band: string | null
  readonly sufficient: boolean | null
}

/** Differences of binary fractions that mean nothing: a share of 0.7 must not fail by a last bit. */
const tolerance = 1e-9

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)

/**
 * The mean of the dimensions, each the weighted mean of what was answered in it, where enough was.
 * @source Hemväg rule RSS-EQ-1 and CRI-1: equal weights, not official
 */
export function scoreOf(items: readonly ScoredItem[], table: EnabledScoring): Score {
  const each = table.dimensions.map((dimension) => ({ dimension, ...ofDimension(items, dimension, table) }))
  const values = each.map(({ value }) => value)
  const known = values.filter((value) => value !== null)
  const composite = known.length === values.length ? sum(known) / known.length : null
  return {
    table: table.id,
    tableVersion: table.version,
    dimensions: Object.fromEntries(each.map(({ dimension, value }) => [dimension, value])),
    answeredShare: Object.fromEntries(each.map(({ dimension, share }) => [dimension, share])),
    composite,
    band: composite === null ? null : bandOf(composite, table),
    sufficient: composite === null || table.sufficientFrom === undefined ? null : composite >= table.sufficientFrom,
  }
}

function ofDimension(items: readonly ScoredItem[], dimension: Dimension, table: EnabledScoring) {
  const asked = items.filter((item) => item.dimension === dimension && item.weight > 0 && item.applies)
  const answered = asked.flatMap(({ value, weight }) => (value === null ? [] : [{ value, weight }]))
  const weightOf = (some: readonly { readonly weight: number }[]) => sum(some.map(({ weight }) => weight))
  const share = asked.length === 0 ? 0 : weightOf(answered) / weightOf(asked)
  if (answered.length === 0 || share + tolerance < table.minAnsweredShare) return { share, value: null }
  return { share, value: sum(answered.map(({ value, weight }) => value * weight)) / weightOf(answered) }
}

const bandOf = (composite: number, { bands }: EnabledScoring): string | null =>
  bands.find(({ below }) => below === null || composite < below)?.id ?? null

/** The dimensions in which too few questions were answered, in their order. */
export const tooFew = (score: {
  readonly dimensions: Readonly<Partial<Record<Dimension, number | null | undefined>>>
}): readonly Dimension[] => dimensions.filter((dimension) => score.dimensions[dimension] === null)

/** Rounded for showing, half away from zero. Indexes are never negative. */
export function shownScore(value: number, decimals: number): string {
  const scale = 10 ** decimals
  return (Math.round(value * scale + tolerance) / scale).toFixed(decimals)
}
