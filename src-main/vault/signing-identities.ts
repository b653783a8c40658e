import { createPrivateKey, type KeyObject } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { writeWhole } from './atomic-file.ts'
import { isTextWithMac, textWithMac } from './file-mac.ts'
import { systemCode } from './problem.ts'
import { SealBroken } from './sealing.ts'
import type { PublicPerson, Vault } from './vault.ts'

/** What signs plans: a private key (PKCS#8, DER) and its certificates (DER, the signer's first). Made elsewhere. */
export type NewSigningIdentity = {
  readonly id: string
  readonly privateKey: Uint8Array
  readonly certificates: readonly Uint8Array[]
}

export type SigningIdentity = { readonly id: string; readonly privateKey: KeyObject; readonly certificates: readonly Uint8Array[] }

export const signingFile = 'signing.json'

const base64 = z.base64()
const contentOfFile = z.strictObject({
  format: z.literal('hemvag-signing-1'),
  identities: z.array(
    z.strictObject({
      id: z.string().min(1),
      /** The key that seals the rest, wrapped for each person who may sign with it. */
      keys: z.array(z.strictObject({ person: z.string().min(1), wrapped: base64 })),
      sealed: base64,
    }),
  ),
})
/** The MAC covers ids and persons, too: a signer that is not found must really not be there. Files of the first form have none. */
const fileSchema = z.union([contentOfFile, contentOfFile.extend({ format: z.literal('hemvag-signing-2'), mac: z.string() })])
const contentSchema = z.object({ privateKey: base64, certificates: z.array(base64).min(1) })

const placeOf = (id: string) => ({ table: signingFile, row: id, column: 'identity', version: 1 })
const subjectOf = (id: string) => `signing:${id}`
const toBase64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

async function readIdentities(folder: string, vault: Vault): Promise<Pick<z.infer<typeof fileSchema>, 'identities'>> {
  try {
    const text = await readFile(join(folder, signingFile), 'utf8')
    const { format, identities, ...more } = fileSchema.parse(JSON.parse(text))
    const isIntact = !('mac' in more) || isTextWithMac(vault.fileKey(signingFile), { format, identities }, text)
    if (!isIntact) throw new SealBroken()
    return { identities }
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return { identities: [] }
    throw error
  }
}

/** Keeps a signing identity, sealed for the unlocked person; one of the same id is replaced. The given key bytes stay the caller's to wipe. */
export async function keepSigningIdentity(folder: string, vault: Vault, identity: NewSigningIdentity): Promise<void> {
  const file = await readIdentities(folder, vault)
  const key = vault.newKey()
  const purpose = { subject: subjectOf(identity.id), recipient: vault.person.id }
  const content = Buffer.from(
    JSON.stringify({
      privateKey: toBase64(identity.privateKey),
      certificates: identity.certificates.map(toBase64),
    } satisfies z.input<typeof contentSchema>),
  )
  const kept = {
    id: identity.id,
    keys: [{ person: vault.person.id, wrapped: toBase64(vault.wrap(key, vault.person.exchangeKey, purpose)) }],
    sealed: toBase64(vault.seal(key, content, placeOf(identity.id))),
  }
  content.fill(0)
  const identities = [...file.identities.filter((other) => other.id !== identity.id), kept]
  const text = textWithMac(vault.fileKey(signingFile), { format: 'hemvag-signing-2', identities })
  await writeWhole(join(folder, signingFile), text)
}

/** The signing identity of that id, if the register has one and the unlocked person may use it. Throws `SealBroken` for damaged bytes. */
export async function signingIdentity(folder: string, vault: Vault, id: string): Promise<SigningIdentity | undefined> {
  const file = await readIdentities(folder, vault)
  const kept = file.identities.find((identity) => identity.id === id)
  const own = kept?.keys.find((key) => key.person === vault.person.id)
  if (kept === undefined || own === undefined) return undefined
  const key = vault.unwrap(Buffer.from(own.wrapped, 'base64'), subjectOf(id))
  const plain = vault.unseal(key, Buffer.from(kept.sealed, 'base64'), placeOf(id))
  const content = contentSchema.parse(JSON.parse(Buffer.from(plain).toString('utf8')))
  plain.fill(0)
  const encoded = Buffer.from(content.privateKey, 'base64')
  const privateKey = createPrivateKey({ key: encoded, format: 'der', type: 'pkcs8' })
  encoded.fill(0)
  return { id, privateKey, certificates: content.certificates.map((text) => Buffer.from(text, 'base64')) }
}

/** Ids of the signing identities that the unlocked person may use. */
export async function signingIdentityIds(folder: string, vault: Vault): Promise<readonly string[]> {
  const file = await readIdentities(folder, vault)
  return file.identities.filter((identity) => identity.keys.some((key) => key.person === vault.person.id)).map((identity) => identity.id)
}

type Recipient = Pick<PublicPerson, 'id' | 'exchangeKey'>

/** Who may sign with the identities that the unlocked person may use: these, and nobody else. Signatures already made stay valid. */
export async function shareSigningIdentities(folder: string, vault: Vault, recipients: readonly Recipient[]): Promise<void> {
  const file = await readIdentities(folder, vault)
  const identities = file.identities.map((identity) => {
    const own = identity.keys.find((key) => key.person === vault.person.id)
    if (own === undefined) return identity
    const key = vault.unwrap(Buffer.from(own.wrapped, 'base64'), subjectOf(identity.id))
    const keys = recipients.map(({ id, exchangeKey }) => {
      const kept = identity.keys.find(({ person }) => person === id)
      return kept ?? { person: id, wrapped: toBase64(vault.wrap(key, exchangeKey, { subject: subjectOf(identity.id), recipient: id })) }
    })
    return { ...identity, keys }
  })
  if (identities.length === 0) return
  await writeWhole(join(folder, signingFile), textWithMac(vault.fileKey(signingFile), { format: 'hemvag-signing-2', identities }))
}
