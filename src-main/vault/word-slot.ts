import type { Entropy } from './entropy.ts'
import { keysFile, type WordSlot } from './key-slots.ts'
import { type Derivation, keyFromPassphrase, saltLength } from './passphrase.ts'
import { seal, unseal } from './sealing.ts'

type Bound = Pick<WordSlot, 'id' | 'person' | 'kind'>

function placeOf(registerId: string, slot: Bound) {
  return { table: keysFile, row: JSON.stringify([registerId, slot.id]), column: JSON.stringify([slot.kind, slot.person]), version: 1 }
}

export type NewWordSlot = {
  readonly registerId: string
  readonly kind: WordSlot['kind']
  readonly person: string
  readonly tag?: string | undefined
  readonly words: string
  readonly derivation: Derivation
}

export const newSlotId = (entropy: Entropy) => Buffer.from(entropy.bytes(9)).toString('base64url')

/** A slot that the words open; what it holds remains the caller's to wipe. */
export async function makeWordSlot(held: Uint8Array, options: NewWordSlot, entropy: Entropy): Promise<WordSlot> {
  const { registerId, kind, person, tag, words, derivation } = options
  const salt = Buffer.from(entropy.bytes(saltLength))
  const bound = { kind, id: newSlotId(entropy), person }
  const key = await keyFromPassphrase(words, salt, derivation)
  const sealed = Buffer.from(seal(key, held, placeOf(registerId, bound), entropy))
  return { ...bound, ...(tag === undefined ? {} : { tag }), argon2id: { ...derivation, salt }, sealed }
}

/** What the slot holds, for the right words; nothing for wrong words and for a slot that was meddled with, after the same work. */
export async function openWordSlot(registerId: string, slot: WordSlot, words: string): Promise<Uint8Array | undefined> {
  const { salt, ...derivation } = slot.argon2id
  const key = await keyFromPassphrase(words, salt, derivation)
  try {
    return unseal(key, slot.sealed, placeOf(registerId, slot))
  } catch {
    return undefined
  }
}
