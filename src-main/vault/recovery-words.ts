import { entropyToMnemonic, mnemonicToEntropy } from '@scure/bip39'
import type { Result } from '#domain/result.ts'
import type { Entropy } from './entropy.ts'
import type { VaultProblem } from './problem.ts'

/** 128 bits are twelve words of a list of 2048, the last of which holds a checksum too. @source BIP 39 */
const entropyLength = 16
const wordCount = 12
/** No two words of the list begin with the same letters. */
const tellingLetters = 4

/** A recovery key as it goes to paper: its words, and four characters that prove the print can be read without telling any of them. */
export type RecoveryKey = { readonly words: readonly string[]; readonly code: string }

// Without I, O, 0 and 1, which look alike in print.
const codeLetters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** Fresh words. The code beside them is drawn on its own and tells nothing of them. */
export function newRecoveryKey(list: readonly string[], entropy: Entropy): RecoveryKey {
  const bytes = entropy.bytes(entropyLength)
  const words = entropyToMnemonic(bytes, [...list]).split(' ')
  bytes.fill(0)
  const code = [...entropy.bytes(4)].map((byte) => codeLetters[byte % codeLetters.length] ?? '').join('')
  return { words, code }
}

/** What people type for the same word: dots and rings left out, capitals, a number or a point beside it. */
function typedWords(text: string): readonly string[] {
  const plain = text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '')
  return plain.split(/[^a-z]+/).filter((word) => word !== '')
}

/**
 * The words as they were made, from what was typed: the first four letters of a word are enough. A word that is not in the list,
 * and words that do not fit together, are named before anything slow is begun.
 */
export function readRecoveryWords(text: string, list: readonly string[]): Result<readonly string[], VaultProblem> {
  const typed = typedWords(text)
  if (typed.length !== wordCount)
    return { ok: false, error: { code: 'recovery-words-count', values: { found: typed.length, needed: wordCount } } }
  const words: string[] = []
  for (const [at, word] of typed.entries()) {
    const known = list.find((each) => each === word || (word.length === tellingLetters && each.startsWith(word)))
    if (known === undefined) return { ok: false, error: { code: 'recovery-word-unknown', values: { number: at + 1 } } }
    words.push(known)
  }
  try {
    mnemonicToEntropy(words.join(' '), [...list]).fill(0)
    return { ok: true, value: words }
  } catch {
    return { ok: false, error: { code: 'recovery-words-misspelt', values: {} } }
  }
}
