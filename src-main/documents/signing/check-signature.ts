import { digestName, hash, isStrongDigest, isWeakKey, OID, sha256, UnsupportedDigest } from './cms/algorithms.ts'
import { type Certificate, tryReadCertificate } from './cms/certificate.ts'
import { findPath, purposeFault } from './cms/certificate-path.ts'
import { checkNamedCertificate, checkSigner } from './cms/check-signer.ts'
import { child, DerProblem, octets, readElement, readObjectIdentifier } from './cms/der.ts'
import { namedHashes, readSignedData, type SignedData, type Signer } from './cms/signed-data.ts'
import { checkToken } from './cms/time-stamp.ts'
import { rewriteSignedData } from './cms/write-signed-data.ts'
import type { FoundSignature } from './find-signatures.ts'
import { isReadingProblem, type PdfFile } from './pdf/pdf-file.ts'
import { nameText } from './pdf/values.ts'
import { roleOfField, type SignerRole } from './plan-fields.ts'
import type { ReasonCode, Rule } from './reason-codes.ts'
import { RESERVED } from './revision.ts'
import { readSignedRange, type SignedRange } from './signed-range.ts'

export interface SignatureRules {
  readonly isPlan: boolean
  /** Milliseconds since 1970. */
  readonly at: number
  readonly anchors: readonly Certificate[]
  readonly timeStampAnchors: readonly Certificate[]
  /** Certificates of which one must be in the path of whoever signs in a role. */
  readonly signers: Partial<Readonly<Record<SignerRole, readonly Certificate[]>>>
}

/** What rules 1 to 5, 7 and 9 say of one signature. Rules that were not reached are not in `reached`. */
export interface SignatureFinding {
  readonly found: FoundSignature
  readonly subFilter: string
  readonly codes: ReasonCode[]
  readonly reached: Set<Rule>
  range?: SignedRange
  signer?: Certificate
  algorithm?: string
  hasTimeStamp?: boolean
  /** Milliseconds since 1970, proven by a good time stamp. */
  provenAt?: number
  /** The signed bytes are what was signed: rule 4 passed. Names them, so that facts about them can be remembered. */
  signedDigest?: string
}

/** One instance: what stopped a check is in its codes, and a stack trace each time would cost more than the rule. */
const STOP = new Error('stop')

/** Applies the rules to one signature, in their order; a fault that leaves nothing to look at ends it. */
export function checkSignature(file: PdfFile, found: FoundSignature, rules: SignatureRules): SignatureFinding {
  const subFilter = nameText(file.resolve(found.dictionary.get('SubFilter'))) ?? ''
  const finding: SignatureFinding = { found, subFilter, codes: [], reached: new Set() }
  try {
    const range = place(file, finding, rules)
    const data = container(range, finding, rules)
    const signer = onlySigner(data, finding, rules)
    mathematics(range, data, signer, finding, rules)
    if (rules.isPlan) exactForm(file.bytes, range, data, signer, finding)
    const at = timeStamp(signer, finding, rules)
    whoSigned(data, signer, at, finding, rules)
  } catch (error) {
    if (error === STOP) return finding
    if (error instanceof UnsupportedDigest) finding.codes.push('unsupported')
    else if (error instanceof DerProblem || isReadingProblem(error)) finding.codes.push('cms-malformed')
    else throw error
  }
  return finding
}

function stop(finding: SignatureFinding, code: ReasonCode): never {
  finding.codes.push(code)
  throw STOP
}

const PLAN_FORMAT = 'ETSI.CAdES.detached'
const FOREIGN_FORMATS = new Set([PLAN_FORMAT, 'adbe.pkcs7.detached', 'adbe.pkcs7.sha1', 'ETSI.RFC3161'])

function place(file: PdfFile, finding: SignatureFinding, { isPlan }: SignatureRules): SignedRange {
  finding.reached.add('place')
  const { range, code } = readSignedRange(file, finding.found, isPlan)
  if (!range) stop(finding, code)
  finding.range = range
  if (code && isPlan) stop(finding, code)
  if (code) finding.codes.push(code)
  if (isPlan ? finding.subFilter !== PLAN_FORMAT : !FOREIGN_FORMATS.has(finding.subFilter)) stop(finding, 'sub-filter')
  return range
}

function container(range: SignedRange, finding: SignatureFinding, { isPlan }: SignatureRules): SignedData {
  finding.reached.add('padding')
  const data = readSignedData(range.contents)
  const padding = range.contents.subarray(data.length)
  if (!padding.equals(Buffer.alloc(padding.length))) {
    if (isPlan) stop(finding, 'padding')
    finding.codes.push('padding')
  }
  return data
}

function onlySigner(data: SignedData, finding: SignatureFinding, { isPlan }: SignatureRules): Signer {
  finding.reached.add('container')
  const [signer, second] = data.signers
  if (!signer) stop(finding, 'no-signer')
  if (second && isPlan) stop(finding, 'signer-count')
  if (second) finding.codes.push('signer-count')
  return signer
}

