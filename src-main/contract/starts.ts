import { z } from 'zod'
import { acceptableTroubles } from '#domain/starts/safe-facts.ts'

const values = z.record(z.string(), z.union([z.string(), z.number()]))

/** Troubles that the person has read and goes on in spite of. */
export const accepted = z.enum(acceptableTroubles).array().max(acceptableTroubles.length).optional()

/** What keeps a locked register from being opened, as far as that can be seen without a key. */
export const trouble = z.strictObject({ code: z.string(), messageKey: z.string(), values: values.optional() })

export const startOperations = {
  /** Looks at the register's folder without keys: what is there, what is safe, in this trouble. Changes nothing. */
  'register.examine': {
    effect: 'read',
    whileLocked: true,
    refreshes: [],
    input: z.strictObject({ trouble: z.string().min(1).max(40).nullable() }),
    output: z.strictObject({
      facts: z.strictObject({ code: z.string(), standing: z.enum(['met', 'soon', 'stop']), values }).array(),
      /** The number to give to support; none when nothing is wrong. */
      reference: z.string().nullable(),
      /** Free bytes where they have become few. */
      lowSpace: z.int().nullable(),
    }),
  },
} as const
