import { z } from 'zod'
import { officeTypes } from '#domain/case/case-file.ts'
import { identifiers } from '#domain/case/child.ts'
import { line, municipality, plainDate, ulid } from '#domain/case/values.ts'
import { reference } from './views.ts'

const office = z.strictObject({ type: z.enum(officeTypes), name: line, unit: line })

export const newCaseOperations = {
  /** The office that the register's cases belong to; null in a register without cases, where it is asked for. */
  'case.office': { effect: 'read', refreshes: [], input: z.strictObject({}), output: z.strictObject({ office: office.nullable() }) },
  /** Opens a case for a child that was found. The operation's id becomes the case's, so that a retry finds it and opens no second one. */
  'case.create': {
    effect: 'write',
    refreshes: ['*'],
    input: z.strictObject({
      alias: line,
      diaryNumber: line.optional(),
      birthDate: z.strictObject({ value: plainDate, standing: z.enum(['verified', 'stated', 'disputed']) }),
      foundOn: plainDate,
      foundBy: z.enum(identifiers),
      municipality,
      office,
      operationId: ulid,
    }),
    output: z.strictObject({ reference }),
  },
} as const
