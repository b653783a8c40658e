import type { z } from 'zod'
import { instant, localId, plainDate } from './values.ts'

/**
 * What every fact carries: the day it happened, the moment it was recorded, and the documents that prove it.
 * Readiness uses the day it happened; facts after the day asked about do not count.
 */
export const factFields = {
  happenedOn: plainDate,
  recordedAt: instant,
  evidence: localId.array().optional(),
} as const satisfies Record<string, z.ZodType>

export type Fact = { readonly happenedOn: string; readonly recordedAt: string; readonly evidence?: readonly string[] | undefined }
