import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { Order } from './kill-child.ts'

const program = fileURLToPath(new URL('./kill-child.ts', import.meta.url))
/** Node keeps what it compiled here, so that a thousand starts compile once. */
const compiled = fileURLToPath(new URL('../../out/compiled', import.meta.url))
const saidSchema = z.tuple([z.string(), z.string()])

type Writer = ChildProcessByStdio<Writable, Readable, Readable>

/** Programs that write until they are killed. One is always warming up, so that starting Node costs no time. */
export class KillableWriters {
  #waiting = this.#start()

  #start(): Writer {
    const env = { ...process.env, NODE_COMPILE_CACHE: compiled }
    return spawn(process.execPath, [program], { stdio: ['pipe', 'pipe', 'pipe'], env })
  }

  /**
   * Gives an order and kills so many milliseconds after the first line, or the first one of a work; gives everything said until then,
   * whole lines only.
   */
  async killOne(order: Order, delay: number, work?: string): Promise<[string, string][]> {
    const writer = this.#waiting
    this.#waiting = this.#start()
    const said: [string, string][] = []
    let [complaint, isDoomed] = ['', false]
    writer.stderr.on('data', (part) => {
      complaint += part
    })
    createInterface({ input: writer.stdout }).on('line', (line) => {
      // The last line may be cut off: then it was not acknowledged.
      if (line.endsWith(']')) said.push(saidSchema.parse(JSON.parse(line)))
      if (isDoomed || (work !== undefined && said.at(-1)?.[0] !== work)) return
      isDoomed = true
      setTimeout(() => writer.kill('SIGKILL'), delay)
    })
    writer.stdin.write(`${JSON.stringify(order)}\n`)
    const [, signal] = await once(writer, 'close')
    if (signal !== 'SIGKILL') throw new Error(`the writer ended by itself: ${complaint}`)
    return said
  }

  end(): void {
    this.#waiting.kill('SIGKILL')
  }
}
