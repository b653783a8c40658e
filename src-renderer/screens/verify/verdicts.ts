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
export const statusOfOutcome = (outcome: Check['outcome']): StatusId => outcomes[outcome]

const order: readonly Check['outcome'][] = ['failed', 'remark', 'passed', 'not-checked']

/** The worst result decides, so it stands first. */
export const worstFirst = (checks: readonly Check[]): readonly Check[] =>
  checks.toSorted((one, other) => order.indexOf(one.outcome) - order.indexOf(other.outcome))

/** What a check says, in a sentence. */
export function sayCheck({ tOr }: Speech, { rule, outcome, code }: Check): string {
  if (code !== null) return tOr([`verify.code.${code}`])
  return tOr([outcome === 'not-checked' ? `verify.not-checked.${rule}` : `verify.passed.${rule}`])
}
