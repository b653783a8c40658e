import { z } from 'zod'
import { language, reference } from './views.ts'

export const personRecordOperations = {
  /** Everything that a case holds about one person, as a PDF where the user points. Journalled as an export with its purpose. */
  'person.record': {
    effect: 'write',
    refreshes: [],
    input: z.strictObject({
      reference,
      /** `child`, or the id of a person of the case. */
      person: z.string().min(1).max(40),
      purpose: z.string().trim().min(1).max(300),
      language,
      folder: z.string().min(1),
      operationId: z.string(),
    }),
    /** `review`: passages for an officer to look at before it is handed out. */
    output: z.strictObject({ file: z.string(), fileName: z.string(), pages: z.int(), review: z.int() }),
  },
} as const
