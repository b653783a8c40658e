import { type KeyObject, sign } from 'node:crypto'
import { OID, sha256, signatureScheme } from './algorithms.ts'
import { type Certificate, readCertificate } from './certificate.ts'
import {
  child,
  DerProblem,
  encode,
  integer,
  NULL,
  objectIdentifier,
  octetString,
  octets,
  readElement,
  sequence,
  setOf,
  TAG,
} from './der.ts'
import { namedHashes, readSignedData, type SignedData } from './signed-data.ts'

/** What a signature of ours consists of. `chain`: intermediate certificates, the signer's issuer first, never the anchor. */
export interface SignatureParts {
  readonly digest: Buffer
  readonly leaf: Buffer
  readonly chain: readonly Buffer[]
  readonly signature: Buffer
  readonly token?: Buffer
}

const SHA256 = sequence(objectIdentifier(OID.sha256))
const RSA = sequence(objectIdentifier(OID.rsaEncryption), NULL)
const ECDSA = sequence(objectIdentifier(OID.ecdsaWithSha256))

const attribute = (type: string, value: Buffer) => sequence(objectIdentifier(type), encode(TAG.set, value))
const isEllipticCurve = (key: KeyObject) => key.asymmetricKeyType === 'ec'

/** Signed attributes with the SET tag. Every embedded certificate is named, so that none can be exchanged or added. */
export function signedAttributes(digest: Buffer, certificates: readonly Buffer[]): Buffer {
  const names = certificates.map((certificate) => sequence(octetString(sha256(certificate))))
  return setOf(
    attribute(OID.contentType, objectIdentifier(OID.data)),
    attribute(OID.messageDigest, octetString(digest)),
    attribute(OID.signingCertificateV2, sequence(sequence(...names))),
  )
}

/** The one form of CMS that we write and accept (PAdES B-B, or B-T with a token). */
export function writeSignedData(parts: SignatureParts): Buffer {
  const certificates = [parts.leaf, ...parts.chain]
  const leaf = readCertificate(parts.leaf)
  const attributes = Buffer.from(signedAttributes(parts.digest, certificates))
  attributes[0] = TAG.context0
  const token = parts.token ? [encode(TAG.context1, sequence(objectIdentifier(OID.timeStampToken), encode(TAG.set, parts.token)))] : []
  const signer = sequence(
    integer(1),
    sequence(leaf.issuer, leaf.serialNumber),
    SHA256,
    attributes,
    isEllipticCurve(leaf.key) ? ECDSA : RSA,
    octetString(parts.signature),
    ...token,
  )
  const body = sequence(
    integer(1),
    encode(TAG.set, SHA256),
    sequence(objectIdentifier(OID.data)),
    encode(TAG.context0, ...certificates.sort(Buffer.compare)),
    encode(TAG.set, signer),
  )
  return sequence(objectIdentifier(OID.signedData), encode(TAG.context0, body))
}

/** Signs the attributes. The certificate's key must belong to `privateKey`. */
export function signAttributes(digest: Buffer, certificates: readonly Buffer[], privateKey: KeyObject): Buffer {
  const value = sign('sha256', signedAttributes(digest, certificates), privateKey)
  return isEllipticCurve(privateKey) ? withLowerHalf(value, privateKey) : value
}

const ORDERS = new Map([
  ['prime256v1', 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n],
  ['secp384r1', 0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973n],
])

/** The one accepted form of an ECDSA value: s in the lower half of the order. Otherwise order − s would be a second valid value. */
export function withLowerHalf(signature: Buffer, key: KeyObject): Buffer {
  const order = ORDERS.get(key.asymmetricKeyDetails?.namedCurve ?? '')
  if (order === undefined) return signature
  const pair = readElement(signature)
  const s = toNumber(child(pair, 1, TAG.integer).body)
  return sequence(child(pair, 0, TAG.integer).raw, toInteger(s > order / 2n ? order - s : s))
}

const toNumber = (bytes: Buffer): bigint => BigInt(`0x${bytes.toString('hex') || '0'}`)
function toInteger(value: bigint): Buffer {
  const digits = value.toString(16)
  return integer(Buffer.from(digits.length % 2 === 1 ? `0${digits}` : digits, 'hex'))
}

/** The ninth rule: what our writer would have written from the parts that were found. Throws DerProblem if a part is missing. */
export function rewriteSignedData(found: SignedData): Buffer {
  const [signer] = found.signers
  const digest = signer?.attribute(OID.messageDigest)
  if (!signer?.certificate || !digest) throw new DerProblem('signer')
  const named = namedHashes(signer).map((name) => found.certificates.find((certificate) => sha256(certificate).equals(name)))
  const chain = named.slice(1).filter((certificate) => certificate !== undefined)
  return writeSignedData({
    digest: octets(digest),
    leaf: signer.certificate.der,
    chain,
    signature: canonicalValue(signer.signature, signer.certificate),
    ...(signer.token ? { token: rewriteToken(readSignedData(signer.token.raw)) } : {}),
  })
}

const canonicalValue = (value: Buffer, certificate: Certificate) =>
  isEllipticCurve(certificate.key) ? withLowerHalf(value, certificate.key) : value

/** A time-stamp token reduced to what is signed: the statement, the signed attributes, the value, the links of its path. */
export function rewriteToken(token: SignedData): Buffer {
  const [signer] = token.signers
  const scheme = signer && signatureScheme(signer.signatureIdentifier)?.[0]
  if (!signer?.signedAttributes || !signer.certificate || !token.content) throw new DerProblem('token')
  if (scheme !== 'rsa' && scheme !== 'ec') throw new DerProblem('algorithm of a token')
  const digest = sequence(objectIdentifier(signer.digestIdentifier))
  const attributes = Buffer.from(signer.signedAttributes)
  attributes[0] = TAG.context0
  const identifier = objectIdentifier(signer.signatureIdentifier)
  const signerInfo = sequence(
    integer(1),
    sequence(signer.certificate.issuer, signer.certificate.serialNumber),
    digest,
    attributes,
    scheme === 'ec' ? sequence(identifier) : sequence(identifier, NULL),
    octetString(canonicalValue(signer.signature, signer.certificate)),
  )
  const body = sequence(
    integer(3),
    encode(TAG.set, digest),
    sequence(objectIdentifier(OID.timeStampInfo), encode(TAG.context0, octetString(token.content))),
    encode(TAG.context0, ...[...token.certificates].sort(Buffer.compare)),
    encode(TAG.set, signerInfo),
  )
  return sequence(objectIdentifier(OID.signedData), encode(TAG.context0, body))
}
