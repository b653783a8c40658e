import { acceptedForm } from './accepted-form.ts'
import { type Attachment, readAttachments } from './attachments.ts'
import { checkSignature, type SignatureRules } from './check-signature.ts'
import { type Certificate, tryReadCertificate } from './cms/certificate.ts'
import { findSignatures } from './find-signatures.ts'
import type { LaterChange } from './later-change.ts'
import { findLaterChanges } from './later-changes.ts'
import { asBuffer } from './pdf/as-buffer.ts'
import { isReadingProblem, PdfFile } from './pdf/pdf-file.ts'
import { isArray, nameText, type PdfDictionary, PdfReference } from './pdf/values.ts'
import type { SignerRole } from './plan-fields.ts'
import { type Profile, type ReasonCode, type Rule, type Verdict, worstVerdict } from './reason-codes.ts'
import { type Check, type JudgedSignature, listChecks, type Reason, reportSignature, type SignatureReport } from './report.ts'

export interface VerifyOptions {
  /** `plan`: a plan of ours, every rule, one exact form. `foreign`: are the bytes intact and what followed; never "our plan". */
  readonly profile: Profile
  /** DER certificates whose holders, or whose subordinates, are known here. */
  readonly trusted: readonly Uint8Array[]
  /** ISO instant of the check. */
  readonly at: string
  /** Who may sign as what: one of these certificates must be in the signer's path. A role left out is open to everyone trusted. */
  readonly signers?: Partial<Readonly<Record<SignerRole, readonly Uint8Array[]>>>
  readonly trustedTimeStamps?: readonly Uint8Array[]
  /** A copy that we keep: the file must begin with exactly these bytes. */
  readonly previous?: Uint8Array
}

export interface Verification {
  readonly verdict: Verdict
  /** Why, without repetition, in the order found. */
  readonly codes: readonly ReasonCode[]
  /** One entry for each rule or reason, worst first. */
  readonly checks: readonly Check[]
  /** Oldest first. */
  readonly signatures: readonly SignatureReport[]
  /** Only of a file whose bytes are intact. Unpacked when they are first asked for. */
  readonly attachments: readonly Attachment[]
}

/**
 * Verifies the signatures of a PDF. Any bytes give a verdict in bounded time: junk, an unsigned
 * or a truncated file, one that contains itself. Nothing is sent anywhere.
 */
export function verifyPdf(bytes: Uint8Array, options: VerifyOptions): Verification {
  const judgement = new Judgement(asBuffer(bytes), options)
  try {
    judgement.run()
  } catch (error) {
    if (!isReadingProblem(error)) throw error
    judgement.giveUp()
  }
  return judgement.result()
}

const readAll = (certificates: readonly Uint8Array[] = []): Certificate[] =>
  certificates.map((certificate) => tryReadCertificate(Buffer.from(certificate))).filter((certificate) => certificate !== undefined)

class Judgement {
  private readonly bytes: Buffer
  private readonly options: VerifyOptions
  private readonly isPlan: boolean
  private readonly rules: SignatureRules
  private readonly reached = new Set<Rule>(['file'])
  private readonly fileCodes: ReasonCode[] = []
  private readonly signatures: JudgedSignature[] = []
  private file: PdfFile | undefined

  constructor(bytes: Buffer, options: VerifyOptions) {
    this.bytes = bytes
    this.options = options
    this.isPlan = options.profile === 'plan'
    const { organisation, partner } = options.signers ?? {}
    this.rules = {
      isPlan: this.isPlan,
      at: Date.parse(options.at),
      anchors: readAll(options.trusted),
      timeStampAnchors: readAll(options.trustedTimeStamps),
      signers: {
        ...(organisation ? { organisation: readAll(organisation) } : {}),
        ...(partner ? { partner: readAll(partner) } : {}),
      },
    }
  }

  run(): void {
    if (!this.beginsWithOurCopy()) this.fileCodes.push('previous-differs')
    const file = new PdfFile(this.bytes)
    this.file = file
    if (file.trailer.has('Encrypt')) this.fileCodes.push('encrypted')
    for (const found of findSignatures(file, this.isPlan)) {
      const finding = checkSignature(file, found, this.rules)
      for (const rule of finding.reached) this.reached.add(rule)
      this.signatures.push({ finding, isWholeFile: false, laterChanges: [] })
    }
    this.signatures.sort((left, right) => endOf(left) - endOf(right))
    this.judgeRevisions(file)
    if (this.signatures.length === 0) this.fileCodes.push(this.looksSigned() ? 'signature-lost' : 'unsigned')
    else if (file.doubts.size > 0) this.fileCodes.push('structure')
    if (file.effort.isExhausted) this.fileCodes.push('unreadable')
  }

  giveUp(): void {
    this.fileCodes.push('unreadable')
    if (this.looksSigned()) this.fileCodes.push('signature-lost')
  }

  private beginsWithOurCopy(): boolean {
    const { previous } = this.options
    return !previous || Buffer.compare(this.bytes.subarray(0, previous.length), previous) === 0
  }

