import type { KeyObject } from 'node:crypto'
import type { Result } from '#domain/result.ts'
import { type Entropy, systemEntropy } from './entropy.ts'
import { changeSlots, readSlots } from './key-slots.ts'
import { derivationFor, type NewDerivation, tooShort } from './passphrase.ts'
import type { VaultProblem } from './problem.ts'
import { wrong } from './unlock.ts'
import { userTag } from './user-tag.ts'
import { heldWith, type Vault } from './vault.ts'
import { makeWordSlot, openWordSlot } from './word-slot.ts'

export type PassphraseFor = NewDerivation & {
  readonly person: string
  /** The person's two private keys, from `newPair` or `ownSeeds`. */
  readonly seeds: KeyObject
  /** Absent only for somebody whom the register knows without a name. */
  readonly name?: string | undefined
  readonly passphrase: string
  readonly entropy?: Entropy
}

/** Gives a person a passphrase that opens the register with that person's own keys. One that the person had before opens nothing any more. */
export async function addPassphraseSlot(folder: string, vault: Vault, options: PassphraseFor): Promise<Result<null, VaultProblem>> {
  const { person, seeds, name, passphrase, entropy = systemEntropy } = options
  const short = tooShort(passphrase)
  if (short !== undefined) return short
  const { registerId } = vault
  const held = heldWith(vault, seeds)
  try {
    const tag = name === undefined ? undefined : userTag(registerId, name)
    const derivation = await derivationFor(options)
    const slot = await makeWordSlot(held, { kind: 'passphrase', registerId, person, tag, words: passphrase, derivation }, entropy)
    return await changeSlots(folder, vault, (slots) => ({
      ...slots,
      words: [...slots.words.filter((other) => other.person !== person), slot],
      keystores: slots.keystores.filter((other) => other.person !== person),
    }))
  } finally {
    held.fill(0)
  }
}

/** Takes every way in of one person out of the file. Copies of the file made before still hold them. */
export function removeSlotsOf(folder: string, vault: Vault, person: string): Promise<Result<null, VaultProblem>> {
  return changeSlots(folder, vault, (slots) => ({
    ...slots,
    words: slots.words.filter((slot) => slot.person !== person),
    keystores: slots.keystores.filter((slot) => slot.person !== person),
  }))
}

/** The name by which a person's slot is found from now on. */
export function renameSlots(folder: string, vault: Vault, person: string, name: string): Promise<Result<null, VaultProblem>> {
  return changeSlots(folder, vault, (slots) => {
    const tag = userTag(slots.registerId, name)
    const words = slots.words.map((slot) => (slot.person === person && slot.kind === 'passphrase' ? { ...slot, tag } : slot))
    return { ...slots, words }
  })
}

export type NewPassphrase = NewDerivation & { readonly current: string; readonly next: string; readonly entropy?: Entropy }

/**
 * Changes the passphrase of the unlocked person, who must know the current one. The register's files stay as they are.
 * What the operating system's keystore kept for that person goes too.
 */
export async function changePassphrase(folder: string, vault: Vault, options: NewPassphrase): Promise<Result<null, VaultProblem>> {
  const { current, next, entropy = systemEntropy } = options
  const short = tooShort(next)
  if (short !== undefined) return short
  const slots = await readSlots(folder)
  if (!slots.ok) return slots
  const { registerId, person } = { registerId: vault.registerId, person: vault.person.id }
  const own = slots.value.words.find((slot) => slot.kind === 'passphrase' && slot.person === person)
  const held = own && (await openWordSlot(registerId, own, current))
  if (own === undefined || held === undefined) return wrong
  try {
    const derivation = await derivationFor(options)
    const made = await makeWordSlot(held, { kind: 'passphrase', registerId, person, tag: own.tag, words: next, derivation }, entropy)
    return await changeSlots(folder, vault, (now) => ({
      ...now,
      words: now.words.map((slot) => (slot.id === own.id ? { ...slot, ...made } : slot)),
      keystores: now.keystores.filter((slot) => slot.person !== person),
    }))
  } finally {
    held.fill(0)
  }
}
