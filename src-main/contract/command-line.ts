import { z } from 'zod'
import { reference } from './views.ts'

const signer = z.strictObject({ subject: z.string(), fingerprint: z.string(), pem: z.string() })

/** What only the command line may call: whole case files never enter the window. */
export const commandLineOperations = {
  'case.import': {
    effect: 'write',
    refreshes: ['*'],
    input: z.strictObject({ file: z.string().min(1), operationId: z.string() }),
    output: z.strictObject({ reference, version: z.int() }),
  },
  /** The whole case with every name. A read that is journalled. */
  'case.export': {
    effect: 'write',
    refreshes: [],
    input: z.strictObject({ reference, operationId: z.string() }),
    output: z.strictObject({ text: z.string() }),
  },
  /** Makes the office's signing identity. Refused where there is one: what it has signed must stay known. */
  'signer.create': {
    effect: 'write',
    refreshes: ['plan.offer'],
    input: z.strictObject({
      name: z.string().min(1).max(64),
      organisation: z.string().min(1).max(64),
      kind: z.enum(['rsa-3072', 'p-256']),
    }),
    output: signer,
  },
  'signer.show': { effect: 'read', refreshes: [], input: z.strictObject({}), output: signer },
  'schema.case': {
    effect: 'read',
    whileLocked: true,
    refreshes: [],
    input: z.strictObject({}),
    output: z.strictObject({ text: z.string() }),
  },
} as const
