import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { OperationName, Reply } from '#contract/operations.ts'
import type { Answering } from '#shells/bridge.ts'

/** A program that holds a register, and can be killed as by a power cut. */
export type Program = { readonly application: Answering; readonly kill: () => Promise<void> }

export function startProgram(folder: string): Program {
  const script = fileURLToPath(new URL('casework-child.ts', import.meta.url))
  const child = spawn(process.execPath, [script, folder], { stdio: ['pipe', 'pipe', 'inherit'] })
  const waiting = new Map<number, (reply: Reply<OperationName>) => void>()
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  createInterface({ input: child.stdout }).on('line', (line) => {
    const { id, reply } = JSON.parse(line)
    waiting.get(id)?.(reply)
    waiting.delete(id)
  })
  let count = 0
  return {
    application: {
      answer: (name, input) =>
        new Promise((resolve) => {
          count += 1
          waiting.set(count, resolve)
          child.stdin.write(`${JSON.stringify({ id: count, name, input })}\n`)
        }),
      subscribe: () => () => undefined,
    },
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}
