import { createCipheriv, createDecipheriv, type KeyObject } from 'node:crypto'
import type { Entropy } from './entropy.ts'

/** Where sealed bytes belong. They open nowhere else: not in another row, column or version. */
export type Place = { readonly table: string; readonly row: string; readonly column: string; readonly version: number }

const format = 1
const nonceLength = 12
const tagLength = 16
const overhead = 1 + nonceLength + tagLength

/** The bytes are not what was sealed at this place: damaged, moved, rolled back, or another key's. */
export class SealBroken extends Error {
  constructor() {
    super('sealed bytes do not open here')
    this.name = 'SealBroken'
  }
}

function boundTo(place: Place): Buffer {
  return Buffer.from(JSON.stringify([format, place.table, place.row, place.column, place.version]))
}

/** AES-256-GCM: format byte, random nonce, ciphertext, tag. The key must be held as a KeyObject (four times faster than bytes). */
export function seal(key: KeyObject, plain: Uint8Array, place: Place, entropy: Entropy): Uint8Array {
  const nonce = entropy.bytes(nonceLength)
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength })
  cipher.setAAD(boundTo(place))
  return Buffer.concat([Uint8Array.of(format), nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

/** Opens what `seal` closed at the same place; throws `SealBroken` otherwise. */
export function unseal(key: KeyObject, sealed: Uint8Array, place: Place): Uint8Array {
  if (sealed.length < overhead || sealed[0] !== format) throw new SealBroken()
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + nonceLength), { authTagLength: tagLength })
  decipher.setAAD(boundTo(place))
  decipher.setAuthTag(sealed.subarray(-tagLength))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(1 + nonceLength, -tagLength)), decipher.final()])
  } catch {
    throw new SealBroken()
  }
}