  private looksSigned(): boolean {
    for (let at = this.bytes.indexOf('/ByteRange'); at >= 0; at = this.bytes.indexOf('/ByteRange', at + 1))
      if (/^\/ByteRange\s*\[/.test(this.bytes.toString('latin1', at, at + 40))) return true
    return false
  }

  /**
   * What followed each signature, and for plans whether each revision has our form and the first one certifies. The form of bytes
   * that do not match their signature says nothing, and is left out.
   */
  private judgeRevisions(file: PdfFile): void {
    let previousEnd: number | undefined
    for (const [index, signature] of this.signatures.entries()) {
      const end = endOf(signature)
      const { codes } = signature.finding
      if (end === 0) continue
      const isLast = index === this.signatures.length - 1
      signature.isWholeFile = this.isWholeFile(end)
      const signed = signature.isWholeFile ? file : tryOpen(this.bytes.subarray(0, end), file)
      this.reached.add('later-changes')
      if (!signature.isWholeFile) codes.push(...this.judgeLater(signature, signed, file, isLast))
      if (this.isPlan) codes.push(...this.judgePlanRevision(signature, signed, file, previousEnd, index === 0))
      if (previousEnd === end) codes.push('byte-range')
      previousEnd = end
    }
  }

  /** Behind another's signature a few blanks are let pass, as some mail programs add them. */
  private isWholeFile(end: number): boolean {
    const tail = this.bytes.length - end
    return tail === 0 || (!this.isPlan && tail < 8 && /^[\r\n \0]*$/.test(this.bytes.toString('latin1', end)))
  }

  private judgeLater(signature: JudgedSignature, signed: PdfFile | undefined, file: PdfFile, isLast: boolean): ReasonCode[] {
    const { signedDigest } = signature.finding
    const changes: LaterChange[] = [...tryCompare(signed, file, this.isPlan, signedDigest)]
    const hasNewSection = signed !== undefined && file.sections.length > signed.sections.length
    if (isLast && !hasNewSection) changes.push({ kind: 'trailing-bytes', isAllowed: false })
    signature.laterChanges = changes
    const codes: ReasonCode[] = isLast && this.isPlan ? ['not-at-end'] : []
    return changes.every(({ isAllowed }) => isAllowed) ? codes : [...codes, 'later-changes']
  }

  private judgePlanRevision(
    signature: JudgedSignature,
    signed: PdfFile | undefined,
    file: PdfFile,
    previousEnd: number | undefined,
    isFirst: boolean,
  ): ReasonCode[] {
    const codes: ReasonCode[] = []
    const { found, signedDigest } = signature.finding
    const form = signed && signedDigest ? acceptedForm(signed, previousEnd) : undefined
    if (form !== undefined) signature.form = form
    else if (signedDigest) codes.push('revision-form')
    if (isFirst ? !certifies(file, found) : found.dictionary.has('Reference')) codes.push('certification')
    if (isFirst && ACTIVE.some((key) => file.catalog.has(key))) codes.push('active-content')
    return codes
  }

  result(): Verification {
    const reasons: Reason[] = this.fileCodes.map((code) => ({ code }))
    for (const { finding } of this.signatures) for (const code of finding.codes) reasons.push({ code, field: finding.found.field })
    const codes = [...new Set(reasons.map(({ code }) => code))]
    const verdict = worstVerdict(codes, this.options.profile)
    const isIntact = verdict === 'intact-trusted' || verdict === 'intact-unknown-signer'
    const file = isIntact ? this.file : undefined
    let attachments: readonly Attachment[] | undefined
    return {
      verdict,
      codes,
      checks: listChecks(reasons, this.reached, this.options.profile),
      signatures: this.signatures.map(reportSignature),
      get attachments() {
        attachments ??= file ? readAttachments(file) : []
        return attachments
      },
    }
  }
}

const ACTIVE = ['OpenAction', 'AA', 'OCProperties']

const endOf = ({ finding }: JudgedSignature): number => finding.range?.end ?? 0

function tryOpen(bytes: Buffer, longer: PdfFile): PdfFile | undefined {
  try {
    return new PdfFile(bytes, longer)
  } catch (error) {
    if (isReadingProblem(error)) return undefined
    throw error
  }
}

function tryCompare(signed: PdfFile | undefined, file: PdfFile, isPlan: boolean, signedDigest: string | undefined): readonly LaterChange[] {
  try {
    if (signed) return findLaterChanges(signed, file, { isPlan, signedDigest })
  } catch (error) {
    if (!isReadingProblem(error)) throw error
  }
  return [{ kind: 'unreadable', isAllowed: false }]
}

/** The organisation's signature, DocMDP with P 2, and named as such by the catalog. */
function certifies(
  file: PdfFile,
  { dictionary, field, number }: { dictionary: PdfDictionary; field: string; number: number | undefined },
): boolean {
  const permissions = file.catalog.get('Perms')
  const named = permissions instanceof Map ? permissions.get('DocMDP') : undefined
  const references = dictionary.get('Reference')
  const [reference] = isArray(references) && references.length === 1 ? references : []
  if (!(reference instanceof Map) || !(named instanceof PdfReference)) return false
  const parameters = reference.get('TransformParams')
  const isCertification = nameText(reference.get('TransformMethod')) === 'DocMDP' && parameters instanceof Map && parameters.get('P') === 2
  return isCertification && named.number === number && field === 'organisation'
}
