import type { PlacesPort } from '#operations/keys-port.ts'
import type { Language } from './language.ts'
import type { DrawnKey } from './wiring/drawn-key.ts'

/** The system's dialogs for pointing at files, where a shell has them. `null` when nothing was chosen. */
export interface Choosers {
  chooseFolder(): Promise<string | null>
  choosePlan(): Promise<string | null>
}

/** The operating system's store of secrets. `reveal` throws for bytes that it did not protect here. */
export interface Keystore {
  available(): Promise<boolean>
  protect(bytes: Uint8Array): Promise<Uint8Array>
  reveal(bytes: Uint8Array): Promise<Uint8Array>
}

/** What a shell knows and the composition needs. */
export interface Surroundings {
  readonly language: Language
  readonly choosers?: Choosers
  /** The operating system's store of secrets, where a shell can reach it. */
  readonly keystore?: Keystore
  /** Makes and chooses registers, where a window may; `drawn` is the recovery key on its way to paper. */
  readonly places?: PlacesPort
  readonly drawn?: DrawnKey
}
