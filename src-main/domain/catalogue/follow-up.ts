import { z } from 'zod'

export const followUpChannels = ['phone', 'video', 'visit', 'receiver'] as const

/** Conditions under which a contact belongs to the series. */
export const followUpConditions = ['high-risk-or-decided-at-review', 'high-risk-or-under-12'] as const

const common = {
  channels: z.enum(followUpChannels).array(),
  graceDays: z.int(),
  tools: z.string().array(),
  movesToWorkingDay: z.boolean(),
  when: z.enum(followUpConditions).optional(),
  childAlonePart: z.boolean().optional(),
}

export const followUpRowSchema = z.union([
  z.strictObject({ id: z.string(), offsetDays: z.int(), windowFromDay: z.int(), windowToDay: z.int(), ...common }),
  z.strictObject({ id: z.string(), everyDays: z.int(), fromWeek: z.int(), toWeek: z.int(), ...common }),
])
export type FollowUpRow = z.infer<typeof followUpRowSchema>

export const redFlagSchema = z.strictObject({
  id: z.string().regex(/^FRF\d{2}$/),
  clockHours: z.int(),
  standing: z.literal('own'),
})

/** Working days of a country: its weekend (ISO weekdays) and public holidays; `undefined` when the library does not know them. */
export type WorkingCalendar = {
  readonly country: string
  readonly weekend: readonly number[]
  readonly holidays: ReadonlySet<string> | undefined
}
