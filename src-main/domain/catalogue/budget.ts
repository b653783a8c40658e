import { z } from 'zod'
import { budgetPhases, supportForms } from '../case/budget.ts'
import { currency } from '../case/values.ts'
import { provenanceFields } from './provenance.ts'

export const budgetCategorySchema = z.strictObject({
  id: z.string().regex(/^BC\d{2}$/),
  phases: z.enum(budgetPhases).array(),
  forms: z.enum(supportForms).array(),
  /** Contingency: largest share of the sum of all other lines. */
  maxShareOfOthers: z.number().min(0).max(1).optional(),
  ...provenanceFields,
})
export type BudgetCategory = z.infer<typeof budgetCategorySchema>

/** What a programme pays at most. Shown as reference, never enforced without the office's own decision. */
export const ceilingSchema = z.strictObject({
  id: z.string().regex(/^[A-Z_]+$/),
  funder: z.string(),
  /** Minor units; null where no public ceiling is known. */
  amountMinor: z.int().min(0).nullable(),
  currency: currency.optional(),
  per: z.enum(['person', 'principal', 'dependant']).optional(),
  form: z.enum(supportForms).optional(),
  months: z.int().optional(),
  eligibility: z.enum(['non-eu-nationals']).optional(),
  ...provenanceFields,
})
