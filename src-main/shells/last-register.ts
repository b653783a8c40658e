import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { stateFolder } from './incidents.ts'

const memory = z.object({ register: z.string().min(1) })
const file = () => join(stateFolder(), 'window.json')

/** The folder of the register that the window opened last; nothing at the first start. */
export function lastRegister(): string | undefined {
  try {
    return memory.parse(JSON.parse(readFileSync(file(), 'utf8'))).register
  } catch {
    return undefined
  }
}

/** Remembers a folder for the next start. Where that cannot be written, the next start asks again. */
export function rememberRegister(folder: string): void {
  try {
    mkdirSync(stateFolder(), { recursive: true, mode: 0o700 })
    writeFileSync(file(), `${JSON.stringify({ register: folder } satisfies z.input<typeof memory>)}\n`, { mode: 0o600 })
  } catch {
    // Nothing of the register depends on it.
  }
}
