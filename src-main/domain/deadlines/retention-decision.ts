import { z } from 'zod'
import { line, plainDate, prose } from '../case/values.ts'

/**
 * What an office has decided for itself where the catalogue's rule says that it must: a state agency under the Archives Act.
 * @source catalogue retentionRules RET4
 */
export const retentionDecisionSchema = z.strictObject({
  /** The decision in words, with its number: what a reader is shown as source. */
  text: prose,
  years: z.int().min(1).max(200),
  from: z.enum(['birth', 'last-entry', 'closure']),
  decidedBy: line,
  decidedOn: plainDate,
})
export type RetentionDecision = z.infer<typeof retentionDecisionSchema>
