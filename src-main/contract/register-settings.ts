import { z } from 'zod'
import { longestNoteLock } from '#domain/case/notes.ts'

/** A month: whoever copies more seldom would not notice that it stopped. @source Hemväg rule */
const longestCopyHours = 31 * 24

const copyHours = z.int().min(1).max(longestCopyHours)
const noteMinutes = z.int().min(0).max(longestNoteLock)

export const registerSettingsOperations = {
  'register.settings': {
    effect: 'read',
    refreshes: [],
    input: z.strictObject({}),
    output: z.strictObject({
      /** A place whose last good copy is older than this gets one when the register is closed. */
      copyHours,
      /** A note may be rewritten by its author for so long. */
      noteMinutes,
      mayChange: z.boolean(),
    }),
  },
  'register.change-settings': {
    effect: 'write',
    refreshes: ['register.settings', 'backup.state', 'case.about'],
    /** One at a time: each is an entry of the journal. */
    input: z.union([z.strictObject({ copyHours, operationId: z.string() }), z.strictObject({ noteMinutes, operationId: z.string() })]),
    output: z.strictObject({}),
  },
} as const
