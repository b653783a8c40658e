/** Letters that Unicode does not take apart into a base letter and a mark. */
const plainOf: Readonly<Record<string, string>> = { ø: 'o', ł: 'l', đ: 'd', ð: 'd', ı: 'i', æ: 'ae', œ: 'oe', ß: 'ss', þ: 'th' }

/** Texts are folded letter by letter at each search; each letter is worked out once. */
const known = new Map<string, string>()

function foldedLetter(letter: string): string {
  const before = known.get(letter)
  if (before !== undefined) return before
  const bare = letter.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
  const plain = [...bare].map((each) => plainOf[each] ?? each).join('')
  known.set(letter, plain)
  return plain
}

const beyondAscii = /\P{ASCII}/gu

/** Lower case, without diacritics: “cagla” and Çağla become one. @source Hemväg rule: a name is found however it is typed */
export function folded(text: string): string {
  return text.replace(beyondAscii, foldedLetter).toLowerCase()
}

/** A folded text, and where in the text each of its characters came from; its length comes from the end of the text. */
export type Traced = { readonly folded: string; readonly from: (at: number) => number }

export function traced(text: string): Traced {
  let isEven = true
  const plain = text.replace(beyondAscii, (letter) => {
    const other = foldedLetter(letter)
    isEven &&= other.length === letter.length
    return other
  })
  if (isEven) return { folded: plain.toLowerCase(), from: (at) => at }
  const places = placesOf(text)
  return { folded: plain.toLowerCase(), from: (at) => places[at] ?? text.length }
}

function placesOf(text: string): readonly number[] {
  const places: number[] = []
  let at = 0
  for (const letter of text) {
    for (let count = 0; count < foldedLetter(letter).length; count += 1) places.push(at)
    at += letter.length
  }
  return places
}
