import { createSecretKey, diffieHellman, hkdfSync, type KeyObject } from 'node:crypto'
import type { Entropy } from './entropy.ts'
import { privateKeyFrom, publicBytes, publicKeyFrom, seedLength } from './key-pairs.ts'
import { SealBroken, seal, unseal } from './sealing.ts'

/** What a wrapped key is for and for whom; it unwraps for nothing and nobody else. */
export type WrapPurpose = { readonly subject: string; readonly recipient: string }

const format = 1
/** Wrapped by its reader's own secret: a case of one's own opens without a key exchange, which costs thirty times as much. */
const ownFormat = 2

function placeOf(purpose: WrapPurpose, version: number) {
  return { table: 'sealing_keys', row: purpose.subject, column: purpose.recipient, version }
}

function sharedKey(own: KeyObject, other: KeyObject, ephemeral: Uint8Array, recipient: Uint8Array): KeyObject {
  const secret = diffieHellman({ privateKey: own, publicKey: other })
  const salt = Buffer.concat([ephemeral, recipient])
  const derived = Buffer.from(hkdfSync('sha256', secret, salt, 'hemvag wrap 1', 32))
  try {
    return createSecretKey(derived)
  } finally {
    secret.fill(0)
    derived.fill(0)
  }
}

/** A secret key, readable only for the holder of the recipient's X25519 key: format byte, one-time public key, sealed key. */
export function wrapKey(key: KeyObject, recipientKey: Uint8Array, purpose: WrapPurpose, entropy: Entropy): Uint8Array {
  const seed = entropy.bytes(seedLength)
  const oneTime = privateKeyFrom('x25519', seed)
  seed.fill(0)
  const ephemeral = publicBytes(oneTime)
  const shared = sharedKey(oneTime, publicKeyFrom('x25519', recipientKey), ephemeral, recipientKey)
  const plain = key.export()
  try {
    return Buffer.concat([Uint8Array.of(format), ephemeral, seal(shared, plain, placeOf(purpose, format), entropy)])
  } finally {
    plain.fill(0)
  }
}

/** Opens what `wrapKey` closed; throws `SealBroken` for another person's key, another purpose or damaged bytes. */
export function unwrapKey(wrapped: Uint8Array, privateKey: KeyObject, purpose: WrapPurpose): KeyObject {
  const sealedFrom = 1 + seedLength
  if (wrapped.length <= sealedFrom || wrapped[0] !== format) throw new SealBroken()
  const ephemeral = wrapped.subarray(1, sealedFrom)
  const shared = sharedKey(privateKey, publicKeyFrom('x25519', ephemeral), ephemeral, publicBytes(privateKey))
  const plain = unseal(shared, wrapped.subarray(sealedFrom), placeOf(purpose, format))
  try {
    return createSecretKey(plain)
  } finally {
    plain.fill(0)
  }
}

/** The key under which somebody wraps for nobody but themselves. */
export function ownWrappingKey(seeds: KeyObject): KeyObject {
  const derived = Buffer.from(hkdfSync('sha256', seeds, Buffer.alloc(0), 'hemvag own wrap 1', 32))
  try {
    return createSecretKey(derived)
  } finally {
    derived.fill(0)
  }
}

/** A secret key, readable only for the holder of `own`: format byte, sealed key. */
export function wrapForSelf(key: KeyObject, own: KeyObject, purpose: WrapPurpose, entropy: Entropy): Uint8Array {
  const plain = key.export()
  try {
    return Buffer.concat([Uint8Array.of(ownFormat), seal(own, plain, placeOf(purpose, ownFormat), entropy)])
  } finally {
    plain.fill(0)
  }
}

export const isWrappedForSelf = (wrapped: Uint8Array): boolean => wrapped[0] === ownFormat

/** Opens what `wrapForSelf` closed; throws `SealBroken` for another person's key, another purpose or damaged bytes. */
export function unwrapOwn(wrapped: Uint8Array, own: KeyObject, purpose: WrapPurpose): KeyObject {
  const plain = unseal(own, wrapped.subarray(1), placeOf(purpose, ownFormat))
  try {
    return createSecretKey(plain)
  } finally {
    plain.fill(0)
  }
}
