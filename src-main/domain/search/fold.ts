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

/** Lower case, without diacritics: “cagla” and Çağla become one. @source Hemväg rule: a name is found however it is typed */
export function folded(text: string): string {
  let plain = ''
  for (const letter of text) plain += foldedLetter(letter)
  return plain
}

/** A folded text, and for each of its characters where in the text it came from. */
export type Traced = { readonly folded: string; readonly from: readonly number[] }

export function traced(text: string): Traced {
  const from: number[] = []
  let result = ''
  let at = 0
  for (const character of text) {
    const plain = foldedLetter(character)
    for (let count = 0; count < plain.length; count += 1) from.push(at)
    result += plain
    at += character.length
  }
  return { folded: result, from: [...from, text.length] }
}
