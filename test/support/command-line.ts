import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'

const program = fileURLToPath(new URL('../../src-main/shells/cli/hemvag.ts', import.meta.url))

export type Said = { readonly exit: number | null; readonly out: string; readonly err: string }
export type Surroundings = { readonly language?: 'sv' | 'en'; readonly folder?: string; readonly user?: { uid: number; gid: number } }

const locale = { sv: 'sv_SE.UTF-8', en: 'en_GB.UTF-8' } as const

/** A folder that goes when the tests of a file are over, and in it the log of incidents, which must stay empty. */
export class Desk {
  readonly folder = mkdtempSync(join(tmpdir(), 'hemvag-desk-'))
  readonly at = (...names: readonly string[]) => join(this.folder, ...names)

  /** Runs the real command to its end. Whatever it was asked, nothing of the program's inside may be shown. */
  async hemvag(words: readonly string[], surroundings: Surroundings = {}): Promise<Said> {
    const said = await run(words, this.folder, surroundings)
    expect(said.out + said.err).not.toMatch(/\bat .*:\d+:\d+|node:internal|\bError\b|\[object |undefined|file:\/\//)
    return said
  }

  clear(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }
}

function run(words: readonly string[], home: string, { language = 'sv', folder = home, user }: Surroundings): Promise<Said> {
  const { PATH = '' } = process.env
  const child = spawn(process.execPath, [program, ...words], {
    cwd: folder,
    env: { PATH, HOME: home, XDG_STATE_HOME: join(home, 'state'), NODE_COMPILE_CACHE: join(home, 'compiled'), LANG: locale[language] },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...user,
  })
  const collected = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    collected.out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    collected.err += text
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (exit) => resolve({ exit, ...collected }))
  })
}

/** What a command says to programs. */
export const parsed = ({ out, err }: Said) => {
  expect(err).toBe('')
  return JSON.parse(out)
}

/** A refusal in words: nothing where results are said, and sentences where complaints are. */
export function expectRefusal(said: Said, exit: 3 | 64, sentence: string | RegExp): void {
  expect(said).toEqual({ exit, out: '', err: expect.stringMatching(sentence) })
}
