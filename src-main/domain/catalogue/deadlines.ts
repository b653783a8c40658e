import { z } from 'zod'
import { provenanceFields } from './provenance.ts'

export const deadlineSchema = z.strictObject({
  id: z.string().regex(/^DL\d{2}$/),
  trigger: z.enum([
    'concern-report-received',
    'child-known-without-guardian',
    'inquiry-opened',
    'reflection-period-granted',
    'temporary-permit-granted',
    'compensation',
    'gate-met',
    'handover',
    'turns-18',
    'transfer-logged',
    'yearly',
    'reporter-asked-for-feedback',
    'residence-permit-granted',
    'handed-over',
  ]),
  due: z
    .union([
      z.strictObject({ days: z.int() }),
      z.strictObject({ months: z.int() }),
      z.strictObject({ age: z.int() }),
      z.enum(['as-decided', 'compensationRules', 'gates.validDays', 'followUpTemplate', 'task']),
    ])
    .optional(),
  from: z.enum(['decision']).optional(),
  extendable: z.boolean().optional(),
  alertEveryDays: z.int().optional(),
  redAfterDays: z.int().optional(),
  warnDaysBefore: z.int().array().optional(),
  warnMonthsBefore: z.int().array().optional(),
  ...provenanceFields,
})
export type DeadlineRule = z.infer<typeof deadlineSchema>

export const permitSchema = z.strictObject({
  id: z.string().regex(/^PRM_/),
  days: z.int().optional(),
  minMonths: z.int().optional(),
  freeMonths: z.int().optional(),
  warnDaysBefore: z.int().array().optional(),
  applicants: z.enum(['investigation-leader', 'social-board']).array().optional(),
  blocksGate: z.string().optional(),
  ...provenanceFields,
})
export type Permit = z.infer<typeof permitSchema>

export const compensationRuleSchema = z.strictObject({
  id: z.string(),
  years: z.int().optional(),
  from: z.enum(['final-judgment-legal-force', 'closing-or-no-prosecution', 'crime-if-no-investigation']).array().optional(),
  untilAge: z.int().optional(),
  safeDay: z.literal('day-before-birthday').optional(),
  exceptionalReasonsOnly: z.boolean().optional(),
  ...provenanceFields,
})
export type CompensationRule = z.infer<typeof compensationRuleSchema>

export const retentionRuleSchema = z.strictObject({
  id: z.string(),
  officeType: z.enum(['social-services', 'state-agency', 'other']),
  when: z.enum(['placed', 'inquiry-opened', 'otherwise', 'always']),
  action: z.enum(['keep', 'not-before', 'erase-due', 'ask', 'propose']),
  years: z.int().optional(),
  from: z.enum(['birth', 'last-entry', 'closure']).optional(),
  completeBy: z.literal('end-of-next-calendar-year').optional(),
  ...provenanceFields,
})
export type RetentionRule = z.infer<typeof retentionRuleSchema>
