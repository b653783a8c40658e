import { z } from 'zod'

const nothing = z.strictObject({})
const instant = z.iso.datetime()
const count = z.int().nonnegative()
const folder = z.string().min(1).max(4000)
const user = z.string().min(1).max(200).optional()
const passphrase = z.string().min(1).max(1000)
const operationId = z.string()
/** `register-20261001T080000000Z`; null means the newest. */
const copyName = z.string().max(100).nullable()

const failure = z.strictObject({
  code: z.string(),
  messageKey: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
})

const copy = z.strictObject({
  name: z.string(),
  at: instant,
  size: count,
  cases: count,
  entries: count,
  attachments: count,
  checkpoint: z.int().nullable(),
})

const facts = z.strictObject({
  registerId: z.string(),
  schema: z.int(),
  newestEntryAt: instant.nullable(),
  cases: count,
  entries: count,
  attachments: count,
  checkpoint: z.int().nullable(),
})

const trial = z.strictObject({ at: instant, copy: z.string(), cases: count, closed: count, entries: count, intact: z.boolean() })

const state = z.strictObject({
  /** The register's own moment, by which ages are told. */
  now: instant,
  places: z.array(
    z.strictObject({
      id: z.string(),
      label: z.string(),
      folder: z.string(),
      /** Whether the folder can be reached now. */
      isThere: z.boolean(),
      /** Lies on the disk of the register, and is lost with it. */
      sameDisk: z.boolean(),
      lastGoodAt: instant.nullable(),
      /** The last good copy is missing or older than the register asks for. */
      tooOld: z.boolean(),
      copies: count,
      newest: copy.nullable(),
      /** An erasure has not reached the keyring that lies there. */
      unreached: z.boolean(),
    }),
  ),
  trial: trial.nullable(),
})

export const backupOperations = {
  /** What may be said before the register is unlocked: moments and a code. */
  'backup.seen': {
    effect: 'read',
    whileLocked: true,
    refreshes: [],
    input: nothing,
    output: z.strictObject({ lastGoodAt: instant.nullable(), failed: z.strictObject({ at: instant, messageKey: z.string() }).nullable() }),
  },
  'backup.state': { effect: 'read', refreshes: [], input: nothing, output: state },
  /** Reads every page of the register and the whole journal. */
  'backup.health': {
    effect: 'read',
    refreshes: [],
    input: nothing,
    output: z.strictObject({
      checkedAt: instant,
      pages: count,
      damagedPages: count,
      journalIntact: z.boolean(),
      entries: count,
      recoveryKeyAt: instant.nullable(),
    }),
  },
  'backup.add-place': {
    effect: 'write',
    refreshes: ['backup.state'],
    input: z.strictObject({ folder, operationId }),
    output: z.strictObject({ placeId: z.string(), warning: z.enum(['synchronised', 'same-disk']).nullable() }),
  },
  'backup.forget-place': {
    effect: 'write',
    refreshes: ['backup.state'],
    input: z.strictObject({ placeId: z.string(), operationId }),
    output: nothing,
  },
  /** Copies to one place, or to all; a place that fails does not keep the others waiting. */
  'backup.make': {
    effect: 'write',
    refreshes: ['backup.state', 'backup.seen', 'backup.list'],
    input: z.strictObject({ placeId: z.string().nullable() }),
    output: z.strictObject({
      attempts: z.array(z.strictObject({ placeId: z.string(), folder: z.string(), copy: copy.nullable(), failure: failure.nullable() })),
    }),
  },
  /** Proves one copy: with the keys that lie beside it and a passphrase, or with those of the open register. */
  'backup.verify': {
    effect: 'read',
    whileLocked: true,
    refreshes: [],
    input: z.strictObject({ file: folder, passphrase: passphrase.nullable(), user }),
    output: copy.extend({ pages: count }),
  },
  /** Needs no key: manifests say nothing of anybody. */
  'backup.list': {
    effect: 'read',
    whileLocked: true,
    refreshes: [],
    input: z.strictObject({ folder }),
    output: z.strictObject({ registers: z.array(z.strictObject({ registerId: z.string(), folder: z.string(), copies: z.array(copy) })) }),
  },
  /** Restores into a temporary folder, reads everything, and removes it again. */
  'backup.try': {
    effect: 'write',
    refreshes: ['backup.state'],
    input: z.strictObject({ placeId: z.string(), operationId }),
    output: trial,
  },
  /**
   * How a copy stands to the register here: the open one, or the one in `into`. Changes neither. `passphrase` may be the words of the
   * recovery key; `user` whose passphrase it is, where several share the register.
   */
  'backup.compare': {
    effect: 'write',
    whileLocked: true,
    refreshes: [],
    input: z.strictObject({ from: folder, copy: copyName, into: folder.nullable(), passphrase, user }),
    output: z.strictObject({
      copy: copy.extend({ facts }),
      present: z.strictObject({ state: z.enum(['none', 'readable', 'unreadable']), facts: facts.nullable() }),
      relation: z.enum(['same', 'ancestor', 'ahead', 'diverged', 'other', 'unreadable']).nullable(),
      /** Journal entries here that the copy does not have. */
      lost: count,
    }),
  },
  /** Beside: into a new folder. Instead: the register here is locked and steps aside, whole; `into` null means the one of this window. */
  'backup.restore': {
    effect: 'write',
    whileLocked: true,
    refreshes: ['*'],
    input: z.strictObject({ from: folder, copy: copyName, into: folder.nullable(), mode: z.enum(['beside', 'instead']), passphrase, user }),
    output: z.strictObject({ folder: z.string(), copy: z.string(), at: instant, asideIn: z.string().nullable(), erasedAgain: count }),
  },
} as const

export const keptTrial = trial
