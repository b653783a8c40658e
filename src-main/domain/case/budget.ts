import { z } from 'zod'
import { factFields } from './fact.ts'
import { needAreas } from './reception.ts'
import { currency, decimal, line, localId, money, plainDate } from './values.ts'

export const budgetPhases = ['pre', 'post-arrival', 'post', 'any'] as const
export const supportForms = ['cash', 'in kind', 'service'] as const

export const budgetSchema = z.strictObject({
  lines: z
    .strictObject({
      id: localId,
      category: z.string().regex(/^BC\d{2}$/),
      description: line,
      provider: line.optional(),
      quantity: decimal,
      unitPrice: money,
      funder: line,
      form: z.enum(supportForms).optional(),
      phase: z.enum(budgetPhases),
      needArea: z.enum(needAreas).optional(),
      plannedOn: plainDate.optional(),
    })
    .array(),
  /** A dated fact: one unit of `base` costs `rate` of `quote`. */
  rates: z.strictObject({ base: currency, quote: currency, rate: decimal, date: plainDate, source: line }).array(),
  approvals: z.strictObject({ ...factFields, by: line, fundedForWholePeriod: z.boolean() }).array(),
})
export type Budget = z.infer<typeof budgetSchema>
export type BudgetLine = Budget['lines'][number]
