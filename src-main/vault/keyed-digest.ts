import { createHmac, hkdfSync, type KeyObject } from 'node:crypto'

/** A digest that only the holder of a key can work out, fed piece by piece. `end` is called once. */
export type KeyedDigest = { update(bytes: Uint8Array): void; end(): Uint8Array }

/** HMAC-SHA-256 under a key derived from the given one: the same content under another key gives other bytes, and nobody can guess content against it. */
export function keyedDigest(key: KeyObject): KeyedDigest {
  const derived = Buffer.from(hkdfSync('sha256', key, new Uint8Array(0), 'hemvag digest 1', 32))
  const hmac = createHmac('sha256', derived)
  derived.fill(0)
  return { update: (bytes) => void hmac.update(bytes), end: () => hmac.digest() }
}
