import { createHash, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { OID } from '#documents/signing/cms/algorithms.ts'
import {
  bitString,
  encode,
  encodeTime,
  integer,
  NULL,
  objectIdentifier,
  octetString,
  sequence,
  TAG,
  TRUE,
} from '#documents/signing/cms/der.ts'
import { writeName } from '#documents/signing/cms/distinguished-name.ts'
import type { SigningIdentity } from '#documents/signing/signing-identity.ts'

/** The clock of the signing tests. */
export const NOW = '2026-09-30T10:00:00.000Z'
export const daysFromNow = (days: number): string => new Date(Date.parse(NOW) + days * 86_400_000).toISOString()

export const PURPOSE = {
  any: '2.5.29.37.0',
  server: '1.3.6.1.5.5.7.3.1',
  email: '1.3.6.1.5.5.7.3.4',
  time: '1.3.6.1.5.5.7.3.8',
  document: '1.3.6.1.5.5.7.3.36',
} as const

export interface IssuedCertificate {
  readonly privateKey: KeyObject
  readonly certificate: Buffer
  readonly name: Buffer
}

export interface CertificateOptions {
  readonly kind?: 'rsa' | 'ec'
  readonly isAuthority?: boolean
  readonly purposes?: readonly string[]
  /** First octet of KeyUsage. */
  readonly keyUsage?: number
  readonly validFrom?: string
  readonly validThrough?: string
  /** An extension that nobody knows, marked critical. */
  readonly hasStrangeExtension?: boolean
  /** Its keys belong to this one too. */
  readonly keysOf?: IssuedCertificate
}

let serial = 0

/** Issues a certificate of any kind, right or wrong, for tests. Without an issuer it signs itself. */
export function issue(commonName: string, issuer: IssuedCertificate | undefined, options: CertificateOptions = {}): IssuedCertificate {
  const { privateKey, publicKey } = keysFor(options)
  const name = writeName({ organisation: 'Provorganisation', commonName })
  const by = issuer ?? { privateKey, name }
  const publicKeyInfo = publicKey.export({ type: 'spki', format: 'der' })
  serial++
  const body = sequence(
    encode(TAG.context0, integer(2)),
    integer(0x41000000 + serial),
    signatureAlgorithm(by.privateKey),
    by.name,
    sequence(
      encodeTime(Date.parse(options.validFrom ?? daysFromNow(-30))),
      encodeTime(Date.parse(options.validThrough ?? daysFromNow(365))),
    ),
    name,
    publicKeyInfo,
    encode(TAG.context3, sequence(...extensions(publicKeyInfo, options))),
  )
  return {
    privateKey,
    name,
    certificate: sequence(body, signatureAlgorithm(by.privateKey), bitString(sign('sha256', body, by.privateKey))),
  }
}

function keysFor({ kind, keysOf }: CertificateOptions): { privateKey: KeyObject; publicKey: KeyObject } {
  if (keysOf) return { privateKey: keysOf.privateKey, publicKey: createPublicKey(keysOf.privateKey) }
  return kind === 'rsa' ? generateKeyPairSync('rsa', { modulusLength: 3072 }) : generateKeyPairSync('ec', { namedCurve: 'P-256' })
}

export const signatureAlgorithm = (key: KeyObject): Buffer =>
  key.asymmetricKeyType === 'ec' ? sequence(objectIdentifier(OID.ecdsaWithSha256)) : sequence(objectIdentifier(OID.rsaWithSha256), NULL)

function extensions(publicKeyInfo: Buffer, options: CertificateOptions): Buffer[] {
  const extension = (oid: string, value: Buffer, ...critical: readonly Buffer[]) =>
    sequence(objectIdentifier(oid), ...critical, octetString(value))
  const keyUsage = options.keyUsage ?? (options.isAuthority ? 0x06 : 0xc0)
  const list = [
    extension('2.5.29.19', options.isAuthority ? sequence(TRUE) : sequence(), TRUE),
    extension('2.5.29.15', bitString(Buffer.from([keyUsage])), TRUE),
    extension('2.5.29.14', octetString(createHash('sha1').update(publicKeyInfo).digest())),
  ]
  const { purposes } = options
  if (purposes)
    list.push(extension('2.5.29.37', sequence(...purposes.map(objectIdentifier)), ...(purposes.includes(PURPOSE.time) ? [TRUE] : [])))
  if (options.hasStrangeExtension) list.push(extension('1.2.3.4.5', NULL, TRUE))
  return list
}

export const identityOf = (leaf: IssuedCertificate, ...chain: readonly IssuedCertificate[]): SigningIdentity => ({
  privateKey: leaf.privateKey,
  certificate: leaf.certificate,
  chain: chain.map(({ certificate }) => certificate),
})
