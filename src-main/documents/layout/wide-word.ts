import type { Inline } from './pdfmake-types.ts'

type Measure = (text: string, inline: Inline) => number

/** Where a word is cut: how many of its letters stay, and whether a hyphen is drawn after them. */
interface Cut {
  readonly kept: number
  readonly hyphen: boolean
}

const shortestPart = 2
/** Letters that are given up at most for a better place. */
const searched = 10

const isLetter = (text: string | undefined): boolean => text !== undefined && /^\p{L}/u.test(text)
const isVowel = (text: string | undefined): boolean => text !== undefined && /^[aeiouyåäöæøéèêëíóúáàâăîïü]/iu.test(text)

/** A letter with the marks upon it is never taken apart. */
const lettersOf = (text: string): string[] => text.match(/\P{M}\p{M}*|\p{M}+/gu) ?? []

/**
 * The best place among the first `most` letters: at a blank that should not break, else as Swedish divides words, where one consonant
 * goes with the vowel after it (Svenska skrivregler), else wherever there is room. A hyphen stands between letters only; in a number or an
 * address, which is divided after a sign if there is one, it would be taken for a part of it.
 */
export function cutPlace(letters: readonly string[], most: number): Cut {
  const blank = letters.lastIndexOf('\u00a0', most - 1)
  if (blank > 0) return { kept: blank + 1, hyphen: false }
  if (isAddress(letters)) return { kept: lastSign(letters, most) ?? most, hyphen: false }
  for (let kept = most; kept >= Math.max(shortestPart, most - searched); kept--)
    if (isDivision(letters, kept)) return { kept, hyphen: true }
  return { kept: most, hyphen: isLetter(letters[most - 1]) && isLetter(letters[most]) }
}

/** Numbers, references, addresses of mail and of pages. */
const isAddress = (letters: readonly string[]): boolean => /[\d@_/\\]|\p{L}[.:]\p{L}/u.test(letters.join(''))

function lastSign(letters: readonly string[], most: number): number | undefined {
  for (let kept = most; kept > Math.max(shortestPart, most - searched); kept--) if (/[@._/\\:-]/u.test(letters[kept - 1] ?? '')) return kept
  return undefined
}

function isDivision(letters: readonly string[], kept: number): boolean {
  const [before, first, second] = [letters[kept - 1], letters[kept], letters[kept + 1]]
  if (letters.length - kept < shortestPart || !isLetter(before) || !isLetter(first) || isVowel(first) || !isVowel(second)) return false
  return letters.slice(Math.max(0, kept - 4), kept).some(isVowel)
}

/** How many letters have room together with a hyphen; 0 if not even one has. */
function roomFor(letters: readonly string[], inline: Inline, room: number, measure: Measure): number {
  let [fits, tooMany] = [0, letters.length]
  while (tooMany - fits > 1) {
    const middle = Math.floor((fits + tooMany) / 2)
    if (measure(`${letters.slice(0, middle).join('')}-`, inline) <= room) fits = middle
    else tooMany = middle
  }
  return fits
}

function part(inline: Inline, text: string, measure: Measure): Inline {
  const copy = { ...inline, text }
  copy.width = measure(text, copy)
  return copy
}

/** Text that is drawn from right to left keeps its logical order besides; no script written so is divided with a hyphen. */
function splitTurned(inline: Inline, most: number, measure: Measure): [Inline, Inline] {
  const drawn = Array.from(inline.text)
  const logical = Array.from(inline.logicalText ?? inline.text)
  const at = inline.reversed ? drawn.length - most : most
  const [left, right] = [drawn.slice(0, at).join(''), drawn.slice(at).join('')]
  const [first, second] = inline.reversed ? [right, left] : [left, right]
  return [
    { ...part(inline, first, measure), logicalText: logical.slice(0, most).join('') },
    { ...part(inline, second, measure), logicalText: logical.slice(most).join('') },
  ]
}

function split(inline: Inline, room: number, measure: Measure): [Inline, Inline] | undefined {
  const isTurned = inline.logicalText !== undefined || (inline.level ?? 0) % 2 === 1
  const letters = isTurned ? Array.from(inline.logicalText ?? inline.text) : lettersOf(inline.text)
  const most = roomFor(letters, inline, room, measure)
  if (most === 0) return undefined
  if (isTurned) return splitTurned(inline, most, measure)
  const { kept, hyphen } = cutPlace(letters, most)
  const first = `${letters
    .slice(0, kept)
    .join('')
    .replace(/\u00a0$/, '')}${hyphen ? '-' : ''}`
  return [part(inline, first, measure), part(inline, letters.slice(kept).join(''), measure)]
}

/**
 * Divides the word at the head of the waiting pieces if it is wider than the line: nobody who exports a plan can make its columns wider.
 * pdfmake would cut it at any letter, without a hyphen. A piece is ended by a change of face or direction; only the last one of a word may
 * be followed by a new line.
 */
export function divideWideWord(waiting: Inline[], room: number, measure: Measure): void {
  let before = 0
  for (const [index, inline] of waiting.entries()) {
    const isLast = !inline.noNewLine
    const leading = index === 0 ? inline.leadingCut : 0
    if (before + inline.width - leading - (isLast ? inline.trailingCut : 0) > room) {
      const parts = inline.noWrap ? undefined : split(inline, room - before + leading, measure)
      const previous = waiting[index - 1]
      if (parts) waiting.splice(index, 1, { ...ended(parts[0]), trailingCut: 0 }, { ...parts[1], leadingCut: 0 })
      else if (previous) waiting.splice(index - 1, 1, ended(previous))
      return
    }
    if (isLast) return
    before += inline.width - leading
  }
}

function ended(inline: Inline): Inline {
  const copy = { ...inline, noNewLine: false }
  delete copy.lineEnd
  return copy
}
