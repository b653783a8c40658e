import type { KeyObject } from 'node:crypto'

/** The present moment as a UTC instant, `2026-10-01T08:00:00.000Z`. A demonstration and tests give a fixed one. */
export type Clock = { now(): string }

/** Fresh random bytes. */
export type Entropy = { bytes(count: number): Uint8Array }

/** Where sealed bytes belong; they open nowhere else. */
export type Place = { readonly table: string; readonly row: string; readonly column: string; readonly version: number }

/** A person as others see them: 32 public bytes each for X25519 and Ed25519. */
export type PublicPerson = { readonly id: string; readonly exchangeKey: Uint8Array; readonly signatureKey: Uint8Array }

export type KeyedDigest = { update(bytes: Uint8Array): void; end(): Uint8Array }

/** The unlocked keys of one person, as the register needs them; the vault's `Vault` is one. `unseal` and `unwrap` throw on any foreign or damaged byte. */
export type Keyholder = {
  readonly registerId: string
  readonly person: PublicPerson
  /** Whether the key file is as a holder of the register's key wrote it, as it was before it had a seal (`open`), or changed by others. */
  readonly keyFile: 'sealed' | 'open' | 'altered'
  /** Gives the key file its seal and takes out every way in of people who are none of these. Says who they were. */
  settleSlots(folder: string, people: readonly string[]): Promise<readonly string[]>
  fileKey(file: string): KeyObject
  personalFileKey(file: string): KeyObject
  newKey(): KeyObject
  seal(key: KeyObject, plain: Uint8Array, place: Place): Uint8Array
  unseal(key: KeyObject, sealed: Uint8Array, place: Place): Uint8Array
  /** A digest of content, fed piece by piece, that only holders of the key can work out; `end` is called once. */
  digest(key: KeyObject): KeyedDigest
  wrap(key: KeyObject, recipientKey: Uint8Array, purpose: { readonly subject: string; readonly recipient: string }): Uint8Array
  unwrap(wrapped: Uint8Array, subject: string): KeyObject
  /** A new pair of private keys. `seeds`, 64 bytes, is to leave only wrapped for somebody. */
  newPair(id: string): { readonly person: PublicPerson; readonly seeds: KeyObject }
  /** The unlocked person's own two private keys, 64 bytes. */
  ownSeeds(): KeyObject
  /** Opens what was wrapped for the pair of that id. */
  unwrapAs(seeds: KeyObject, id: string, wrapped: Uint8Array, subject: string): KeyObject
  sign(message: Uint8Array): Uint8Array
  verify(message: Uint8Array, signature: Uint8Array, signatureKey: Uint8Array): boolean
}
