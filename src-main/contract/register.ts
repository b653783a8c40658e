import { z } from 'zod'
import { accepted, trouble } from './starts.ts'
import { day, language } from './views.ts'

const nothing = z.strictObject({})

export const registerOperations = {
  'register.status': {
    effect: 'read',
    whileLocked: true,
    refreshes: [],
    input: nothing,
    output: z.strictObject({
      state: z.enum(['open', 'locked', 'none']),
      /** What keeps a locked register from being opened. */
      trouble: trouble.optional(),
      demonstration: z.boolean(),
      /** Opens a demonstration again; null where a real passphrase guards real children. */
      demonstrationPassphrase: z.string().nullable(),
      /** The day that the register works with: today, or the fixed day of a demonstration. */
      today: day,
      language,
      user: z.string().nullable(),
      /** Where exports are suggested to go. */
      exportFolder: z.string(),
      /** Whether the shell can show a dialog to choose a folder or a file. */
      canChooseFiles: z.boolean(),
    }),
  },
  'register.unlock': {
    effect: 'write',
    whileLocked: true,
    refreshes: ['*'],
    /** Whose passphrase it is matters only where several people have one. */
    input: z.strictObject({
      user: z.string().min(1).max(80).optional(),
      passphrase: z.string().min(1).max(1000),
      accept: accepted,
    }),
    output: nothing,
  },
  'register.lock': { effect: 'write', whileLocked: true, refreshes: ['*'], input: nothing, output: nothing },
  'register.info': {
    effect: 'read',
    refreshes: [],
    input: nothing,
    output: z.strictObject({ registerId: z.string(), mark: z.string(), schema: z.int(), demonstration: z.boolean(), cases: z.int() }),
  },
  'files.choose-folder': {
    effect: 'read',
    whileLocked: true,
    refreshes: [],
    input: nothing,
    output: z.strictObject({ folder: z.string().nullable() }),
  },
  'files.choose-plan': {
    effect: 'read',
    whileLocked: true,
    refreshes: [],
    input: nothing,
    output: z.strictObject({ file: z.string().nullable() }),
  },
} as const
