import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import type { Language } from '../language.ts'
import { type Translate, translate } from '../texts.ts'

/** Where a command speaks and listens. */
export type Terminal = {
  readonly language: Language
  readonly text: Translate
  readonly isInteractive: boolean
  say(line: string): void
  complain(line: string): void
  /** Asks for a passphrase without showing it. */
  askPassphrase(question: string): Promise<string>
}

export function processTerminal(language: Language): Terminal {
  return {
    language,
    text: translate(language),
    isInteractive: process.stdin.isTTY === true,
    say: (line) => void process.stdout.write(`${line}\n`),
    complain: (line) => void process.stderr.write(`${line}\n`),
    async askPassphrase(question) {
      process.stderr.write(question)
      const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
      const reader = createInterface({ input: process.stdin, output: silent, terminal: true })
      try {
        return await reader.question('')
      } finally {
        reader.close()
        process.stderr.write('\n')
      }
    },
  }
}
