import { z } from 'zod'
import { instant, line, localId, plainDate, prose } from './values.ts'

/** What a task comes from: a safeguard (`G11`), a measure against a risk factor (`RF01`), a deadline or a flag, by its id. */
export const taskSources = ['safeguard', 'measure', 'deadline', 'flag', 'document'] as const

/** What is to be done, why, by whom and by when. A case written before there was more than a title lacks the rest. */
export const taskSchema = z.strictObject({
  id: localId,
  title: line,
  why: prose.optional(),
  from: z.strictObject({ kind: z.enum(taskSources), id: z.string().regex(/^[A-Za-z0-9._:-]{1,80}$/) }).optional(),
  responsible: localId.optional(),
  dueOn: plainDate.optional(),
  doneOn: plainDate.optional(),
  /** Each time somebody took over from another, the latest last. */
  handovers: z
    .strictObject({ from: localId.optional(), to: localId, happenedOn: plainDate, recordedAt: instant, reason: line.optional() })
    .array()
    .optional(),
  recordedAt: instant,
})
export type Task = z.infer<typeof taskSchema>
