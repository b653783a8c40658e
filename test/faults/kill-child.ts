import { once } from 'node:events'
import { writeSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { createInterface } from 'node:readline'
import { setImmediate } from 'node:timers/promises'
import { accepted } from '../support/register-desk.ts'
import { openAsInLife } from './open-as-in-life.ts'
import { works } from './works/all.ts'

/**
 * Waits, warm, to be told which register to open; then does every work at once until it is killed. Says a line as soon as it may be
 * killed, and one for each thing acknowledged: which work, and what.
 */
export type Order = {
  readonly folder: string
  readonly place: string
  readonly tag: string
  /** May be killed as soon as the opening begins, which is when a register of an older schema is migrated. */
  readonly fromOpening: boolean
}

function say(work: string, what: string): void {
  writeSync(1, `${JSON.stringify([work, what])}\n`)
}

// A program that is killed never gets to keep what it compiled.
flushCompileCache()
const input = createInterface({ input: process.stdin })
const [line] = await once(input, 'line')
input.close()
const order: Order = JSON.parse(String(line))
if (order.fromOpening) say('opening', order.tag)
const register = accepted(await openAsInLife(order.folder))
await Promise.all(
  works.map((work) =>
    work.write({ register, ...order }, async (what) => {
      say(work.name, what)
      await setImmediate()
    }),
  ),
)
