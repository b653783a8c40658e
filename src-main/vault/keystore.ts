import { createSecretKey } from 'node:crypto'
import type { Result } from '#domain/result.ts'
import { type Entropy, systemEntropy } from './entropy.ts'
import { changeSlots, type KeystoreSlot, keysFile, readSlots } from './key-slots.ts'
import type { VaultProblem } from './problem.ts'
import { seal, unseal } from './sealing.ts'
import { heldLength, heldWith, type Vault, vaultFrom } from './vault.ts'
import { newSlotId } from './word-slot.ts'

/** The operating system's store of secrets. What it protects opens for the same user of the same computer only. */
export type Keystore = {
  available(): Promise<boolean>
  protect(bytes: Uint8Array): Promise<Uint8Array>
  /** Throws for bytes that it did not protect here. */
  reveal(bytes: Uint8Array): Promise<Uint8Array>
}

const keyLength = 32
const day = 86_400_000

/** The times stand within the seal: a slot whose times were changed opens nothing. */
function placeOf(registerId: string, { id, kind, person, since, until }: Pick<KeystoreSlot, 'id' | 'kind' | 'person' | 'since' | 'until'>) {
  return { table: keysFile, row: JSON.stringify([registerId, id]), column: JSON.stringify([kind, person, since, until]), version: 1 }
}

const needed: Result<never, VaultProblem> = { ok: false, error: { code: 'passphrase-needed', values: {} } }

export type Remembering = {
  /** UTC instant of now. */
  readonly now: string
  /** Days until the passphrase is asked for again. */
  readonly days: number
  readonly entropy?: Entropy
}

/** After an unlocking by passphrase: lets the computer open the register for the same person, for some days. Says whether it could. */
export async function remember(
  folder: string,
  vault: Vault,
  keystore: Keystore,
  { now, days, entropy = systemEntropy }: Remembering,
): Promise<Result<boolean, VaultProblem>> {
  if (!(await keystore.available())) return { ok: true, value: false }
  const person = vault.person.id
  const until = new Date(Date.parse(now) + days * day).toISOString()
  const bound = { kind: 'keystore', id: newSlotId(entropy), person, since: now, until } as const
  const key = entropy.bytes(keyLength)
  const held = heldWith(vault, vault.ownSeeds())
  try {
    const sealed = Buffer.from(seal(createSecretKey(key), held, placeOf(vault.registerId, bound), entropy))
    const slot: KeystoreSlot = { ...bound, key: Buffer.from(await keystore.protect(key)), sealed }
    const kept = await changeSlots(folder, vault, (slots) => ({
      ...slots,
      keystores: [...slots.keystores.filter((other) => other.person !== person), slot],
    }))
    return kept.ok ? { ok: true, value: true } : kept
  } finally {
    held.fill(0)
    key.fill(0)
  }
}

/** Takes back what `remember` kept. */
export const forgetRemembered = (folder: string, vault: Vault): Promise<Result<null, VaultProblem>> =>
  changeSlots(folder, vault, (slots) => ({ ...slots, keystores: slots.keystores.filter((slot) => slot.person !== vault.person.id) }))

/** Opens the register as this computer remembers it. The passphrase is needed once the time is over, and when the clock went back. */
export async function unlockRemembered(
  folder: string,
  keystore: Keystore,
  { now, entropy = systemEntropy }: Pick<Remembering, 'now' | 'entropy'>,
): Promise<Result<Vault, VaultProblem>> {
  const slots = await readSlots(folder)
  if (!slots.ok) return slots
  const { registerId, keystores } = slots.value
  const [slot, other] = keystores
  if (slot === undefined || other !== undefined || now < slot.since || now >= slot.until || !(await keystore.available())) return needed
  try {
    const key = await keystore.reveal(slot.key)
    const held = unseal(createSecretKey(key), slot.sealed, placeOf(registerId, slot))
    key.fill(0)
    return held.length === heldLength
      ? { ok: true, value: vaultFrom(held, { registerId, person: slot.person, slots: slots.value }, entropy) }
      : needed
  } catch {
    return needed
  }
}
