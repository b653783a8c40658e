import type { Failure, Output } from '#contract/operations.ts'
import type { Result } from '#domain/result.ts'

type Done = Promise<Result<null, Failure>>

/** Ways into the register, and how they change. */
export interface KeysPort {
  unlockState(): Promise<Output<'unlock.state'>>
  unlockRemembered(): Done
  lockSettings(): Promise<Output<'lock.settings'>>
  changeLockSettings(change: LockChange): Done
  changePassphrase(current: string, next: string, operationId: string): Done
  /** Six words for a new passphrase. */
  suggestWords(): readonly string[]
  drawRecoveryKey(): Output<'recovery-key.draw'>
  keepRecoveryKey(code: string, operationId: string): Done
  recoverableAccounts(words: string): Promise<Result<Output<'recovery.accounts'>['accounts'], Failure>>
  setPassphrase(recovery: Recovery): Done
}

export type LockChange = {
  readonly idleMinutes?: number | undefined
  readonly remembers?: boolean | undefined
  readonly rememberDays?: number | undefined
  readonly operationId: string
}

export type Recovery = { readonly words: string; readonly personId: string; readonly passphrase: string; readonly operationId: string }

/** Making and choosing registers, where a shell lets its window do so. */
export interface PlacesPort {
  suggestedFolder(): string
  /** Where the register that was open last should lie, when nothing lies there. */
  lost(): string | null
  check(folder: string): Promise<Output<'place.check'>>
  create(request: NewRegister): Done
  choose(folder: string): Done
  practise(): Done
}

export type NewRegister = {
  readonly folder: string
  readonly mark: string
  readonly name: string
  readonly passphrase: string
  /** Typed back from the print of the recovery key drawn last. */
  readonly code: string
}
