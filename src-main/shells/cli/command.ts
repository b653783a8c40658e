import type { Failure, Input, OperationName, Output } from '#contract/operations.ts'
import type { Result } from '#domain/result.ts'
import type { Options } from './arguments.ts'
import type { ExitCode } from './exit-codes.ts'
import { Refused } from './refused.ts'
import type { Terminal } from './terminal.ts'

/** What a command does with its words and options. `print` says it to people; `json` is said to programs. */
export type Outcome = {
  readonly exit: ExitCode
  readonly json: unknown
  readonly lines: readonly string[]
  /** What went wrong beside: said where complaints are said. */
  readonly complaints?: readonly string[]
}

/** Calls an operation of an open house; a command never reaches further in. */
export type Call = <N extends OperationName>(name: N, input: Input<N>) => Promise<Result<Output<N>, Failure>>

export type Given = { readonly words: readonly string[]; readonly options: Options; readonly terminal: Terminal }

export type Command = {
  /** Words that name it, `case show`, and the words it takes after them, `REF`. */
  readonly name: string
  readonly takes: readonly string[]
  readonly manyLast?: boolean
  /** Its output is all that it does: where that goes nowhere, it has failed. */
  readonly isOutput?: boolean
  /** Its options as the help shows them; it takes no others but those of every command. */
  readonly needs: readonly string[]
  run(given: Given): Promise<Outcome>
}

/** Wrong use of a command, found while it runs. */
export class Usage extends Error {
  readonly key: string
  readonly values: Readonly<Record<string, string>>
  constructor(key: string, values: Readonly<Record<string, string>> = {}) {
    super(key)
    this.key = key
    this.values = values
  }
}

export function unwrapped<Value>(result: Result<Value, Failure>): Value {
  if (result.ok) return result.value
  throw new Refused(result.error)
}
