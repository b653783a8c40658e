import { createSecretKey, diffieHellman, hkdfSync, type KeyObject } from 'node:crypto'
import type { Entropy } from './entropy.ts'
import { privateKeyFrom, publicBytes, publicKeyFrom, seedLength } from './key-pairs.ts'
import { SealBroken, seal, unseal } from './sealing.ts'

/** What a wrapped key is for and for whom; it unwraps for nothing and nobody else. */
export type WrapPurpose = { readonly subject: string; readonly recipient: string }

const format = 1

function placeOf(purpose: WrapPurpose) {
  return { table: 'sealing_keys', row: purpose.subject, column: purpose.recipient, version: format }
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
    return Buffer.concat([Uint8Array.of(format), ephemeral, seal(shared, plain, placeOf(purpose), entropy)])
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
  const plain = unseal(shared, wrapped.subarray(sealedFrom), placeOf(purpose))
  try {
    return createSecretKey(plain)
  } finally {
    plain.fill(0)
  }
}
