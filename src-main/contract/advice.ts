import { z } from 'zod'
import { adviceDetailsSchema } from '#domain/advice/advice.ts'
import { adviceView, adviceYearView, operationId, recordId, version } from './directory-views.ts'
import { day } from './views.ts'

const year = z.int().min(2000).max(2200)
const refreshes = ['advice.list', 'advice.year'] as const
const path = z.string().min(1).max(4000)

/** Requests for advice, with or without a case. */
export const adviceOperations = {
  'advice.list': {
    effect: 'read',
    refreshes: [],
    input: z.strictObject({ year: year.optional() }),
    output: z.strictObject({
      today: day,
      year,
      /** Years in which there is something, and this one. */
      years: year.array(),
      advice: adviceView.array(),
      topics: z.string().array(),
    }),
  },
  /** Version 0 writes a new one under an id that the caller chose. */
  'advice.save': {
    effect: 'write',
    refreshes,
    input: z.strictObject({ id: recordId, version, details: adviceDetailsSchema, operationId }),
    output: z.strictObject({ version }),
  },
  'advice.answer': {
    effect: 'write',
    refreshes,
    input: z.strictObject({ id: recordId, version, on: day.optional(), what: z.string().trim().min(1).max(8000), operationId }),
    output: z.strictObject({ version }),
  },
  'advice.year': { effect: 'read', refreshes: [], input: z.strictObject({ year: year.optional() }), output: adviceYearView },
  /** The figures of a year as a file; no request is in it. */
  'advice.export': {
    effect: 'write',
    refreshes: [],
    input: z.strictObject({ year, folder: path, name: path.optional(), format: z.enum(['csv', 'xlsx']), operationId }),
    output: z.strictObject({ file: z.string() }),
  },
} as const
