import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import type { Language } from '../language.ts'
import { type Translate, translate } from '../texts.ts'
import { Refused } from './refused.ts'

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
      // Ctrl-C and the end of input close the reader, and a question that is then open would never be answered.
      const given = new Promise<string>((answer, refuse) => {
        reader.once('line', answer)
        reader.once('close', () => refuse(new Refused({ code: 'no-answer', messageKey: 'failure.no-answer' })))
      })
      try {
        return await given
      } finally {
        reader.close()
        process.stderr.write('\n')
      }
    },
  }
}
