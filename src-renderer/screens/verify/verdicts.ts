import type { VerdictView } from '#contract/plans.ts'
import type { StatusId } from '../../components/status.ts'

const statuses = {
  'intact-trusted': 'met',
  'intact-unknown-signer': 'soon',
  'cannot-verify': 'soon',
  'do-not-trust': 'stop',
} as const satisfies Record<VerdictView['verdict'], StatusId>

export const statusOfVerdict = (verdict: VerdictView['verdict']): StatusId => statuses[verdict]

/** Failed checks first: the worst result decides. */
export const worstFirst = (checks: VerdictView['checks']): VerdictView['checks'] => [
  ...checks.filter((check) => !check.ok),
  ...checks.filter((check) => check.ok),
]
