import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { writeWhole } from './atomic-file.ts'
import type { Stopwatch } from './passphrase.ts'

export const triesFile = 'tries.json'

const mostTimes = 200
const fileSchema = z.object({
  format: z.literal('hemvag-tries-1'),
  /** Chosen with the first failure, so that the journal takes these tries once. */
  operationId: z.string().min(1),
  count: z.int().min(1),
  /** UTC instants of the newest failures. */
  times: z.array(z.iso.datetime()).min(1).max(mostTimes),
})

/** Failed tries to unlock since the last that succeeded. */
export type FailedTries = { readonly operationId: string; readonly count: number; readonly times: readonly string[] }

/** Seconds to wait after the third failure, the fourth and so on; the last holds for all further ones. @source Hemväg rule */
const waits = [5, 30, 120, 300, 900]
const freeTries = 2

const waitAfter = (count: number): number => (count <= freeTries ? 0 : (waits[Math.min(count - freeTries, waits.length) - 1] ?? 0) * 1000)

export type TriesOptions = {
  readonly folder: string
  /** UTC instant. */
  readonly now: () => string
  readonly stopwatch: Stopwatch
  readonly newId: () => string
}

/**
 * Counts failed tries beside the register and makes the next one wait, also after a restart. Waits are measured by the clock and,
 * while the program runs, by a stopwatch that nobody can set. Who may write in the folder can delete the file: it slows down
 * guessing at the screen, and no more.
 */
export type Tries = {
  /** Milliseconds until the next try is taken. */
  wait(): Promise<number>
  failed(): Promise<FailedTries>
  read(): Promise<FailedTries | undefined>
  forget(): Promise<void>
}

export function triesIn({ folder, now, stopwatch, newId }: TriesOptions): Tries {
  const file = join(folder, triesFile)
  let failedAt: number | undefined
  let firstSeenAt: number | undefined
  let unwritten: FailedTries | undefined

  async function read(): Promise<FailedTries | undefined> {
    try {
      return fileSchema.parse(JSON.parse(await readFile(file, 'utf8')))
    } catch {
      return unwritten
    }
  }

  return {
    read,
    async wait() {
      const tries = await read()
      const last = tries?.times.at(-1)
      if (tries === undefined || last === undefined) return 0
      const whole = waitAfter(tries.count)
      firstSeenAt ??= stopwatch()
      const since = Date.parse(now()) - Date.parse(last)
      // A clock that was set back says nothing: then the wait begins when this program first looked.
      const byClock = since < 0 ? whole - (stopwatch() - firstSeenAt) : whole - since
      const byStopwatch = failedAt === undefined ? 0 : whole - (stopwatch() - failedAt)
      return Math.max(0, Math.ceil(Math.max(byClock, byStopwatch)))
    },
    async failed() {
      const before = await read()
      const times = [...(before?.times ?? []), now()].slice(-mostTimes)
      const tries = { operationId: before?.operationId ?? newId(), count: (before?.count ?? 0) + 1, times }
      failedAt = stopwatch()
      unwritten = tries
      // Where nothing can be written, the count lives as long as the program.
      await writeWhole(file, `${JSON.stringify({ format: 'hemvag-tries-1', ...tries })}\n`).catch(() => undefined)
      return tries
    },
    async forget() {
      failedAt = undefined
      unwritten = undefined
      await rm(file, { force: true }).catch(() => undefined)
    },
  }
}
