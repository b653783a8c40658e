import { createSecretKey, hkdfSync, type KeyObject, sign, verify } from 'node:crypto'
import type { Entropy } from './entropy.ts'
import { privateKeyFrom, publicBytes, publicKeyFrom, seedLength } from './key-pairs.ts'
import { type KeySlots, keysFile, type SealStanding, sealStanding } from './key-slots.ts'
import { type KeyedDigest, keyedDigest } from './keyed-digest.ts'
import { type Place, seal, unseal } from './sealing.ts'
import { settleSlots } from './settle-slots.ts'
import { isWrappedForSelf, ownWrappingKey, unwrapKey, unwrapOwn, type WrapPurpose, wrapForSelf, wrapKey } from './wrapping.ts'

/** What one slot holds: the register's key and the person's two private keys, 32 bytes each. */
export const heldLength = 3 * seedLength

/** A person as others see them: 32 public bytes for exchange (X25519) and for signatures (Ed25519). */
export type PublicPerson = { readonly id: string; readonly exchangeKey: Uint8Array; readonly signatureKey: Uint8Array }

/** The unlocked keys of one person in one register. Keys are held as KeyObject and leave only as such. */
export type Vault = {
  readonly registerId: string
  readonly person: PublicPerson
  /** What the seal of the key file said when it opened. */
  readonly keyFile: SealStanding
  /** Gives the key file its seal, and takes out every way in of people who are none of these. Says who they were. */
  settleSlots(folder: string, people: readonly string[]): Promise<readonly string[]>
  /** 256-bit key of one encrypted file of the register; every file has its own. */
  fileKey(file: string): KeyObject
  /** 256-bit key of a file that this person alone can open. */
  personalFileKey(file: string): KeyObject
  newKey(): KeyObject
  seal(key: KeyObject, plain: Uint8Array, place: Place): Uint8Array
  /** Throws `SealBroken`. */
  unseal(key: KeyObject, sealed: Uint8Array, place: Place): Uint8Array
  /** A digest of content that only holders of the key can work out. */
  digest(key: KeyObject): KeyedDigest
  wrap(key: KeyObject, recipientKey: Uint8Array, purpose: WrapPurpose): Uint8Array
  /** Throws `SealBroken`. */
  unwrap(wrapped: Uint8Array, subject: string): KeyObject
  /** A new pair of private keys. `seeds`, 64 bytes, is to leave only wrapped for somebody. */
  newPair(id: string): { readonly person: PublicPerson; readonly seeds: KeyObject }
  /** The person's own two private keys, 64 bytes, to be wrapped for somebody who may stand in. */
  ownSeeds(): KeyObject
  /** Opens what was wrapped for the pair of that id. Throws `SealBroken`. */
  unwrapAs(seeds: KeyObject, id: string, wrapped: Uint8Array, subject: string): KeyObject
  sign(message: Uint8Array): Uint8Array
  verify(message: Uint8Array, signature: Uint8Array, signatureKey: Uint8Array): boolean
}

type Identity = { readonly registerId: string; readonly person: string; readonly slots?: KeySlots }

function secretKeyOf(bytes: Uint8Array): KeyObject {
  const key = createSecretKey(bytes)
  bytes.fill(0)
  return key
}

type Pair = { readonly exchange: KeyObject; readonly signature: KeyObject }

/** The two private keys in 64 bytes, which remain the caller's to wipe. */
function pairFrom(seeds: Uint8Array): Pair {
  return {
    exchange: privateKeyFrom('x25519', seeds.subarray(0, seedLength)),
    signature: privateKeyFrom('ed25519', seeds.subarray(seedLength, 2 * seedLength)),
  }
}

function pairOf(seeds: KeyObject): Pair {
  const plain = seeds.export()
  try {
    return pairFrom(plain)
  } finally {
    plain.fill(0)
  }
}

const publicOf = (id: string, pair: Pair): PublicPerson => ({
  id,
  exchangeKey: publicBytes(pair.exchange),
  signatureKey: publicBytes(pair.signature),
})

/** The register's key of each open vault; it leaves only within a new slot. */
const registerKeys = new WeakMap<Vault, KeyObject>()

/** The contents of a slot that opens this register with the given pair of private keys. The caller wipes them. */
export function heldWith(vault: Vault, seeds: KeyObject): Uint8Array {
  const register = registerKeys.get(vault)
  if (register === undefined) throw new Error('only an open vault can make a slot')
  const parts = [register.export(), seeds.export()]
  try {
    return Buffer.concat(parts)
  } finally {
    for (const part of parts) part.fill(0)
  }
}

type Reader = { readonly id: string; readonly exchange: KeyObject; readonly own: KeyObject }

function unwrapped(wrapped: Uint8Array, subject: string, { id, exchange, own }: Reader): KeyObject {
  const purpose = { subject, recipient: id }
  return isWrappedForSelf(wrapped) ? unwrapOwn(wrapped, own, purpose) : unwrapKey(wrapped, exchange, purpose)
}

/** Builds the vault from the contents of a slot, which are wiped. */
export function vaultFrom(held: Uint8Array, identity: Identity, entropy: Entropy): Vault {
  const register = secretKeyOf(held.subarray(0, seedLength))
  const seeds = createSecretKey(held.subarray(seedLength))
  const { exchange, signature } = pairFrom(held.subarray(seedLength))
  const own = ownWrappingKey(seeds)
  held.fill(0)
  const person = publicOf(identity.person, { exchange, signature })
  const fileKey = (file: string) => secretKeyOf(Buffer.from(hkdfSync('sha256', register, identity.registerId, `hemvag file 1 ${file}`, 32)))
  const keyFile = identity.slots === undefined ? 'sealed' : sealStanding(identity.slots, fileKey(keysFile))
  const vault: Vault = {
    registerId: identity.registerId,
    person,
    keyFile,
    settleSlots: (folder, people) => settleSlots(folder, { keyFile, fileKey }, people),
    fileKey,
    personalFileKey: (file) => secretKeyOf(Buffer.from(hkdfSync('sha256', seeds, person.id, `hemvag personal file 1 ${file}`, 32))),
    newKey: () => secretKeyOf(entropy.bytes(32)),
    seal: (key, plain, place) => seal(key, plain, place, entropy),
    unseal,
    digest: keyedDigest,
    wrap: (key, recipientKey, purpose) =>
      Buffer.compare(recipientKey, person.exchangeKey) === 0
        ? wrapForSelf(key, own, purpose, entropy)
        : wrapKey(key, recipientKey, purpose, entropy),
    unwrap: (wrapped, subject) => unwrapped(wrapped, subject, { id: person.id, exchange, own }),
    newPair: (id) => {
      const made = secretKeyOf(entropy.bytes(2 * seedLength))
      return { person: publicOf(id, pairOf(made)), seeds: made }
    },
    ownSeeds: () => seeds,
    unwrapAs: (other, id, wrapped, subject) =>
      unwrapped(wrapped, subject, { id, exchange: pairOf(other).exchange, own: ownWrappingKey(other) }),
    sign: (message) => sign(null, message, signature),
    verify: (message, signed, signatureKey) => verify(null, message, publicKeyFrom('ed25519', signatureKey), signed),
  }
  registerKeys.set(vault, register)
  return vault
}
