import { OID } from './algorithms.ts'
import { type Certificate, tryReadCertificate } from './certificate.ts'
import { child, DerProblem, type Element, octets, readElement, readObjectIdentifier, TAG, toDer } from './der.ts'

/** A signer of a CMS structure, as found. */
export interface Signer {
  readonly digestIdentifier: string
  readonly signatureIdentifier: string
  readonly signatureParameters: Element | undefined
  readonly signature: Buffer
  readonly certificate: Certificate | undefined
  /** Signed attributes with the SET tag, byte for byte as found. */
  readonly signedAttributes: Buffer | undefined
  /** The same in DER, if they were not; some signers sign that form. */
  readonly signedAttributesInDer: Buffer | undefined
  /** The value of a signed attribute that occurs once and has one value. */
  readonly attribute: (identifier: string) => Element | undefined
  /** The time-stamp token among the unsigned attributes. */
  readonly token: Element | undefined
}

export interface SignedData {
  /** Length of the structure; what follows in Contents is padding. */
  readonly length: number
  readonly contentType: string
  readonly content: Buffer | undefined
  readonly certificates: readonly Buffer[]
  readonly signers: readonly Signer[]
}

const MAX_CERTIFICATES = 100
const MAX_SIGNERS = 16

/** Reads CMS SignedData, leniently: whether it has our exact form is asked later. Throws DerProblem. */
export function readSignedData(bytes: Buffer): SignedData {
  const whole = readElement(bytes, 'lenient')
  if (whole.tag !== TAG.sequence || readObjectIdentifier(child(whole, 0)) !== OID.signedData) throw new DerProblem('no SignedData')
  const body = child(child(whole, 1, TAG.context0), 0, TAG.sequence)
  const inner = child(body, 2, TAG.sequence)
  const list = body.children.find((element) => element.tag === TAG.context0)
  const certificates = (list?.children ?? []).filter((element) => element.tag === TAG.sequence).map((element) => element.raw)
  const signers = child(body, -1, TAG.set).children
  if (certificates.length > MAX_CERTIFICATES || signers.length > MAX_SIGNERS) throw new DerProblem('too many certificates or signers')
  return {
    length: whole.raw.length,
    contentType: readObjectIdentifier(child(inner, 0)),
    content: inner.children[1] ? octets(child(inner.children[1], 0)) : undefined,
    certificates,
    signers: signers.map((element) => readSigner(element, certificates)),
  }
}

function readSigner(element: Element, certificates: readonly Buffer[]): Signer {
  const digest = child(element, 2, TAG.sequence)
  const signed = element.children[3]?.tag === TAG.context0 ? element.children[3] : undefined
  const next = signed ? 4 : 3
  const algorithm = child(element, next, TAG.sequence)
  const unsigned = element.children[next + 2]?.tag === TAG.context1 ? element.children[next + 2] : undefined
  const asSet = signed ? retag(signed) : undefined
  const inDer = signed ? toDer(signed, TAG.set) : undefined
  return {
    digestIdentifier: readObjectIdentifier(child(digest, 0)),
    signatureIdentifier: readObjectIdentifier(child(algorithm, 0)),
    signatureParameters: algorithm.children[1],
    signature: octets(child(element, next + 1)),
    certificate: findCertificate(child(element, 1), certificates),
    signedAttributes: asSet,
    signedAttributesInDer: asSet && inDer && !inDer.equals(asSet) ? inDer : undefined,
    attribute: (identifier) => attributeValue(signed?.children ?? [], identifier),
    token: attributeValue(unsigned?.children ?? [], OID.timeStampToken),
  }
}

function retag(signed: Element): Buffer {
  const copy = Buffer.from(signed.raw)
  copy[0] = TAG.set
  return copy
}

function attributeValue(attributes: readonly Element[], identifier: string): Element | undefined {
  const found = attributes.filter((attribute) => readObjectIdentifier(child(attribute, 0)) === identifier)
  if (found.length !== 1) return undefined
  const values = child(found[0], 1, TAG.set).children
  return values.length === 1 ? values[0] : undefined
}

function findCertificate(identifier: Element, certificates: readonly Buffer[]): Certificate | undefined {
  for (const bytes of certificates) {
    const certificate = tryReadCertificate(bytes)
    if (certificate && isNamedBy(certificate, identifier)) return certificate
  }
  return undefined
}

function isNamedBy(certificate: Certificate, identifier: Element): boolean {
  if (identifier.tag === TAG.sequence)
    return toDer(child(identifier, 0)).equals(certificate.issuer) && child(identifier, 1).raw.equals(certificate.serialNumber)
  const keyIdentifier = octets(identifier.tag === TAG.context0 ? child(identifier, 0) : identifier)
  return certificate.subjectKeyIdentifier?.equals(keyIdentifier) ?? false
}

/** Certificate hashes in signing-certificate-v2 (or its predecessor), the signer's first. */
export function namedHashes(signer: Signer): Buffer[] {
  const list = signer.attribute(OID.signingCertificateV2) ?? signer.attribute(OID.signingCertificate)
  if (!list) return []
  return child(list, 0, TAG.sequence).children.map((entry) =>
    octets(entry.children.find((part) => part.tag === TAG.octetString) ?? child(entry, 0)),
  )
}
