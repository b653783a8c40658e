import { runCommandLine } from '#shells/cli/run-command-line.ts'
import type { Terminal } from '#shells/cli/terminal.ts'
import type { Language } from '#shells/language.ts'
import { translate } from '#shells/texts.ts'
import type { Said } from './command-line.ts'

/** Answers of somebody who sits at the terminal, in order; without any nobody sits there. */
export type Sitting = { readonly language?: Language; readonly answers?: readonly string[] }

/** Runs a command line in this process, where nothing has to be started. */
export async function runScripted(words: readonly string[], { language = 'en', answers }: Sitting = {}): Promise<Said> {
  const said = { out: '', err: '' }
  const waiting = [...(answers ?? [])]
  const terminal: Terminal = {
    language,
    text: translate(language),
    isInteractive: answers !== undefined,
    say: (line) => {
      said.out += `${line}\n`
    },
    complain: (line) => {
      said.err += `${line}\n`
    },
    askPassphrase: async (question) => {
      said.err += `${question}\n`
      return waiting.shift() ?? ''
    },
  }
  const exit = await runCommandLine(words, terminal)
  return { exit, ...said }
}
