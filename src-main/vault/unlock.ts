import type { Result } from '#domain/result.ts'
import { type Entropy, systemEntropy } from './entropy.ts'
import { type KeySlots, keysFile, type PassphraseSlot, readSlots, writeSlots } from './key-slots.ts'
import { calibrate, type Derivation, keyFromPassphrase, type Stopwatch, saltLength, shortestPassphrase } from './passphrase.ts'
import { systemCode, type VaultProblem } from './problem.ts'
import { seal, unseal } from './sealing.ts'
import { heldLength, type Vault, vaultFrom } from './vault.ts'

export type NewVault = {
  readonly folder: string
  readonly registerId: string
  readonly person: string
  readonly passphrase: string
  readonly entropy?: Entropy
  /** Only tests and the demonstration give one; otherwise it is calibrated with the stopwatch. */
  readonly derivation?: Derivation
  readonly stopwatch?: Stopwatch
}

function placeOf(registerId: string, slot: Pick<PassphraseSlot, 'id' | 'person' | 'kind'>) {
  return { table: keysFile, row: JSON.stringify([registerId, slot.id]), column: JSON.stringify([slot.kind, slot.person]), version: 1 }
}

/** Makes the keys of a new register and its first person, and writes them, locked by the passphrase, into the folder. */
export async function createVault(options: NewVault): Promise<Result<Vault, VaultProblem>> {
  const { folder, registerId, person, passphrase, entropy = systemEntropy } = options
  if (passphrase.length < shortestPassphrase)
    return { ok: false, error: { code: 'passphrase-too-short', values: { least: shortestPassphrase } } }
  const derivation = options.derivation ?? (await calibrate(options.stopwatch ?? (() => performance.now())))
  const held = entropy.bytes(heldLength)
  const salt = Buffer.from(entropy.bytes(saltLength))
  const name = { kind: 'passphrase', id: Buffer.from(entropy.bytes(9)).toString('base64url'), person } as const
  const key = await keyFromPassphrase(passphrase, salt, derivation)
  const sealed = Buffer.from(seal(key, held, placeOf(registerId, name), entropy))
  try {
    await writeSlots(folder, { registerId, passphrases: [{ ...name, argon2id: { ...derivation, salt }, sealed }] })
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS'].includes(systemCode(error))) return { ok: false, error: { code: 'not-writable', values: { folder } } }
    throw error
  }
  return { ok: true, value: vaultFrom(held, { registerId, person }, entropy) }
}

async function openSlot(slots: KeySlots, slot: PassphraseSlot, passphrase: string): Promise<Uint8Array | undefined> {
  const { salt, ...derivation } = slot.argon2id
  const key = await keyFromPassphrase(passphrase, salt, derivation)
  try {
    return unseal(key, slot.sealed, placeOf(slots.registerId, slot))
  } catch {
    return undefined
  }
}

/**
 * Opens the keys in a register's folder. A wrong passphrase and a damaged slot give the same answer after the same time:
 * authenticated encryption cannot tell them apart, and neither must a message.
 */
export async function unlockVault(
  folder: string,
  passphrase: string,
  entropy: Entropy = systemEntropy,
): Promise<Result<Vault, VaultProblem>> {
  const slots = await readSlots(folder)
  if (!slots.ok) return slots
  for (const slot of slots.value.passphrases) {
    const held = await openSlot(slots.value, slot, passphrase)
    if (held?.length !== heldLength) continue
    return { ok: true, value: vaultFrom(held, { registerId: slots.value.registerId, person: slot.person }, entropy) }
  }
  return { ok: false, error: { code: 'wrong-passphrase', values: {} } }
}
