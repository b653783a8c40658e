import { createHash, type KeyObject, randomBytes, X509Certificate } from 'node:crypto'
import { createSigningIdentity, type IdentityKind, type SigningIdentity } from '#documents/signing/signing-identity.ts'
import { addYears } from '#domain/dates.ts'
import { OperationRefused } from '#operations/outcome.ts'
import { keepSigningIdentity, signingIdentity } from '#vault/signing-identities.ts'
import type { Vault } from '#vault/vault.ts'
import { failureOf, type Opened } from './register-port.ts'

/** The register's own signer of plans; importing others comes later. */
const ownIdentity = 'organisation'
const validYears = 3

/** UTC instants between which a certificate is valid. */
type Validity = { readonly validFrom: string; readonly validThrough: string }
export type NewSigner = Validity & { readonly name: string; readonly organisation: string; readonly kind: IdentityKind }

/** From the beginning of the day, so that the clock of a partner may lag a little. */
export const officeValidity = (today: string): Validity => ({
  validFrom: `${today}T00:00:00.000Z`,
  validThrough: `${addYears(today, validYears)}T00:00:00.000Z`,
})

/** A demonstration has a day of its own and is checked on any: its certificate must hold on both. */
export const anyDay: Validity = { validFrom: '2020-01-01T00:00:00.000Z', validThrough: '2049-12-31T00:00:00.000Z' }

/** Makes the signing identity of the office and keeps it sealed in the vault. */
export async function makeSigner(
  folder: string,
  vault: Vault,
  { name, organisation, kind, validFrom, validThrough }: NewSigner,
): Promise<SigningIdentity> {
  const identity = createSigningIdentity({
    kind,
    commonName: name,
    organisation,
    country: 'SE',
    validFrom,
    validThrough,
    serialNumber: randomBytes(16),
  })
  const privateKey = pkcs8(identity.privateKey)
  await keepSigningIdentity(folder, vault, { id: ownIdentity, privateKey, certificates: [identity.certificate] })
  privateKey.fill(0)
  return identity
}

const pkcs8 = (key: KeyObject): Buffer => key.export({ type: 'pkcs8', format: 'der' })

async function keptSigner(folder: string, vault: Vault): Promise<SigningIdentity | undefined> {
  const kept = await signingIdentity(folder, vault, ownIdentity)
  const [certificate] = kept?.certificates ?? []
  return kept === undefined || certificate === undefined ? undefined : { privateKey: kept.privateKey, certificate }
}

export type SignerStanding =
  | { readonly state: 'kept'; readonly identity: SigningIdentity }
  | { readonly state: 'none' | 'signer-damaged' | 'signer-lost' }

/** The register's setting that remembers that there is a signer, and which. */
const rememberedAs = 'signer'

/**
 * The signer, or why there is none: a file that is damaged or gone keeps nobody from the register, only from signing.
 * Gone it can only be called where the register remembers one.
 */
export async function signerStanding(folder: string, { vault, register }: Opened): Promise<SignerStanding> {
  const identity = await keptSigner(folder, vault).catch(() => 'damaged' as const)
  if (identity === 'damaged') return { state: 'signer-damaged' }
  if (identity !== undefined) return { state: 'kept', identity }
  const remembered = await register.setting(rememberedAs)
  return { state: remembered.ok && remembered.value !== undefined ? 'signer-lost' : 'none' }
}

/** So that a signer that is lost one day is missed. */
export async function rememberSigner({ register }: Opened, certificate: Uint8Array): Promise<void> {
  const value = { fingerprint: fingerprintOf(certificate) }
  const kept = await register.keepSetting({ name: rememberedAs, value, operationId: register.newId() })
  if (!kept.ok) throw new OperationRefused(failureOf(kept.error))
}

export const fingerprintOf = (certificate: Uint8Array): string => createHash('sha256').update(certificate).digest('hex')

export const pemOf = (certificate: Uint8Array): string => new X509Certificate(certificate).toString()

/** The DER of each certificate in a PEM text; a text without any gives none. */
export const certificatesIn = (pem: string): readonly Uint8Array[] =>
  [...pem.matchAll(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g)].map((match) => new X509Certificate(match[0]).raw)

/** Common name, organisation and the whole subject in one line. */
export function subjectOf(certificate: Uint8Array): {
  readonly name: string
  readonly organisation: string
  readonly line: string
  readonly issuer: string
} {
  const { subject, issuer } = new X509Certificate(certificate)
  const part = (key: string) =>
    subject
      .split('\n')
      .find((line) => line.startsWith(`${key}=`))
      ?.slice(key.length + 1) ?? ''
  return { name: part('CN'), organisation: part('O'), line: subject.replaceAll('\n', ', '), issuer: issuer.replaceAll('\n', ', ') }
}
