import type { VerdictView } from '#contract/plans.ts'
import type { Speech } from '../../app/text.ts'
import type { StatusId } from '../../components/status.ts'

type Check = VerdictView['checks'][number]

const statuses = {
  'intact-trusted': 'met',
  'intact-unknown-signer': 'soon',
  'cannot-verify': 'soon',
  'do-not-trust': 'stop',
} as const satisfies Record<VerdictView['verdict'], StatusId>
export const statusOfVerdict = (verdict: VerdictView['verdict']): StatusId => statuses[verdict]

const outcomes = { failed: 'stop', remark: 'soon', passed: 'met', 'not-checked': 'na' } as const satisfies Record<
  Check['outcome'],
  StatusId
>

const order: readonly Check['outcome'][] = ['failed', 'remark', 'passed', 'not-checked']

/** The worst result decides, so it stands first. */
export const worstFirst = (checks: readonly Check[]): readonly Check[] =>
  checks.toSorted((one, other) => order.indexOf(one.outcome) - order.indexOf(other.outcome))

/** Whether the file is what was signed; only then is what it says of itself established. */
export const isIntact = ({ verdict }: VerdictView): boolean => verdict === 'intact-trusted' || verdict === 'intact-unknown-signer'

/** A rule that found no fault establishes nothing in a file that another rule has felled, so it gets no tick there. */
export const statusOfCheck = (found: VerdictView, { outcome }: Check): StatusId =>
  outcome === 'passed' && !isIntact(found) ? 'na' : outcomes[outcome]

const applied = ['file', 'place', 'padding', 'container', 'mathematics', 'exact-form', 'time-stamp', 'later-changes', 'signer']

/** What a check says, in a sentence. */
export function sayCheck({ t, tOr }: Speech, found: VerdictView, { rule, outcome, code }: Check): string {
  if (code !== null) return tOr([`verify.code.${code}`])
  if (outcome === 'passed') return isIntact(found) ? tOr([`verify.passed.${rule}`]) : t('verify.noFaultHere')
  const before = found.checks.filter((each) => each.outcome === 'failed' && applied.indexOf(each.rule) < applied.indexOf(rule))
  if (before.some((each) => each.code === 'unsigned')) return t('verify.notTried.unsigned')
  const [first] = before.toSorted((one, other) => applied.indexOf(one.rule) - applied.indexOf(other.rule))
  if (first === undefined) return tOr([`verify.not-checked.${rule}`])
  return t('verify.notTried', { rule: tOr([`verify.rule.${first.rule}`]) })
}
