import type { KeyObject } from 'node:crypto'
import { registerFile } from './meta.ts'
import type { Keyholder, Place } from './ports.ts'
import { Refusal } from './problem.ts'

/** Plain JSON, sealed for its place. */
export function sealJson(keys: Keyholder, key: KeyObject, value: unknown, place: Place): Uint8Array {
  const plain = Buffer.from(JSON.stringify(value))
  try {
    return keys.seal(key, plain, place)
  } finally {
    plain.fill(0)
  }
}

/** What `sealJson` sealed at that place; anything else is a damaged register. */
export function openJson(keys: Keyholder, key: KeyObject, sealed: Uint8Array, place: Place): unknown {
  try {
    const { buffer, byteOffset, byteLength } = keys.unseal(key, sealed, place)
    return JSON.parse(Buffer.from(buffer, byteOffset, byteLength).toString('utf8'))
  } catch {
    throw new Refusal('damaged', { file: registerFile })
  }
}
