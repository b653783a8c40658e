/** What a ratio was over all rounds of one run. */
export interface RatioSummary {
  readonly median: number
  readonly low: number
  readonly high: number
  readonly rounds: number
}

/** The middle value, or the mean of the two middle ones. Throws RangeError for nothing. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.ceil(sorted.length / 2) - 1]
  if (upper === undefined || lower === undefined) throw new RangeError('the median of nothing')
  return (lower + upper) / 2
}

/** Own time divided by the other's time of the SAME round, so that what slows a whole round down cancels out. Throws RangeError. */
export function pairedRatios(own: readonly number[], other: readonly number[]): number[] {
  if (own.length !== other.length) throw new RangeError(`${own.length} rounds cannot be paired with ${other.length}`)
  return own.map((time, round) => {
    const against = other[round] ?? 0
    if (!(against > 0)) throw new RangeError(`round ${round + 1} took no time`)
    return time / against
  })
}

export function summarise(ratios: readonly number[]): RatioSummary {
  return { median: median(ratios), low: Math.min(...ratios), high: Math.max(...ratios), rounds: ratios.length }
}
