import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'

export const seedLength = 32

// RFC 8410: everything that stands before the 32 bytes of a key.
const prefixes = {
  x25519: { private: Buffer.from('302e020100300506032b656e04220420', 'hex'), public: Buffer.from('302a300506032b656e032100', 'hex') },
  ed25519: { private: Buffer.from('302e020100300506032b657004220420', 'hex'), public: Buffer.from('302a300506032b6570032100', 'hex') },
} as const

type Curve = keyof typeof prefixes

/** The private key that belongs to 32 random bytes. The seed remains the caller's to wipe. */
export function privateKeyFrom(curve: Curve, seed: Uint8Array): KeyObject {
  const encoded = Buffer.concat([prefixes[curve].private, seed])
  try {
    return createPrivateKey({ key: encoded, format: 'der', type: 'pkcs8' })
  } finally {
    encoded.fill(0)
  }
}

export function publicKeyFrom(curve: Curve, bytes: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.concat([prefixes[curve].public, bytes]), format: 'der', type: 'spki' })
}

/** The 32 public bytes of a private or public key. */
export function publicBytes(key: KeyObject): Uint8Array {
  const readable = key.type === 'private' ? createPublicKey(key) : key
  return new Uint8Array(readable.export({ format: 'der', type: 'spki' }).subarray(-seedLength))
}
