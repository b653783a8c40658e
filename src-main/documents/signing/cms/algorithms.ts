import { createHash, type KeyObject } from 'node:crypto'

export const OID = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  timeStampToken: '1.2.840.113549.1.9.16.2.14',
  timeStampInfo: '1.2.840.113549.1.9.16.1.4',
  sha256: '2.16.840.1.101.3.4.2.1',
  rsaEncryption: '1.2.840.113549.1.1.1',
  rsaWithSha256: '1.2.840.113549.1.1.11',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
} as const

const DIGESTS = new Map([
  ['1.2.840.113549.2.5', 'md5'],
  ['1.3.14.3.2.26', 'sha1'],
  ['2.16.840.1.101.3.4.2.4', 'sha224'],
  [OID.sha256, 'sha256'],
  ['2.16.840.1.101.3.4.2.2', 'sha384'],
  ['2.16.840.1.101.3.4.2.3', 'sha512'],
  ['1.3.36.3.2.1', 'ripemd160'],
  ['2.16.840.1.101.3.4.2.8', 'sha3-256'],
  ['2.16.840.1.101.3.4.2.9', 'sha3-384'],
  ['2.16.840.1.101.3.4.2.10', 'sha3-512'],
])

export type Scheme = 'rsa' | 'pss' | 'ec' | 'plain-ec' | 'edwards'

/** Signature identifiers: the scheme and, where the identifier names it, the digest. Only `rsa` and `ec` are ours. */
const SIGNATURES = new Map<string, readonly [Scheme, string?]>([
  [OID.rsaEncryption, ['rsa']],
  ['1.2.840.113549.1.1.4', ['rsa', 'md5']],
  ['1.2.840.113549.1.1.5', ['rsa', 'sha1']],
  ['1.3.14.3.2.29', ['rsa', 'sha1']],
  ['1.2.840.113549.1.1.14', ['rsa', 'sha224']],
  [OID.rsaWithSha256, ['rsa', 'sha256']],
  ['1.2.840.113549.1.1.12', ['rsa', 'sha384']],
  ['1.2.840.113549.1.1.13', ['rsa', 'sha512']],
  ['2.16.840.1.101.3.4.3.14', ['rsa', 'sha3-256']],
  ['2.16.840.1.101.3.4.3.15', ['rsa', 'sha3-384']],
  ['2.16.840.1.101.3.4.3.16', ['rsa', 'sha3-512']],
  ['1.2.840.113549.1.1.10', ['pss']],
  ['1.2.840.10045.2.1', ['ec']],
  ['1.2.840.10045.4.1', ['ec', 'sha1']],
  ['1.2.840.10045.4.3.1', ['ec', 'sha224']],
  [OID.ecdsaWithSha256, ['ec', 'sha256']],
  ['1.2.840.10045.4.3.3', ['ec', 'sha384']],
  ['1.2.840.10045.4.3.4', ['ec', 'sha512']],
  ['2.16.840.1.101.3.4.3.10', ['ec', 'sha3-256']],
  ['2.16.840.1.101.3.4.3.11', ['ec', 'sha3-384']],
  ['2.16.840.1.101.3.4.3.12', ['ec', 'sha3-512']],
  ['0.4.0.127.0.7.1.1.4.1.3', ['plain-ec', 'sha256']],
  ['0.4.0.127.0.7.1.1.4.1.4', ['plain-ec', 'sha384']],
  ['0.4.0.127.0.7.1.1.4.1.5', ['plain-ec', 'sha512']],
  ['1.3.101.112', ['edwards']],
  ['1.3.101.113', ['edwards']],
])

const STRONG_DIGESTS = new Set(['sha256', 'sha384', 'sha512'])
const STRONG_CURVES = new Set(['prime256v1', 'secp384r1', 'secp521r1'])

/** Name of a digest for node:crypto, or undefined. */
export const digestName = (identifier: string): string | undefined => DIGESTS.get(identifier)
export const signatureScheme = (identifier: string): readonly [Scheme, string?] | undefined => SIGNATURES.get(identifier)
export const isStrongDigest = (name: string): boolean => STRONG_DIGESTS.has(name)

/** RSA below 2,048 bits or with a small exponent, any curve but P-256, P-384 and P-521, any other kind of key. */
export function isWeakKey(key: KeyObject): boolean {
  const { modulusLength = 0, publicExponent = 0n, namedCurve = '' } = key.asymmetricKeyDetails ?? {}
  if (key.asymmetricKeyType === 'rsa' || key.asymmetricKeyType === 'rsa-pss') return modulusLength < 2048 || publicExponent < 65537n
  return key.asymmetricKeyType !== 'ec' || !STRONG_CURVES.has(namedCurve)
}

/** Electron's cryptography lacks some digests of Node's; only foreign files use them. */
export class UnsupportedDigest extends Error {}

/** Throws UnsupportedDigest. */
export function hash(name: string, ...pieces: readonly Uint8Array[]): Buffer {
  const state = startHash(name)
  for (const piece of pieces) state.update(piece)
  return state.digest()
}

function startHash(name: string) {
  try {
    return createHash(name)
  } catch {
    throw new UnsupportedDigest(`unsupported digest ${name}`)
  }
}

export const sha256 = (...pieces: readonly Uint8Array[]): Buffer => hash('sha256', ...pieces)
