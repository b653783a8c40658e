import { createSecretKey, hkdfSync, type KeyObject, sign, verify } from 'node:crypto'
import type { Entropy } from './entropy.ts'
import { privateKeyFrom, publicBytes, publicKeyFrom, seedLength } from './key-pairs.ts'
import { type KeyedDigest, keyedDigest } from './keyed-digest.ts'
import { type Place, seal, unseal } from './sealing.ts'
import { unwrapKey, type WrapPurpose, wrapKey } from './wrapping.ts'

/** What one slot holds: the register's key and the person's two private keys, 32 bytes each. */
export const heldLength = 3 * seedLength

/** A person as others see them: 32 public bytes for exchange (X25519) and for signatures (Ed25519). */
export type PublicPerson = { readonly id: string; readonly exchangeKey: Uint8Array; readonly signatureKey: Uint8Array }

/** The unlocked keys of one person in one register. Keys are held as KeyObject and leave only as such. */
export type Vault = {
  readonly registerId: string
  readonly person: PublicPerson
  /** 256-bit key of one encrypted file of the register; every file has its own. */
  fileKey(file: string): KeyObject
  newKey(): KeyObject
  seal(key: KeyObject, plain: Uint8Array, place: Place): Uint8Array
  /** Throws `SealBroken`. */
  unseal(key: KeyObject, sealed: Uint8Array, place: Place): Uint8Array
  /** A digest of content that only holders of the key can work out. */
  digest(key: KeyObject): KeyedDigest
  wrap(key: KeyObject, recipientKey: Uint8Array, purpose: WrapPurpose): Uint8Array
  /** Throws `SealBroken`. */
  unwrap(wrapped: Uint8Array, subject: string): KeyObject
  sign(message: Uint8Array): Uint8Array
  verify(message: Uint8Array, signature: Uint8Array, signatureKey: Uint8Array): boolean
}

type Identity = { readonly registerId: string; readonly person: string }

function secretKeyOf(bytes: Uint8Array): KeyObject {
  const key = createSecretKey(bytes)
  bytes.fill(0)
  return key
}

/** Builds the vault from the contents of a slot, which are wiped. */
export function vaultFrom(held: Uint8Array, identity: Identity, entropy: Entropy): Vault {
  const exchange = privateKeyFrom('x25519', held.subarray(seedLength, 2 * seedLength))
  const signature = privateKeyFrom('ed25519', held.subarray(2 * seedLength))
  const register = secretKeyOf(held.subarray(0, seedLength))
  held.fill(0)
  const person = { id: identity.person, exchangeKey: publicBytes(exchange), signatureKey: publicBytes(signature) }
  return {
    registerId: identity.registerId,
    person,
    fileKey: (file) => secretKeyOf(Buffer.from(hkdfSync('sha256', register, identity.registerId, `hemvag file 1 ${file}`, 32))),
    newKey: () => secretKeyOf(entropy.bytes(32)),
    seal: (key, plain, place) => seal(key, plain, place, entropy),
    unseal,
    digest: keyedDigest,
    wrap: (key, recipientKey, purpose) => wrapKey(key, recipientKey, purpose, entropy),
    unwrap: (wrapped, subject) => unwrapKey(wrapped, exchange, { subject, recipient: person.id }),
    sign: (message) => sign(null, message, signature),
    verify: (message, signed, signatureKey) => verify(null, message, publicKeyFrom('ed25519', signatureKey), signed),
  }
}
