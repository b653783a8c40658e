import { z } from 'zod'
import { reference } from './views.ts'

const gate = z.string().regex(/^G\d{2}$/)
const reason = z.string().trim().max(4000)
const asked = { reference, version: z.int().min(1), operationId: z.string().min(1).max(60) }
const output = z.strictObject({ version: z.int() })

/** What only a manager decides. Each on the version that was seen: of a newer one nothing is decided, it is refused as `stale`. */
export const decisionOperations = {
  /** By a manager who has not planned anything of the budget since it was last approved. */
  'budget.approve': { effect: 'write', refreshes: ['*'], input: z.strictObject({ ...asked, fundedForWholePeriod: z.boolean() }), output },
  /** Goes on without a soft safeguard, through `until` or until it is restored. A hard one is refused. */
  'safeguard.set-aside': {
    effect: 'write',
    refreshes: ['*'],
    input: z.strictObject({ ...asked, gate, reason, until: z.iso.date().optional() }),
    output,
  },
  /** The safeguard counts again from today. */
  'safeguard.restore': { effect: 'write', refreshes: ['*'], input: z.strictObject({ ...asked, gate, reason }), output },
} as const