/** What the signer's value covers: the file's bytes, or for two older formats a statement about their hash. */
function coveredContent(range: SignedRange, data: SignedData, finding: SignatureFinding, isPlan: boolean): readonly Buffer[] {
  const { content } = data
  if (!content?.length) return range.covered
  if (isPlan) stop(finding, 'has-content')
  if (data.contentType === OID.timeStampInfo) {
    const imprint = child(readElement(content, 'lenient'), 2)
    const digest = digestName(readObjectIdentifier(child(child(imprint, 0), 0)))
    if (!digest) stop(finding, 'unsupported')
    if (!hash(digest, ...range.covered).equals(octets(child(imprint, 1)))) stop(finding, 'digest-mismatch')
    return [content]
  }
  if (finding.subFilter !== 'adbe.pkcs7.sha1') stop(finding, 'has-content')
  if (!hash('sha1', ...range.covered).equals(content)) stop(finding, 'digest-mismatch')
  finding.codes.push('digest-algorithm')
  return [content]
}

function mathematics(range: SignedRange, data: SignedData, signer: Signer, finding: SignatureFinding, { isPlan }: SignatureRules): void {
  const content = coveredContent(range, data, finding, isPlan)
  const { fault, digest, scheme } = checkSigner(signer, data.contentType, content)
  finding.algorithm = `${scheme} ${digest}`
  if (signer.certificate) finding.signer = signer.certificate
  if (fault !== 'unsupported' && fault !== 'no-certificate') finding.reached.add('mathematics')
  if (fault) stop(finding, fault)
  if (!signer.certificate) stop(finding, 'no-certificate')
  const named = checkNamedCertificate(signer)
  if (named === 'wrong' || (isPlan && named !== 'named')) stop(finding, 'certificate-hash')
  if (!isStrongDigest(digest)) finding.codes.push('digest-algorithm')
  if (isWeakKey(signer.certificate.key)) finding.codes.push('weak-key')
  const stated = signer.attribute(OID.messageDigest)
  if (stated && digest === 'sha256') finding.signedDigest = `${octets(stated).toString('hex')} ${range.gapStart} ${range.gapEnd}`
}

/** Rule 9, before anything foreign is looked at: the structure must be, byte for byte, what our writer makes of its parts. */
function exactForm(bytes: Buffer, range: SignedRange, data: SignedData, signer: Signer, finding: SignatureFinding): void {
  finding.reached.add('exact-form')
  const reserved = (range.gapEnd - range.gapStart - 2) / 2
  if (reserved !== (signer.token ? RESERVED.stamped : RESERVED.plain)) stop(finding, signer.token ? 'not-canonical' : 'timestamp-missing')
  if (!tryRewrite(data)?.equals(range.contents.subarray(0, data.length))) stop(finding, 'not-canonical')
  const hex = bytes.toString('latin1', range.gapStart + 1, range.gapEnd - 1)
  if (hex !== range.contents.toString('hex')) stop(finding, 'not-canonical')
  const named = namedHashes(signer)
  const isNamed = (name: Buffer) => data.certificates.some((certificate) => sha256(certificate).equals(name))
  if (named.length !== data.certificates.length || !named.every(isNamed)) stop(finding, 'not-canonical')
}

function tryRewrite(data: SignedData): Buffer | undefined {
  try {
    return rewriteSignedData(data)
  } catch {
    return undefined
  }
}

/** The time at which the signer's certificate must have been valid. */
function timeStamp(signer: Signer, finding: SignatureFinding, rules: SignatureRules): number {
  finding.hasTimeStamp = signer.token !== undefined
  if (!signer.token) return rules.at
  finding.reached.add('time-stamp')
  const time = checkToken(signer.token.raw, signer.signature, { anchors: rules.timeStampAnchors, isExact: rules.isPlan })
  if (typeof time === 'number') {
    finding.provenAt = time
    return time
  }
  finding.codes.push(time)
  return rules.at
}

function whoSigned(data: SignedData, signer: Signer, at: number, finding: SignatureFinding, rules: SignatureRules): void {
  const { certificate } = signer
  if (!certificate) return
  finding.reached.add('signer')
  const purpose = purposeFault(certificate, 'document')
  if (purpose) finding.codes.push(purpose)
  const embedded = data.certificates.map(tryReadCertificate).filter((each) => each !== undefined)
  const path = findPath(certificate, embedded, rules.anchors, at, rules.isPlan)
  if (typeof path === 'string') finding.codes.push(path)
  else if (rules.isPlan && !maySignHere(path, finding.found.field, rules)) finding.codes.push('wrong-signer')
}

function maySignHere(path: readonly Certificate[], field: string, { signers }: SignatureRules): boolean {
  const role = roleOfField(field)
  if (!role) return false
  const expected = signers[role]
  return expected === undefined || expected.some((wanted) => path.some((link) => link.der.equals(wanted.der)))
}
