import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Result } from '#domain/result.ts'
import type { MessageKey } from './messages.ts'
import { holdsRegister } from './wiring/holds-register.ts'

/** What `npm start` is asked to show: the demonstration, a register in a folder, or the register that was open last. */
export type Wish = { readonly show: 'last' } | { readonly show: 'demonstration' } | { readonly show: 'register'; readonly folder: string }

/** How a start ends that showed nothing; the command line's codes. */
export const startExit = { refused: 3, usage: 64 } as const

/** Why that cannot be shown: a sentence, its values, and the exit code of the command line. */
export type Unwished = {
  readonly key: MessageKey
  readonly values: Readonly<Record<string, string>>
  readonly exit: (typeof startExit)[keyof typeof startExit]
}

const refused = (key: MessageKey, exit: Unwished['exit'], values: Unwished['values'] = {}): Result<never, Unwished> => ({
  ok: false,
  error: { key, values, exit },
})

/** Reads `--demo` and `--register FOLDER`; a relative folder is meant from where the person stands. Wrong words are a usage problem. */
export function readWish(words: readonly string[], standsIn: string): Result<Wish, Unwished> {
  const given = parsed(words)
  if (given === undefined || (given.demo && given.register !== undefined)) return refused('startUsage', startExit.usage)
  if (given.demo) return { ok: true, value: { show: 'demonstration' } }
  if (given.register === undefined) return { ok: true, value: { show: 'last' } }
  const folder = resolve(standsIn, given.register)
  if (!holdsRegister(folder)) return refused('noRegisterThere', startExit.refused, { folder })
  return { ok: true, value: { show: 'register', folder } }
}

/** The words by which a shell is told the wish; `wishIn` reads them. */
export const asWords = (wish: Wish): readonly string[] =>
  wish.show === 'demonstration' ? ['--demonstration'] : wish.show === 'register' ? [`--register=${wish.folder}`] : []

/** The wish among the words of a shell's own process, which also has words of its engine. */
export function wishIn(words: readonly string[]): Wish {
  if (words.includes('--demonstration')) return { show: 'demonstration' }
  const given = words.find((word) => word.startsWith(registerWord))
  return given === undefined ? { show: 'last' } : { show: 'register', folder: resolve(given.slice(registerWord.length)) }
}
const registerWord = '--register='

function parsed(words: readonly string[]): { readonly demo: boolean; readonly register: string | undefined } | undefined {
  try {
    const { demo = false, register } = parseArgs({
      args: [...words],
      options: { demo: { type: 'boolean' }, register: { type: 'string' } },
    }).values
    return register === '' ? undefined : { demo, register }
  } catch {
    return undefined
  }
}
