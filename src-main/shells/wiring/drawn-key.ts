import { randomInt } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Failure } from '#contract/operations.ts'
import type { Result } from '#domain/result.ts'
import { systemEntropy } from '#vault/entropy.ts'
import { newRecoveryKey, type RecoveryKey } from '#vault/recovery-words.ts'
import { resources } from '../resources.ts'

let read: readonly string[] | undefined

/** The list of words that recovery keys and suggested passphrases are made of. */
export function wordList(): readonly string[] {
  read ??= readFileSync(new URL('words/sv.txt', resources), 'utf8').trim().split('\n')
  return read
}

const suggestedWords = 6

/** Six words of the list: 66 bits. @source Hemväg rule */
export function suggestPassphrase(): readonly string[] {
  const list = wordList()
  return Array.from({ length: suggestedWords }, () => list[randomInt(list.length)] ?? '')
}

/** The recovery key that is on its way to paper. It is given out once, to who types back the code that stands on the print. */
export type DrawnKey = {
  draw(): RecoveryKey
  take(code: string): Result<readonly string[], Failure>
}

export function drawnKey(): DrawnKey {
  let drawn: RecoveryKey | undefined
  return {
    draw() {
      drawn = newRecoveryKey(wordList(), systemEntropy)
      return drawn
    },
    take(code) {
      if (drawn === undefined || drawn.code !== code.trim().toUpperCase()) return differs
      const { words } = drawn
      drawn = undefined
      return { ok: true, value: words }
    },
  }
}

const differs = { ok: false, error: { code: 'recovery-code-differs', messageKey: 'failure.recovery-code-differs' } } as const
