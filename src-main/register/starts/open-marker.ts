import { readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { flush } from '../folder.ts'
import { newestCheckpoint } from '../heads-seen.ts'
import { keyringFile, registerFile } from '../meta.ts'
import { Refusal } from '../problem.ts'
import type { Session } from '../session.ts'
import { writeWhole } from '../whole-file.ts'

/** Side file that stands while a register is open. It holds nothing personal and can be deleted: then a lost log goes unnoticed. */
export const markerFile = 'open.json'

const markerSchema = z.strictObject({
  format: z.literal('hemvag-open-1'),
  registerId: z.string().min(1),
  /** When it was opened: all that was written before lies in the database itself, all that was written after may lie only in its log. */
  since: z.iso.datetime(),
  /** The newest checkpoint at that moment, 0 for none. */
  checkpoint: z.int().min(0),
})
export type OpenMarker = z.infer<typeof markerSchema>

/** What the marker says; nothing where there is none, or where it cannot bear witness. */
export async function readMarker(folder: string): Promise<OpenMarker | undefined> {
  try {
    return markerSchema.parse(JSON.parse(await readFile(join(folder, markerFile), 'utf8')))
  } catch {
    return undefined
  }
}

/** To be written when the log is there and holds the first entry, so that from here on a log that is missing or empty has been lost. */
export async function markOpen({ folder, info, database, clock }: Session): Promise<void> {
  const checkpoint = (await newestCheckpoint({ registerId: info.id, database }))?.number ?? 0
  const marker = { format: 'hemvag-open-1', registerId: info.id, since: clock.now(), checkpoint } satisfies OpenMarker
  // A disk too full for these bytes leaves the register as whole as before: only a lost log would not be noticed.
  await writeWhole(join(folder, markerFile), `${JSON.stringify(marker, null, 2)}\n`).catch(() => undefined)
}

/** Before the files are closed: closing folds the logs in and removes them. Stopped in between, logs without a marker are read as always. */
export async function unmark(folder: string): Promise<void> {
  await rm(join(folder, markerFile), { force: true })
  await flush(folder)
}

async function sizeOf(path: string): Promise<number | undefined> {
  return stat(path).then(
    ({ size }) => size,
    () => undefined,
  )
}

/** Bytes in the log of the register, nothing where there is no log. A stopped program leaves its log, a closed register has none. */
export const logSize = (folder: string): Promise<number | undefined> => sizeOf(join(folder, `${registerFile}-wal`))

/**
 * The refusal `log-missing` (values: `folder`, `file`, `since`, `checkpoint`) where the register was not closed and yet its write-ahead log
 * is gone. SQLite keeps a log for as long as a file is open, also through a kill, and passes over a lost one without a word.
 */
export async function lostLog(folder: string): Promise<Refusal | undefined> {
  const marker = await readMarker(folder)
  if (marker === undefined) return undefined
  const { since, checkpoint } = marker
  const lost = (file: string) => new Refusal('log-missing', { folder, file: `${file}-wal`, since, checkpoint })
  const missing = await missingLog(folder)
  // Another program may have closed the register between the two looks: it takes the marker first and the logs then.
  if (missing === undefined || (await readMarker(folder))?.since !== since) return undefined
  return lost(missing)
}

/** The register's log has held an entry since before the marker; the keyring's is empty until a case is opened or shared. */
async function missingLog(folder: string): Promise<string | undefined> {
  if (((await logSize(folder)) ?? 0) === 0) return registerFile
  return (await sizeOf(join(folder, `${keyringFile}-wal`))) === undefined ? keyringFile : undefined
}
