import type { KeyObject } from 'node:crypto'
import type { Result } from '#domain/result.ts'
import { type Entropy, systemEntropy } from './entropy.ts'
import { changeSlots, readSlots } from './key-slots.ts'
import { derivationFor, type NewDerivation } from './passphrase.ts'
import type { VaultProblem } from './problem.ts'
import { heldLength, heldWith, type Vault, vaultFrom } from './vault.ts'
import { makeWordSlot, openWordSlot } from './word-slot.ts'

export type RecoverySlot = NewDerivation & {
  /** The pair of kind `recovery` that the words open. */
  readonly person: string
  readonly seeds: KeyObject
  /** As `newRecoveryKey` made them. */
  readonly words: readonly string[]
  readonly entropy?: Entropy
}

const written = (words: readonly string[]) => words.join(' ')

/**
 * Lets the words open the register with the recovery pair. Any earlier words open nothing any more, though a copy of the file
 * made before still answers to them.
 */
export async function setRecoverySlot(folder: string, vault: Vault, options: RecoverySlot): Promise<Result<null, VaultProblem>> {
  const { person, seeds, words, entropy = systemEntropy } = options
  const held = heldWith(vault, seeds)
  try {
    const derivation = await derivationFor(options)
    const { registerId } = vault
    const slot = await makeWordSlot(held, { kind: 'recovery', registerId, person, words: written(words), derivation }, entropy)
    return await changeSlots(folder, vault, (slots) => ({
      ...slots,
      words: [...slots.words.filter(({ kind }) => kind !== 'recovery'), slot],
    }))
  } finally {
    held.fill(0)
  }
}

/** The keys of the recovery pair, for words that `readRecoveryWords` has read. */
export async function unlockWithRecoveryKey(
  folder: string,
  words: readonly string[],
  entropy: Entropy = systemEntropy,
): Promise<Result<Vault, VaultProblem>> {
  const slots = await readSlots(folder)
  if (!slots.ok) return slots
  const slot = slots.value.words.find(({ kind }) => kind === 'recovery')
  if (slot === undefined) return { ok: false, error: { code: 'recovery-key-missing', values: {} } }
  const { registerId } = slots.value
  const held = await openWordSlot(registerId, slot, written(words))
  if (held?.length !== heldLength) return { ok: false, error: { code: 'recovery-key-wrong', values: {} } }
  return { ok: true, value: vaultFrom(held, { registerId, person: slot.person, slots: slots.value }, entropy) }
}
