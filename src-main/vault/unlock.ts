import type { Result } from '#domain/result.ts'
import { type Entropy, systemEntropy } from './entropy.ts'
import { type KeySlots, keysFile, readSlots, type WordSlot, writeSlots } from './key-slots.ts'
import { derivationFor, type NewDerivation, tooShort } from './passphrase.ts'
import type { VaultProblem } from './problem.ts'
import { userTag } from './user-tag.ts'
import { heldLength, type Vault, vaultFrom } from './vault.ts'
import { makeWordSlot, openWordSlot } from './word-slot.ts'

export type NewVault = NewDerivation & {
  readonly folder: string
  readonly registerId: string
  readonly person: string
  /** The person's name, by which the slot is found once there are several. */
  readonly name?: string
  readonly passphrase: string
  readonly entropy?: Entropy
}

/** Makes the keys of a new register and its first person, and writes them, locked by the passphrase, into the folder. */
export async function createVault(options: NewVault): Promise<Result<Vault, VaultProblem>> {
  const { folder, registerId, person, name, passphrase, entropy = systemEntropy } = options
  const short = tooShort(passphrase)
  if (short !== undefined) return short
  const derivation = await derivationFor(options)
  const held = entropy.bytes(heldLength)
  const tag = name === undefined ? undefined : userTag(registerId, name)
  const slot = await makeWordSlot(held, { kind: 'passphrase', registerId, person, tag, words: passphrase, derivation }, entropy)
  const vault = vaultFrom(held, { registerId, person }, entropy)
  const written = await writeSlots(folder, vault.fileKey(keysFile), { registerId, words: [slot], keystores: [], others: [], rest: {} })
  return written.ok ? { ok: true, value: vault } : written
}

/** Whose passphrase it is matters only where several have one. */
export type Credentials = { readonly user?: string | undefined; readonly passphrase: string }

export const wrong: Result<never, VaultProblem> = { ok: false, error: { code: 'wrong-passphrase', values: {} } }

/** The slot of that user. For a name that nobody has: one that nothing opens, so that trying it costs the same. */
function slotFor(slots: KeySlots, passphrases: readonly WordSlot[], user: string | undefined): WordSlot | undefined {
  const [first] = passphrases
  if (first === undefined) return undefined
  if (user === undefined) return passphrases.length === 1 ? first : undefined
  const tag = userTag(slots.registerId, user)
  const unnamed = passphrases.filter((slot) => slot.tag === undefined)
  const known = passphrases.find((slot) => slot.tag === tag) ?? (unnamed.length === 1 ? unnamed[0] : undefined)
  return known ?? { ...first, id: `${first.id} of nobody` }
}

/**
 * Opens the keys in a register's folder. A wrong passphrase, a name that nobody has and a damaged slot give the same answer
 * after the same work: authenticated encryption cannot tell them apart, and neither must a message.
 */
export async function unlockVault(
  folder: string,
  given: string | Credentials,
  entropy: Entropy = systemEntropy,
): Promise<Result<Vault, VaultProblem>> {
  const { user, passphrase } = typeof given === 'string' ? { user: undefined, passphrase: given } : given
  const slots = await readSlots(folder)
  if (!slots.ok) return slots
  const passphrases = slots.value.words.filter(({ kind }) => kind === 'passphrase')
  if (user === undefined && passphrases.length > 1) return { ok: false, error: { code: 'user-needed', values: {} } }
  const slot = slotFor(slots.value, passphrases, user)
  if (slot === undefined) return wrong
  const { registerId } = slots.value
  const held = await openWordSlot(registerId, slot, passphrase)
  return held?.length === heldLength
    ? { ok: true, value: vaultFrom(held, { registerId, person: slot.person, slots: slots.value }, entropy) }
    : wrong
}
