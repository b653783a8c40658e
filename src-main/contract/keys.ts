import { z } from 'zod'

const nothing = z.strictObject({})
const passphrase = z.string().min(1).max(1000)
const recoveryWords = z.string().max(1000)
const name = z.string().trim().min(1).max(80)
const folder = z.string().min(1).max(4000)
/** What is typed back from a print of a recovery key. */
const code = z.string().max(20)

/** Whether a register can be made in a folder, or one that is there opened; otherwise why not. */
export const placeVerdict = z.enum([
  'free',
  'holds-register',
  'occupied',
  'synchronised',
  'on-network',
  'not-writable',
  'parent-missing',
  'full',
])
export type PlaceVerdict = z.infer<typeof placeVerdict>

export const keysOperations = {
  /** What the lock screen must know: nothing about any case or any name. */
  'unlock.state': {
    effect: 'read',
    whileLocked: true,
    refreshes: [],
    input: nothing,
    output: z.strictObject({
      /** Several people have a passphrase, so a name is asked for. */
      needsName: z.boolean(),
      /** Failed tries since the last opening, and seconds until the next is taken. */
      tries: z.int(),
      waitSeconds: z.int(),
      hasRecoveryKey: z.boolean(),
      /** Whether this window can make and open other registers. */
      canChange: z.boolean(),
      /** Whether the computer remembers the last passphrase and can open without one. */
      remembered: z.boolean(),
    }),
  },
  'unlock.remembered': { effect: 'write', whileLocked: true, refreshes: ['*'], input: nothing, output: nothing },
  /** Minutes without a touch until the window locks, and how long the computer may remember the passphrase. */
  'lock.settings': {
    effect: 'read',
    refreshes: [],
    input: nothing,
    output: z.strictObject({ idleMinutes: z.int(), canRemember: z.boolean(), remembers: z.boolean(), rememberDays: z.int() }),
  },
  'lock.change-settings': {
    effect: 'write',
    refreshes: ['lock.settings', 'unlock.state'],
    input: z.strictObject({
      idleMinutes: z.int().min(1).max(30).optional(),
      remembers: z.boolean().optional(),
      rememberDays: z.int().min(1).max(30).optional(),
      operationId: z.string(),
    }),
    output: nothing,
  },
  'passphrase.change': {
    effect: 'write',
    refreshes: ['unlock.state', 'lock.settings'],
    input: z.strictObject({ current: passphrase, next: passphrase, operationId: z.string() }),
    output: nothing,
  },
  /** Six words drawn anew each time. */
  'passphrase.suggest': {
    effect: 'write',
    whileLocked: true,
    refreshes: [],
    input: nothing,
    output: z.strictObject({ words: z.string().array() }),
  },
  /** Draws a recovery key to be printed or copied by hand. It opens nothing until it is kept. */
  'recovery-key.draw': {
    effect: 'write',
    whileLocked: true,
    refreshes: [],
    input: nothing,
    output: z.strictObject({ words: z.string().array(), code: z.string() }),
  },
  /** Keeps the key drawn last; the former one is worthless from then on. The code proves that the print can be read. */
  'recovery-key.keep': {
    effect: 'write',
    refreshes: ['unlock.state'],
    input: z.strictObject({ code, operationId: z.string() }),
    output: nothing,
  },
  /** Whose passphrase the words can set anew. */
  'recovery.accounts': {
    effect: 'write',
    whileLocked: true,
    refreshes: [],
    input: z.strictObject({ words: recoveryWords }),
    output: z.strictObject({ accounts: z.strictObject({ id: z.string(), name: z.string(), recoverable: z.boolean() }).array() }),
  },
  /** Sets a new passphrase for one account and opens the register with it. */
  'recovery.set-passphrase': {
    effect: 'write',
    whileLocked: true,
    refreshes: ['*'],
    input: z.strictObject({ words: recoveryWords, personId: z.string(), passphrase, operationId: z.string() }),
    output: nothing,
  },
  'place.check': {
    effect: 'write',
    whileLocked: true,
    refreshes: [],
    input: z.strictObject({ folder }),
    output: z.strictObject({ verdict: placeVerdict, freeBytes: z.number().nullable() }),
  },
  'place.suggest': {
    effect: 'read',
    whileLocked: true,
    refreshes: [],
    input: nothing,
    /** `lost`: where the register that was open last should lie, when nothing lies there. */
    output: z.strictObject({ folder: z.string(), lost: z.string().nullable() }),
  },
  /** Makes a register with the recovery key drawn last, and opens it in this window. */
  'register.create': {
    effect: 'write',
    whileLocked: true,
    refreshes: ['*'],
    input: z.strictObject({ folder, mark: z.string().regex(/^[A-Z]{2,4}$/), name, passphrase, code }),
    output: nothing,
  },
  /** Turns this window to a register that is there; it remains locked. */
  'register.choose': { effect: 'write', whileLocked: true, refreshes: ['*'], input: z.strictObject({ folder }), output: nothing },
  'register.practise': { effect: 'write', whileLocked: true, refreshes: ['*'], input: nothing, output: nothing },
} as const
