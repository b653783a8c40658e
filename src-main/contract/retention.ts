import { z } from 'zod'
import { retentionDecisionSchema } from '#domain/deadlines/retention-decision.ts'
import { day, reference } from './views.ts'

/** Why one case is kept or may go. The sentence is `retention.<rule>`; `due` tells that its clock has run. */
const retentionView = z.strictObject({
  reference,
  rule: z.string().nullable(),
  /** How the case stands on the day, for `retention.state.*`: `must` has a last day, `may` has none. */
  state: z.enum(['must', 'may', 'later', 'waiting', 'kept', 'ask', 'no-rule']),
  action: z.enum(['keep', 'not-before', 'erase-due', 'ask', 'propose']),
  listedFrom: day.nullable(),
  completeBy: day.nullable(),
  due: z.boolean(),
  alsoApply: z.string().array(),
  basis: z.string().nullable(),
  standing: z.enum(['law', 'guidance', 'own', 'unverified']),
  checked: z.enum(['read', 'summary', 'unverified']).nullable(),
  validFrom: day.nullable(),
  /** The day follows from the office's own decision. */
  decided: z.boolean(),
})
export type RetentionView = z.infer<typeof retentionView>

const signedView = z.strictObject({ list: z.string(), digest: z.string(), signedAt: z.string(), cases: reference.array() })
export type SignedListView = z.infer<typeof signedView>

/** What proves an erasure: the entry's number in the register's own chain, and the digest of the signed list. */
const erasureView = z.strictObject({
  reference,
  rule: z.string(),
  list: z.string(),
  digest: z.string(),
  signedAt: z.string(),
  doneAt: z.string().nullable(),
  entry: z.int().nullable(),
})
export type ErasureView = z.infer<typeof erasureView>

/** A place with backups; `outstanding` names the erased cases that an older keyring there could still open. */
const placeView = z.strictObject({ name: z.string(), keyringAt: z.string().nullable(), outstanding: reference.array() })

export const retentionOperations = {
  'retention.list': {
    effect: 'read',
    refreshes: [],
    input: z.strictObject({ on: day.optional() }),
    output: z.strictObject({
      on: day,
      cases: retentionView.array(),
      /** Cases that are not open to this person: they cannot be judged and cannot be listed. */
      closed: reference.array(),
      decision: retentionDecisionSchema.nullable(),
      mayErase: z.boolean(),
    }),
  },
  /** The decision of an office whose rule leaves it to the office. */
  'retention.decide': {
    effect: 'write',
    refreshes: ['retention.list'],
    input: z.strictObject({ decision: retentionDecisionSchema, operationId: z.string() }),
    output: z.strictObject({}),
  },
  /** Signs a weeding list. Erases nothing yet. */
  'retention.sign': {
    effect: 'write',
    refreshes: ['erasure.state'],
    input: z.strictObject({
      cases: reference.array().min(1),
      leaveOut: z.strictObject({ reference, reason: z.string().trim().min(1).max(1000) }).array(),
      reason: z.string().trim().min(1).max(1000),
      operationId: z.string(),
    }),
    output: signedView,
  },
  /** Erases what a signed list names, for good. `confirm` is the number of its cases, as typed by the one who erases. */
  'retention.erase': {
    effect: 'write',
    refreshes: ['*'],
    input: z.strictObject({ list: z.string(), confirm: z.int() }),
    output: z.strictObject({ erased: erasureView.array(), places: placeView.array() }),
  },
  'erasure.state': {
    effect: 'read',
    refreshes: [],
    input: z.strictObject({}),
    output: z.strictObject({
      erasures: erasureView.array(),
      waiting: signedView.array(),
      places: placeView.array(),
      /** Erasures that were interrupted and were finished when the register was opened. */
      finishedAtOpening: z.string().array(),
    }),
  },
} as const
