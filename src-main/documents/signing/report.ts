import type { SignatureFinding } from './check-signature.ts'
import { sha256 } from './cms/algorithms.ts'
import type { DistinguishedName } from './cms/distinguished-name.ts'
import { readName } from './cms/distinguished-name.ts'
import type { LaterChange } from './later-change.ts'
import { PdfString, readText } from './pdf/values.ts'
import { readPdfTime } from './pdf-time.ts'
import { roleOfField, type SignerRole } from './plan-fields.ts'
import { type Profile, type ReasonCode, RULES, type Rule, ruleOf, type Verdict, verdictOf } from './reason-codes.ts'

/** `remark`: worth knowing, changes nothing. `not-checked`: an earlier rule ended the check, or there was nothing to check. */
export type CheckOutcome = 'failed' | 'remark' | 'passed' | 'not-checked'

/** What one rule says of the file. A rule that gives several reasons has one entry for each. */
export interface Check {
  readonly rule: Rule
  readonly outcome: CheckOutcome
  /** Neither failed nor left out. */
  readonly ok: boolean
  readonly code?: ReasonCode
  /** The signature field, where the reason belongs to one. */
  readonly field?: string
}

export interface SignatureReport {
  readonly field: string
  readonly role?: SignerRole
  readonly subFilter: string
  /** The certificate's own words: show these, never the name in the signature dictionary or in the box. */
  readonly signer?: DistinguishedName
  readonly issuer?: DistinguishedName
  /** SHA-256 of the certificate, hexadecimal. */
  readonly fingerprint?: string
  /** ISO instant, as the signer's clock said; proven by nobody. */
  readonly signedAt?: string
  /** ISO instant, proven by a time stamp. */
  readonly provenAt?: string
  readonly reason?: string
  readonly algorithm?: string
  /** Version of our form that the revision has. */
  readonly form?: number
  /** Covers the file to its end: nothing was added after it. */
  readonly isWholeFile: boolean
  readonly laterChanges: readonly LaterChange[]
  readonly codes: readonly ReasonCode[]
}

/** What was found of one signature, and what the comparison of revisions added. */
export interface JudgedSignature {
  readonly finding: SignatureFinding
  isWholeFile: boolean
  laterChanges: readonly LaterChange[]
  form?: number
}

export function reportSignature({ finding, isWholeFile, laterChanges, form }: JudgedSignature): SignatureReport {
  const { found, signer, algorithm, provenAt } = finding
  const role = roleOfField(found.field)
  const stated = found.dictionary.get('M')
  const signedAt = stated instanceof PdfString ? readPdfTime(stated.bytes.toString('latin1')) : undefined
  const reason = readText(found.dictionary.get('Reason'))
  return {
    field: found.field,
    subFilter: finding.subFilter,
    isWholeFile,
    laterChanges,
    codes: finding.codes,
    ...(role === undefined ? {} : { role }),
    ...(signer
      ? { signer: safeName(signer.subject), issuer: safeName(signer.issuer), fingerprint: sha256(signer.der).toString('hex') }
      : {}),
    ...(signedAt === undefined ? {} : { signedAt }),
    ...(provenAt === undefined ? {} : { provenAt: new Date(provenAt).toISOString() }),
    ...(reason === undefined ? {} : { reason }),
    ...(algorithm === undefined ? {} : { algorithm }),
    ...(form === undefined ? {} : { form }),
  }
}

function safeName(der: Buffer): DistinguishedName {
  try {
    return readName(der)
  } catch {
    return {}
  }
}

export interface Reason {
  readonly code: ReasonCode
  readonly field?: string
}

/** One list of checks for the whole file, worst first. */
export function listChecks(reasons: readonly Reason[], reached: ReadonlySet<Rule>, profile: Profile): Check[] {
  const checks = RULES.flatMap((rule): Check[] => {
    const own = reasons.filter(({ code }) => ruleOf(code) === rule)
    if (own.length > 0) return own.map((reason) => failedCheck(rule, reason, profile))
    return [reached.has(rule) ? { rule, outcome: 'passed', ok: true } : { rule, outcome: 'not-checked', ok: false }]
  })
  const order: readonly CheckOutcome[] = ['failed', 'remark', 'not-checked', 'passed']
  return checks.sort((left, right) => order.indexOf(left.outcome) - order.indexOf(right.outcome))
}

function failedCheck(rule: Rule, { code, field }: Reason, profile: Profile): Check {
  const best: Verdict = verdictOf(code, profile)
  const isRemark = best === 'intact-trusted'
  return { rule, outcome: isRemark ? 'remark' : 'failed', ok: isRemark, code, ...(field === undefined ? {} : { field }) }
}
