import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { type Problem, problemCodes } from '../problem.ts'
import { writeWhole } from '../whole-file.ts'

export const seenFile = 'backup-seen.json'

const seenSchema = z.object({
  format: z.literal('hemvag-backup-seen-1'),
  lastGoodAt: z.iso.datetime().nullable(),
  /** The last attempt, when nobody was there to be told that it failed. */
  failed: z.object({ at: z.iso.datetime(), code: z.enum(problemCodes) }).nullable(),
})

/** What may be said of the backups before anybody has unlocked the register: moments and a code. */
export type Seen = Omit<z.infer<typeof seenSchema>, 'format'>

const nothing: Seen = { lastGoodAt: null, failed: null }

/** A side file: it may be missing, and then nothing is known. */
export async function readSeen(folder: string): Promise<Seen> {
  try {
    const { lastGoodAt, failed } = seenSchema.parse(JSON.parse(await readFile(join(folder, seenFile), 'utf8')))
    return { lastGoodAt, failed }
  } catch {
    return nothing
  }
}

const writeSeen = (folder: string, seen: Seen) =>
  writeWhole(join(folder, seenFile), `${JSON.stringify({ format: 'hemvag-backup-seen-1', ...seen })}\n`)

export const noteGood = (folder: string, at: string) => writeSeen(folder, { lastGoodAt: at, failed: null })

export async function noteFailed(folder: string, at: string, code: Problem['code']): Promise<void> {
  await writeSeen(folder, { ...(await readSeen(folder)), failed: { at, code } })
}
