import type { Failure } from '#contract/operations.ts'
import type { Examination } from '#domain/starts/examination.ts'

/** The register's folder, looked at from outside. */
export interface StartsPort {
  /** What keeps the register from being opened, as far as can be seen without a key. */
  trouble(): Promise<Failure | undefined>
  /** Remembers how the files are now, so that afterwards it can be said whether anything has changed them. */
  remember(): Promise<void>
  examine(): Promise<Examination>
}
