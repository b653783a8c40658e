import type { Failure } from '#contract/operations.ts'
import type { Result } from '#domain/result.ts'
import type { CaseStanding, Role } from '#domain/roles.ts'

export type RegisterUser = {
  readonly id: string
  /** Never empty: what the user is called, or the word of the role. */
  readonly name: string
  readonly roles: readonly Role[]
  readonly addedAt: string
}

export type CaseHolder = {
  readonly person: string
  readonly standing: CaseStanding
  readonly grantedBy: string
  readonly grantedAt: string
}

export type BrokenGlass = { readonly id: string; readonly person: string; readonly at: string; readonly reason: string }

type Done = Promise<Result<null, Failure>>

/** Who works in the open register, and who may see which case. */
export interface PeoplePort {
  self(): Promise<RegisterUser>
  list(): Promise<readonly RegisterUser[]>
  /** What somebody is called, also one who has been removed. */
  nameOf(person: string): Promise<string>
  add(user: {
    readonly name: string
    readonly roles: readonly Role[]
    readonly passphrase: string
    readonly operationId: string
  }): Promise<Result<{ readonly id: string }, Failure>>
  change(change: {
    readonly person: string
    readonly name?: string | undefined
    readonly roles?: readonly Role[] | undefined
    readonly operationId: string
  }): Done
  remove(change: { readonly person: string; readonly operationId: string }): Done
  /** Gives the office's signer to whoever may export plans now, and takes it from everybody else. */
  shareSigner(): Promise<void>
  /** Why the unlocked person may see a case: `closed` when not, `unknown` when there is no such case. */
  standing(reference: string): Promise<CaseStanding | 'closed' | 'unknown'>
  holders(reference: string): Promise<readonly CaseHolder[]>
  grant(grant: {
    readonly reference: string
    readonly person: string
    readonly standing: 'owner' | 'reader'
    readonly operationId: string
  }): Done
  withdraw(grant: { readonly reference: string; readonly person: string; readonly operationId: string }): Done
  breakGlass(breaking: { readonly reference: string; readonly reason: string; readonly operationId: string }): Done
  glassBreaks(reference: string): Promise<readonly BrokenGlass[]>
  acknowledgeGlass(breaking: { readonly reference: string; readonly operationId: string }): Done
  ownCasesBroken(): Promise<readonly string[]>
  /** A page of them, in the order of their references, from after one. */
  closed(limit: number, after: string): Promise<readonly { readonly reference: string; readonly openable: boolean }[]>
}
