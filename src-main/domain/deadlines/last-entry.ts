import { Temporal } from 'temporal-polyfill'
import type { CaseFile } from '../case/case-file.ts'
import { officeZone, type PlainDate } from '../dates.ts'

const dayOf = (instant: string): PlainDate => Temporal.Instant.from(instant).toZonedDateTimeISO(officeZone).toPlainDate().toString()

/**
 * The day of the last entry in the file, as far as it lies on or before a day: what the office's own file says, or the newest note
 * written here, whichever is later. A case whose file has no last entry yet is still worked on.
 * @source SoL (2025:400) 16:1 “fem år efter det att sista anteckningen gjordes”
 */
export function lastEntryOn({ lastEntryOn: ofFile, notes = [] }: CaseFile, on: PlainDate): PlainDate | undefined {
  if (ofFile === undefined) return undefined
  return [ofFile, ...notes.map(({ recordedAt }) => dayOf(recordedAt))]
    .filter((day) => day <= on)
    .toSorted()
    .at(-1)
}
