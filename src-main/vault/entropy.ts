import { randomBytes } from 'node:crypto'

/** Where every key, nonce and salt comes from: fresh bytes that the caller may wipe. Tests give a seeded one, the application `systemEntropy`. */
export type Entropy = { bytes(count: number): Uint8Array }

export const systemEntropy: Entropy = { bytes: (count) => randomBytes(count) }
