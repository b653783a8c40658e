import { z } from 'zod'
import { provenanceFields } from './provenance.ts'

export const followUpChannels = ['phone', 'video', 'visit', 'receiver'] as const

/** Conditions under which a contact belongs to the series. */
export const followUpConditions = ['high-risk-or-decided-at-review', 'high-risk-or-under-12'] as const

/** What is asked at a contact; texts under `follow-up-tool.<id>`. */
export const followUpTools = [
  'safety-3',
  'cri-alert-items',
  'cri-1',
  'rss-eq-1',
  'plan-check',
  'budget',
  'school',
  'health',
  'closure-review',
] as const

const common = {
  channels: z.enum(followUpChannels).array(),
  graceDays: z.int(),
  tools: z.enum(followUpTools).array(),
  movesToWorkingDay: z.boolean(),
  when: z.enum(followUpConditions).optional(),
  childAlonePart: z.boolean().optional(),
  ...provenanceFields,
}

export const followUpRowSchema = z.union([
  z.strictObject({ id: z.string(), offsetDays: z.int(), windowFromDay: z.int(), windowToDay: z.int(), ...common }),
  z.strictObject({ id: z.string(), everyDays: z.int(), fromWeek: z.int(), toWeek: z.int(), ...common }),
])
export type FollowUpRow = z.infer<typeof followUpRowSchema>

export const redFlagSchema = z.strictObject({
  id: z.string().regex(/^FRF\d{2}$/),
  /** Hours until somebody must have acted; 0 at once. */
  clockHours: z.int(),
  /** A flag that failed attempts raise by themselves: how many within how many hours, through or from which contact. */
  raisedBy: z
    .strictObject({
      failedAttempts: z.int(),
      within: z.strictObject({ hours: z.int(), throughRow: z.string().optional(), fromRow: z.string().optional() }).array(),
    })
    .optional(),
  ...provenanceFields,
})

/** Working days of a country: its weekend (ISO weekdays) and public holidays; `undefined` when the library does not know them. */
export type WorkingCalendar = {
  readonly country: string
  readonly weekend: readonly number[]
  readonly holidays: ReadonlySet<string> | undefined
}
