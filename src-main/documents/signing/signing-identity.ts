import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import type { Result } from '#domain/result.ts'
import { isWeakKey, OID } from './cms/algorithms.ts'
import { type Certificate, tryReadCertificate } from './cms/certificate.ts'
import { purposeFault } from './cms/certificate-path.ts'
import { bitString, encode, encodeTime, integer, NULL, objectIdentifier, octetString, sequence, TAG, TRUE } from './cms/der.ts'
import { type DistinguishedName, writeName } from './cms/distinguished-name.ts'

export type IdentityKind = 'rsa-3072' | 'p-256'

/** A private key with its certificate. `chain`: intermediate certificates, the signer's issuer first, never the anchor. */
export interface SigningIdentity {
  readonly privateKey: KeyObject
  /** DER */
  readonly certificate: Uint8Array
  /** DER */
  readonly chain?: readonly Uint8Array[]
}

export interface IdentityRequest extends Required<DistinguishedName> {
  readonly kind: IdentityKind
  /** ISO instants; seconds count, fractions do not. */
  readonly validFrom: string
  readonly validThrough: string
  /** Random bytes (8 to 20) from the caller. The number is made positive. */
  readonly serialNumber: Uint8Array
}

const EXTENSION = {
  basicConstraints: '2.5.29.19',
  keyUsage: '2.5.29.15',
  subjectKeyIdentifier: '2.5.29.14',
  extendedKeyUsage: '2.5.29.37',
} as const
/** Document signing. @source RFC 9336 */
const DOCUMENT_SIGNING = '1.3.6.1.5.5.7.3.36'
/** digitalSignature and nonRepudiation, six bits unused. */
const KEY_USAGE_BITS = Buffer.from([0xc0])

/**
 * Makes a key pair and a self-signed certificate that can sign documents and nothing else: no authority, KeyUsage digitalSignature
 * and nonRepudiation (critical), purpose document signing. Who relies on it names the certificate itself as trusted.
 */
export function createSigningIdentity(request: IdentityRequest): SigningIdentity {
  const { privateKey, publicKey } = generate(request.kind)
  const name = writeName(request)
  const publicKeyInfo = publicKey.export({ type: 'spki', format: 'der' })
  const algorithm = request.kind === 'p-256' ? identifier(OID.ecdsaWithSha256) : identifier(OID.rsaWithSha256, NULL)
  const body = sequence(
    encode(TAG.context0, integer(2)),
    positive(request.serialNumber),
    algorithm,
    name,
    sequence(encodeTime(Date.parse(request.validFrom)), encodeTime(Date.parse(request.validThrough))),
    name,
    publicKeyInfo,
    encode(TAG.context3, sequence(...extensions(publicKeyInfo))),
  )
  return { privateKey, certificate: sequence(body, algorithm, bitString(sign('sha256', body, privateKey))) }
}

const identifier = (oid: string, ...parameters: readonly Buffer[]) => sequence(objectIdentifier(oid), ...parameters)

function generate(kind: IdentityKind) {
  if (kind === 'p-256') return generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return generateKeyPairSync('rsa', { modulusLength: 3072 })
}

/** 0x40 to 0x7f in front: positive, never shortened, so always of the length that was asked for. */
function positive(serialNumber: Uint8Array): Buffer {
  if (serialNumber.length < 8 || serialNumber.length > 20) throw new RangeError('a serial number has 8 to 20 bytes')
  const bytes = Buffer.from(serialNumber)
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40
  return integer(bytes)
}

function extensions(publicKeyInfo: Buffer): Buffer[] {
  const keyIdentifier = createHash('sha1').update(publicKeyInfo).digest()
  const extension = (oid: string, value: Buffer, ...critical: readonly Buffer[]) =>
    sequence(objectIdentifier(oid), ...critical, octetString(value))
  return [
    extension(EXTENSION.basicConstraints, sequence(), TRUE),
    extension(EXTENSION.keyUsage, bitString(KEY_USAGE_BITS, 6), TRUE),
    extension(EXTENSION.subjectKeyIdentifier, octetString(keyIdentifier)),
    extension(EXTENSION.extendedKeyUsage, sequence(objectIdentifier(DOCUMENT_SIGNING))),
  ]
}

export type IdentityFault = 'certificate-unreadable' | 'key-mismatch' | 'weak-key' | 'key-usage' | 'not-yet-valid' | 'expired'

/** May this identity sign at this time (milliseconds since 1970)? */
export function checkIdentity(identity: SigningIdentity, at: number): Result<Certificate, IdentityFault> {
  const certificate = tryReadCertificate(Buffer.from(identity.certificate))
  if (!certificate) return { ok: false, error: 'certificate-unreadable' }
  const fault = identityFault(identity, certificate, at)
  return fault ? { ok: false, error: fault } : { ok: true, value: certificate }
}

function identityFault(identity: SigningIdentity, certificate: Certificate, at: number): IdentityFault | undefined {
  if (!certificate.x509.checkPrivateKey(identity.privateKey)) return 'key-mismatch'
  if (isWeakKey(certificate.key)) return 'weak-key'
  if (purposeFault(certificate, 'document')) return 'key-usage'
  if (at < certificate.validFrom) return 'not-yet-valid'
  return at > certificate.validThrough ? 'expired' : undefined
}
