import type { Failure } from '#contract/operations.ts'

/** An expected failure on its way out of a command. */
export class Refused extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.code)
    this.failure = failure
  }
}
