/** Letters that Unicode does not take apart into a base letter and a mark. */
const alike: Readonly<Record<string, string>> = { o: '[oø]', l: '[lł]', d: '[dđð]', i: '[iı]' }
const plainOf: Readonly<Record<string, string>> = { ø: 'o', ł: 'l', đ: 'd', ð: 'd', ı: 'i' }

const decomposed = (text: string): string => text.normalize('NFD')
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Source of a pattern for decomposed text: the word with or without its diacritics, however its parts are set apart. */
export function looseSource(word: string): string {
  return [...decomposed(word.trim()).replace(/\p{M}/gu, '').replace(/\s+/g, ' ')].map(sourceOf).join('')
}

function sourceOf(character: string): string {
  if (character === ' ' || character === '-') return '[\\s\\p{Pd}]+'
  if (!/\p{L}/u.test(character)) return escaped(character)
  const plain = plainOf[character] ?? character
  return `${alike[plain] ?? escaped(plain)}\\p{M}*`
}

export const before = '(?<![\\p{L}\\p{N}\\p{M}])'
/** The end of a word, or of its genitive: `Ions`, `Ion’s`, `IOM:s`. */
export const after = "(?:['’:]?s)?(?![\\p{L}\\p{N}\\p{M}])"

/** The whole word or its genitive. Two letters count only as they are written: a name, not the verb. */
export const wholeWord = (word: string): RegExp =>
  new RegExp(`${before}(?:${looseSource(word)})${after}`, word.trim().length > 2 ? 'iu' : 'u')

/** A word whose meaning hangs on its diacritics: `far` is not `får`. */
export const exactWord = (word: string): RegExp => new RegExp(`${before}${escaped(decomposed(word))}${after}`, 'iu')

export const isIn = (text: string, patterns: readonly RegExp[]): boolean => {
  const apart = decomposed(text)
  return patterns.some((pattern) => pattern.test(apart))
}

/** Replaces what a pattern for decomposed text finds; a text without a finding stays as it is. */
export function replacedIn(text: string, pattern: RegExp, change: (found: string) => string): string {
  const apart = decomposed(text)
  const changed = apart.replace(pattern, change)
  return changed === apart ? text : changed.normalize('NFC')
}

const digitsOf = (text: string): string => text.replace(/\D/g, '')

/** Telephone numbers are told by their last eight digits: `+46 70…` and `070…` are one, whatever stands between the digits. */
export function holdsPhone(text: string, phones: readonly string[]): boolean {
  const ends = phones.map((phone) => digitsOf(phone).slice(-8)).filter((digits) => digits.length >= 5)
  const runs = text.match(/\d(?:[\s().,/·_\p{Pd}]*\d)+/gu) ?? []
  return runs.some((run) => ends.some((end) => digitsOf(run).includes(end)))
}
