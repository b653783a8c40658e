import { z } from 'zod'
import { reference } from './views.ts'

/** What only the command line may call: whole case files never enter the window. */
export const commandLineOperations = {
  'case.import': {
    effect: 'write',
    refreshes: ['*'],
    input: z.strictObject({ file: z.string().min(1), operationId: z.string() }),
    output: z.strictObject({ reference, version: z.int() }),
  },
  'case.export': { effect: 'read', refreshes: [], input: z.strictObject({ reference }), output: z.strictObject({ text: z.string() }) },
  'schema.case': { effect: 'read', refreshes: [], input: z.strictObject({}), output: z.strictObject({ text: z.string() }) },
} as const
