import { constants, verify } from 'node:crypto'
import { digestName, hash, OID, type Scheme, signatureScheme } from './algorithms.ts'
import { child, octets, readObjectIdentifier, TAG } from './der.ts'
import { namedHashes, type Signer } from './signed-data.ts'

export type SignerFault = 'digest-mismatch' | 'signature-wrong' | 'unsupported' | 'no-certificate' | 'cms-malformed'

export interface SignerCheck {
  readonly fault: SignerFault | undefined
  /** Digest over the content, by its name in node:crypto. */
  readonly digest: string
  readonly scheme: Scheme | ''
}

const KEY_TYPES: Readonly<Record<Scheme, readonly string[]>> = {
  rsa: ['rsa'],
  pss: ['rsa', 'rsa-pss'],
  ec: ['ec'],
  'plain-ec': ['ec'],
  edwards: ['ed25519', 'ed448'],
}

/** Does the signer's value cover this content (given in pieces)? All mathematics is node:crypto's. */
export function checkSigner(signer: Signer, contentType: string, content: readonly Uint8Array[]): SignerCheck {
  const [scheme, ownDigest] = signatureScheme(signer.signatureIdentifier) ?? []
  const digest = digestName(signer.digestIdentifier) ?? ownDigest
  if (!scheme || !digest) return { fault: 'unsupported', digest: digest ?? '', scheme: scheme ?? '' }
  try {
    return { fault: findFault(signer, contentType, content, scheme, digest, ownDigest ?? digest), digest, scheme }
  } catch (error) {
    return { fault: isMissingInThisRuntime(error) ? 'unsupported' : 'signature-wrong', digest, scheme }
  }
}

/** Electron's cryptography lacks some digests and curves of Node's; only foreign files use them. */
function isMissingInThisRuntime(error: unknown): boolean {
  return error instanceof Error && /unsupported|invalid digest|unknown|not supported/i.test(error.message)
}

function findFault(
  signer: Signer,
  contentType: string,
  content: readonly Uint8Array[],
  scheme: Scheme,
  digest: string,
  signatureDigest: string,
): SignerFault | undefined {
  const { signedAttributes, certificate } = signer
  if (signedAttributes) {
    const stated = signer.attribute(OID.messageDigest)
    const statedType = signer.attribute(OID.contentType)
    if (!stated) return 'cms-malformed'
    if (!hash(digest, ...content).equals(octets(stated))) return 'digest-mismatch'
    if (statedType && readObjectIdentifier(statedType) !== contentType) return 'cms-malformed'
  }
  if (!certificate) return 'no-certificate'
  if (!KEY_TYPES[scheme].includes(certificate.key.asymmetricKeyType ?? '')) return 'unsupported'
  const options = scheme === 'pss' ? pssOptions(signer) : { digest: scheme === 'edwards' ? null : signatureDigest }
  if (!options) return 'unsupported'
  const { digest: algorithm, ...rest } = options
  const key = { key: certificate.key, ...rest, ...(scheme === 'plain-ec' ? { dsaEncoding: 'ieee-p1363' as const } : {}) }
  const covers = (data: Uint8Array) => verify(algorithm, data, key, signer.signature)
  if (covers(signedAttributes ?? Buffer.concat(content))) return undefined
  return signer.signedAttributesInDer && covers(signer.signedAttributesInDer) ? undefined : 'signature-wrong'
}

/** RSASSA-PSS parameters. node:crypto cannot set another digest for the mask of a plain RSA key. */
function pssOptions(signer: Signer) {
  let digest: string | undefined = 'sha1'
  let maskDigest: string | undefined = 'sha1'
  let saltLength = 20
  for (const part of signer.signatureParameters?.children ?? []) {
    const value = child(part, 0)
    if (part.tag === TAG.context0) digest = digestName(readObjectIdentifier(child(value, 0)))
    if (part.tag === TAG.context1) maskDigest = digestName(readObjectIdentifier(child(child(value, 1), 0)))
    if (part.tag === 0xa2) saltLength = value.body.readUIntBE(0, value.body.length)
  }
  if (!digest || digest !== maskDigest) return undefined
  return { digest, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength }
}

/** Does signing-certificate(-v2) name the certificate that was used? Without it another certificate for the same key could be put in. */
export function checkNamedCertificate(signer: Signer): 'named' | 'absent' | 'wrong' {
  const v2 = signer.attribute(OID.signingCertificateV2)
  const list = v2 ?? signer.attribute(OID.signingCertificate)
  if (!list) return 'absent'
  const [first] = namedHashes(signer)
  if (!signer.certificate || !first) return 'wrong'
  const algorithm = child(child(child(list, 0, TAG.sequence), 0, TAG.sequence), 0)
  const named = algorithm.tag === TAG.sequence ? digestName(readObjectIdentifier(child(algorithm, 0))) : 'sha256'
  const digest = v2 ? named : 'sha1'
  return digest && hash(digest, signer.certificate.der).equals(first) ? 'named' : 'wrong'
}
