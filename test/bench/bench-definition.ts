import type { RatioSummary } from './statistics.ts'

/** One thing that is timed. */
export interface Task {
  readonly name: string
  /** Called `calls` times in a row in each round. */
  readonly run: () => unknown
  /** More than one where a single call is too short for the clock. Default 1. */
  readonly calls?: number
}

/** A competitor that this machine does not have. */
export interface Absent {
  readonly name: string
  readonly absent: string
}

/** Our work against its competitors; all of them take part in every round. */
export interface Match {
  readonly own: Task
  readonly others: readonly (Task | Absent)[]
  readonly rounds: number
  readonly warmUps: number
}

export interface Row {
  readonly name: string
  readonly competitor: string
  /** Our time divided by the competitor's: below 1 we are faster. Null where the competitor is absent. */
  readonly ratio: RatioSummary | null
  readonly note?: string
}

export interface BenchResult {
  readonly rows: readonly Row[]
  /** What the numbers depend on: pages, sizes. */
  readonly smallPrint: readonly string[]
}

export interface Bench {
  readonly name: string
  readonly title: string
  readonly run: () => Promise<BenchResult>
}
