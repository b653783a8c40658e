import { digestName, hash, isStrongDigest, isWeakKey, OID, sha256 } from './algorithms.ts'
import { type Certificate, readCertificate } from './certificate.ts'
import { findPath, type PathFault, purposeFault } from './certificate-path.ts'
import { checkNamedCertificate, checkSigner } from './check-signer.ts'
import {
  child,
  DerProblem,
  integer,
  objectIdentifier,
  octetString,
  readElement,
  readObjectIdentifier,
  readTime,
  sequence,
  TAG,
  TRUE,
} from './der.ts'
import { readSignedData, type SignedData, type Signer } from './signed-data.ts'
import { rewriteToken } from './write-signed-data.ts'

export type TokenFault =
  | `timestamp-${'malformed' | 'digest' | 'imprint' | 'nonce' | 'signature' | 'unsupported' | 'certificate' | 'purpose' | 'form'}`
  | `timestamp-${PathFault}`

/** Sends a request (DER) to a time-stamp service and gives its answer (DER). The transport is the caller's. */
export type AskTimeStamp = (request: Buffer) => Promise<Uint8Array>

export interface TokenRules {
  readonly anchors: readonly Certificate[]
  /** The token must have the reduced form that we embed. */
  readonly isExact: boolean
  readonly nonce?: Buffer
}

/** The time that a token proves, in milliseconds since 1970, or its first fault. */
export function checkToken(token: Buffer, stamped: Buffer, rules: TokenRules): number | TokenFault {
  try {
    const found = readSignedData(token)
    const [signer] = found.signers
    if (found.signers.length !== 1 || !signer || found.contentType !== OID.timeStampInfo || !found.content) return 'timestamp-malformed'
    const statement = readElement(found.content, 'lenient')
    return (
      imprintFault(statement, stamped, rules) ??
      signerFault(found, signer, found.content) ??
      judgeTime(found, signer, statement, token, rules)
    )
  } catch {
    return 'timestamp-malformed'
  }
}

function imprintFault(statement: ReturnType<typeof readElement>, stamped: Buffer, rules: TokenRules): TokenFault | undefined {
  const imprint = child(statement, 2, TAG.sequence)
  const digest = digestName(readObjectIdentifier(child(child(imprint, 0), 0))) ?? ''
  if (!isStrongDigest(digest)) return 'timestamp-digest'
  if (!hash(digest, stamped).equals(child(imprint, 1, TAG.octetString).body)) return 'timestamp-imprint'
  const { nonce } = rules
  if (nonce && !statement.children.some((part) => part.tag === TAG.integer && part.raw.equals(integer(nonce)))) return 'timestamp-nonce'
  return undefined
}

function signerFault(found: SignedData, signer: Signer, content: Buffer): TokenFault | undefined {
  const check = checkSigner(signer, found.contentType, [content])
  if (check.fault === 'unsupported') return 'timestamp-unsupported'
  if (check.fault || !signer.certificate || !signer.signedAttributes) return 'timestamp-signature'
  if (!isStrongDigest(check.digest) || isWeakKey(signer.certificate.key)) return 'timestamp-digest'
  if (checkNamedCertificate(signer) !== 'named') return 'timestamp-certificate'
  return purposeFault(signer.certificate, 'time') ? 'timestamp-purpose' : undefined
}

function judgeTime(
  found: SignedData,
  signer: Signer,
  statement: ReturnType<typeof readElement>,
  token: Buffer,
  rules: TokenRules,
): number | TokenFault {
  if (!signer.certificate) return 'timestamp-signature'
  const time = readTime(child(statement, 4, 0x18))
  const path = findPath(signer.certificate, found.certificates.map(readCertificate), rules.anchors, time, rules.isExact)
  if (typeof path === 'string') return `timestamp-${path}`
  if (rules.isExact && !rewriteToken(found).equals(token)) return 'timestamp-form'
  return time
}

export type StampResult =
  | { readonly ok: true; readonly token: Buffer }
  | { readonly ok: false; readonly fault: TokenFault | 'timestamp-refused' }

/** Gets a stamp for a signature value, checks it BEFORE it is embedded, and reduces it to the one accepted form. */
export async function fetchToken(
  signature: Buffer,
  ask: AskTimeStamp,
  anchors: readonly Certificate[],
  nonce: Buffer,
): Promise<StampResult> {
  const imprint = sequence(sequence(objectIdentifier(OID.sha256)), octetString(sha256(signature)))
  const answer = await ask(sequence(integer(1), imprint, integer(nonce), TRUE)).catch(() => undefined)
  if (!answer) return { ok: false, fault: 'timestamp-refused' }
  try {
    return reduce(readElement(Buffer.from(answer), 'lenient'), signature, anchors, nonce)
  } catch (error) {
    if (error instanceof DerProblem) return { ok: false, fault: 'timestamp-malformed' }
    throw error
  }
}

function reduce(answer: ReturnType<typeof readElement>, signature: Buffer, anchors: readonly Certificate[], nonce: Buffer): StampResult {
  const status = child(child(answer, 0, TAG.sequence), 0, TAG.integer).body[0]
  if (status !== 0 && status !== 1) return { ok: false, fault: 'timestamp-refused' }
  const given = child(answer, 1, TAG.sequence).raw
  const time = checkToken(given, signature, { anchors, isExact: false, nonce })
  if (typeof time === 'string') return { ok: false, fault: time }
  const found = readSignedData(given)
  const leaf = found.signers[0]?.certificate
  const path = leaf && findPath(leaf, found.certificates.map(readCertificate), anchors, time, false)
  if (!path || typeof path === 'string') return { ok: false, fault: 'timestamp-untrusted' }
  const links = path.filter((link) => !anchors.some((anchor) => anchor.der.equals(link.der)))
  const token = rewriteToken({ ...found, certificates: links.map((link) => link.der) })
  const again = checkToken(token, signature, { anchors, isExact: true, nonce })
  return typeof again === 'string' ? { ok: false, fault: again } : { ok: true, token }
}
