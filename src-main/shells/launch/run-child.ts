import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import type { Ended } from './launch.ts'

const passedOn = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const satisfies readonly NodeJS.Signals[]

/** Runs a program on this terminal until it ends; signals go to it. Code 128 + number after a signal, 127 if it did not start. */
export function runChild(program: string, words: readonly string[], environment: NodeJS.ProcessEnv = process.env): Promise<Ended> {
  const child = spawn(program, words, { stdio: 'inherit', env: environment })
  let stopped = false
  const stop = (signal: NodeJS.Signals) => {
    stopped = true
    // In a terminal Ctrl-C has reached the child already.
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
  }
  for (const signal of passedOn) process.on(signal, stop)
  return new Promise<Ended>((resolve) => {
    child.once('error', () => resolve({ code: 127, stopped }))
    child.once('exit', (code, signal) => resolve({ code: code ?? 128 + (signal === null ? 0 : constants.signals[signal]), stopped }))
  }).finally(() => {
    for (const signal of passedOn) process.off(signal, stop)
  })
}
