import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { instant, localId, prose, ulid } from './values.ts'

/** A note may be rewritten by its author for this long, unless the office says otherwise. @source Hemväg rule */
export const usualNoteLock = 60
/** In minutes; no office keeps its notes open for longer. @source Hemväg rule */
export const longestNoteLock = 24 * 60

/**
 * What somebody has written down about the case. It locks after a time, and is then corrected by another note that names it.
 * Notes stay in the register: no copy of a plan holds them.
 */
export const noteSchema = z.strictObject({
  id: localId,
  text: prose,
  recordedAt: instant,
  /** The person of the register who wrote it. */
  by: ulid.optional(),
  corrects: localId.optional(),
})
export type Note = z.infer<typeof noteSchema>

/** The moment from which a note stands as it is. */
export const locksAt = ({ recordedAt }: Pick<Note, 'recordedAt'>, minutes: number): string =>
  Temporal.Instant.from(recordedAt).add({ minutes }).toString()

/** Whether a note stands as it is at a moment. */
export const isLocked = (note: Pick<Note, 'recordedAt'>, minutes: number, now: string): boolean =>
  Temporal.Instant.compare(Temporal.Instant.from(now), Temporal.Instant.from(locksAt(note, minutes))) >= 0
