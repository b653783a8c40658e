import { z } from 'zod'

/** `entry` counts within its chain; a fault of a checkpoint has no chain and counts checkpoints. */
const journalFault = z.strictObject({ code: z.string(), chain: z.string().nullable(), entry: z.int() })

/** A name for a file in a folder that is told apart. */
const fileName = z.string().regex(/^[^/\\\0]{1,200}$/)

export const journalOperations = {
  'journal.verify': {
    effect: 'read',
    refreshes: [],
    /** What bears witness from outside: a plan, a backup's manifest or the side file by path, or a head, `CHAIN:SEQ:HASH`. */
    input: z.strictObject({
      known: z.string().min(1).max(4000).array().max(100).optional(),
      /** Also compares with what the register itself knows to lie outside: its side file, and the copies at the places within reach. */
      own: z.boolean().optional(),
    }),
    output: z.strictObject({
      intact: z.boolean(),
      chains: z.int(),
      entries: z.int(),
      faults: journalFault.array(),
      /** What it was compared with; a checkpoint that the register does not have is among the faults. */
      compared: z.strictObject({ kind: z.enum(['side-file', 'copy', 'given']), name: z.string(), checkpoint: z.int().nullable() }).array(),
    }),
  },
  /** The whole journal into a file of its own, details sealed, without names. Never over another file. */
  'journal.export': {
    effect: 'write',
    refreshes: [],
    input: z.strictObject({ folder: z.string().min(1), name: fileName, operationId: z.string() }),
    output: z.strictObject({
      file: z.string(),
      registerId: z.string(),
      entries: z.int(),
      chains: z.int(),
      checkpoint: z.strictObject({ number: z.int(), hash: z.string() }),
      /** Public key of whoever exported, base64: the checker needs it from elsewhere than the file. */
      signatureKey: z.string(),
      /** Where the checker lies that needs neither Hemväg nor the register. */
      verifier: z.string(),
    }),
  },
} as const
