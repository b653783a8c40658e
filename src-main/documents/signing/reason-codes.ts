/** The rules, in the order in which they are applied. The last one, "the worst wins", makes the verdict. */
export const RULES = [
  'file',
  'place',
  'padding',
  'container',
  'mathematics',
  'exact-form',
  'time-stamp',
  'later-changes',
  'signer',
] as const
export type Rule = (typeof RULES)[number]

/** Best first. */
export const VERDICTS = ['intact-trusted', 'intact-unknown-signer', 'cannot-verify', 'do-not-trust'] as const
export type Verdict = (typeof VERDICTS)[number]
export type Profile = 'plan' | 'foreign'

interface Reason {
  readonly rule: Rule
  /** The best verdict that a file with this reason may get. `intact-trusted`: only a remark. */
  readonly plan: Verdict
  readonly foreign: Verdict
}

const reason = (rule: Rule, plan: Verdict, foreign: Verdict): Reason => ({ rule, plan, foreign })
const broken = (rule: Rule) => reason(rule, 'do-not-trust', 'do-not-trust')
/** A plan must not have it; another signer's file may, and is told of it. */
const remark = (rule: Rule) => reason(rule, 'do-not-trust', 'intact-trusted')
/** A weakness in what another signer used: nothing can be concluded from such a signature. */
const weak = (rule: Rule) => reason(rule, 'do-not-trust', 'cannot-verify')
/** The signer is not established, which for a plan of ours is already wrong. */
const unestablished = (rule: Rule) => reason(rule, 'do-not-trust', 'intact-unknown-signer')

/**
 * Every reason that a check can give. `expired` is not proof of tampering: without a time stamp nothing tells when the file was signed,
 * so an old plan cannot be verified rather than be called false.
 */
const REASONS = {
  structure: remark('file'),
  encrypted: remark('file'),
  'previous-differs': broken('file'),
  unreadable: reason('file', 'cannot-verify', 'cannot-verify'),
  unsigned: reason('file', 'cannot-verify', 'cannot-verify'),
  'signature-lost': weak('file'),
  'byte-range': broken('place'),
  'contents-gap': broken('place'),
  'range-end': remark('place'),
  'contents-empty': broken('place'),
  'not-at-end': remark('place'),
  'sub-filter': weak('place'),
  padding: remark('padding'),
  'cms-malformed': broken('container'),
  'signer-count': remark('container'),
  'no-signer': weak('container'),
  'has-content': broken('container'),
  unsupported: weak('container'),
  'no-certificate': weak('container'),
  'digest-algorithm': weak('container'),
  'weak-key': weak('container'),
  'digest-mismatch': broken('mathematics'),
  'signature-wrong': broken('mathematics'),
  'certificate-hash': broken('mathematics'),
  'timestamp-missing': broken('exact-form'),
  'not-canonical': broken('exact-form'),
  'revision-form': broken('exact-form'),
  'timestamp-malformed': remark('time-stamp'),
  'timestamp-digest': remark('time-stamp'),
  'timestamp-imprint': remark('time-stamp'),
  'timestamp-nonce': remark('time-stamp'),
  'timestamp-signature': remark('time-stamp'),
  'timestamp-unsupported': remark('time-stamp'),
  'timestamp-certificate': remark('time-stamp'),
  'timestamp-purpose': remark('time-stamp'),
  'timestamp-form': remark('time-stamp'),
  'timestamp-untrusted': reason('time-stamp', 'cannot-verify', 'intact-trusted'),
  'timestamp-issuer-not-ca': remark('time-stamp'),
  'timestamp-expired': remark('time-stamp'),
  'timestamp-spare-certificate': remark('time-stamp'),
  'later-changes': broken('later-changes'),
  certification: broken('later-changes'),
  'active-content': broken('later-changes'),
  purpose: unestablished('signer'),
  'critical-extension': unestablished('signer'),
  untrusted: reason('signer', 'intact-unknown-signer', 'intact-unknown-signer'),
  'issuer-not-ca': unestablished('signer'),
  expired: reason('signer', 'cannot-verify', 'intact-unknown-signer'),
  'spare-certificate': unestablished('signer'),
  'wrong-signer': unestablished('signer'),
} as const satisfies Record<string, Reason>

export type ReasonCode = keyof typeof REASONS

export const REASON_CODES: readonly string[] = Object.keys(REASONS)
export const ruleOf = (code: ReasonCode): Rule => REASONS[code].rule
export const verdictOf = (code: ReasonCode, profile: Profile): Verdict => REASONS[code][profile]

/** The document is as good as its worst finding. */
export function worstVerdict(codes: readonly ReasonCode[], profile: Profile): Verdict {
  const worst = Math.max(0, ...codes.map((code) => VERDICTS.indexOf(verdictOf(code, profile))))
  return VERDICTS[worst] ?? 'do-not-trust'
}
