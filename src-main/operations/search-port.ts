import type { Output } from '#contract/operations.ts'

/** Search over the open register, for the person who opened it. */
export interface SearchPort {
  find(text: string, limit: number): Promise<Output<'search.find'>>
  /** From now on names are looked at too, for the minutes that it answers; journalled. Ends with the lock. */
  showNames(operationId: string): Promise<number>
  hideNames(): void
}
