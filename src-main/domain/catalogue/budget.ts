import { z } from 'zod'
import { budgetPhases, supportForms } from '../case/budget.ts'
import { provenanceFields } from './provenance.ts'

export const budgetCategorySchema = z.strictObject({
  id: z.string().regex(/^BC\d{2}$/),
  phases: z.enum(budgetPhases).array(),
  forms: z.enum(supportForms).array(),
  /** Contingency: largest share of the sum of all other lines. */
  maxShareOfOthers: z.number().optional(),
})
export type BudgetCategory = z.infer<typeof budgetCategorySchema>

export const ceilingSchema = z.strictObject({
  id: z.string(),
  funder: z.string(),
  amountMinor: z.int().nullable(),
  currency: z.string().optional(),
  per: z.string().optional(),
  form: z.enum(supportForms).optional(),
  months: z.int().optional(),
  eligibility: z.string().optional(),
  note: z.string().optional(),
  ...provenanceFields,
})
