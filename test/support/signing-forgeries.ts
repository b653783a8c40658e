import type { ReasonCode, Verdict } from '#documents/signing/reason-codes.ts'
import type { Kit } from './signing-kit.ts'

/** A file that must not pass, with the reason that must be given. */
export interface Forgery {
  readonly name: string
  readonly code: ReasonCode
  /** Verdict on a plan; otherwise `do-not-trust`. */
  readonly verdict?: Verdict
  /** Verdict of the profile for other people's files, which is not bound to our form. */
  readonly foreign?: Verdict
  readonly build: (kit: Kit) => Buffer | Promise<Buffer>
  /** The copy that we keep, if the case is about one. */
  readonly keeps?: (kit: Kit) => Buffer
}
