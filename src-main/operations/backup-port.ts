import type { Failure, Input, Output } from '#contract/operations.ts'
import type { Result } from '#domain/result.ts'

export type BackupName =
  | 'backup.seen'
  | 'backup.state'
  | 'backup.health'
  | 'backup.add-place'
  | 'backup.forget-place'
  | 'backup.make'
  | 'backup.verify'
  | 'backup.list'
  | 'backup.try'
  | 'backup.compare'
  | 'backup.restore'

type Doing<N extends BackupName> = (input: Input<N>) => Promise<Result<Output<N>, Failure>>

/** Copies of the register and the way back. Everything but looking, proving and restoring needs it open. */
export interface BackupPort {
  readonly seen: Doing<'backup.seen'>
  readonly state: Doing<'backup.state'>
  readonly health: Doing<'backup.health'>
  readonly addPlace: Doing<'backup.add-place'>
  readonly forgetPlace: Doing<'backup.forget-place'>
  readonly make: Doing<'backup.make'>
  readonly verify: Doing<'backup.verify'>
  readonly list: Doing<'backup.list'>
  readonly tryOut: Doing<'backup.try'>
  readonly compare: Doing<'backup.compare'>
  readonly restore: Doing<'backup.restore'>
}
