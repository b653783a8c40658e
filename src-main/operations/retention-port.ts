import type { Failure, Output } from '#contract/operations.ts'
import type { ErasureView, SignedListView } from '#contract/retention.ts'
import type { RetentionDecision } from '#domain/deadlines/retention-decision.ts'
import type { Result } from '#domain/result.ts'

/** One case on a weeding list: why it may go, and since when. */
export type CaseToWeed = {
  readonly caseId: string
  readonly reference: string
  readonly rule: string
  readonly action: string
  readonly listedFrom: string
  readonly completeBy: string | null
  readonly basis: string | null
}

export type ListToSign = {
  readonly cases: readonly CaseToWeed[]
  readonly leftOut: readonly { readonly caseId: string; readonly reference: string; readonly reason: string }[]
  readonly reason: string
  readonly operationId: string
}

/** Weeding and erasure as the operations see them. */
export interface RetentionPort {
  /** Whether the person at the screen may sign weeding lists and erase: a manager. */
  mayErase(): Promise<boolean>
  decision(): Promise<RetentionDecision | null>
  decide(decision: RetentionDecision, operationId: string): Promise<Result<null, Failure>>
  /** References of cases that are not open to this person. */
  closed(): Promise<readonly string[]>
  sign(list: ListToSign): Promise<Result<SignedListView, Failure>>
  list(id: string): Promise<Result<SignedListView, Failure>>
  erase(id: string): Promise<Result<readonly ErasureView[], Failure>>
  state(): Promise<Output<'erasure.state'>>
}
