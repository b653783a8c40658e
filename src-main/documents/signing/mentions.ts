import type { PdfFile } from './pdf/pdf-file.ts'

/**
 * Does any object of the file refer to one of these numbers? Looks at the raw bytes and inside object streams. A reference to a number
 * that does not exist yet would let a later revision decide what the signed page shows.
 */
export function mentions(file: PdfFile, numbers: readonly number[]): boolean {
  const heads = numbers.map((number) => Buffer.from(String(number)))
  const holds = (bytes: Buffer) => heads.some((head) => refersTo(bytes, head))
  return holds(file.bytes) || file.unpackedObjectStreams().some(holds)
}

const isDigit = (code: number | undefined) => code !== undefined && code >= 0x30 && code <= 0x39
const isWhite = (code: number | undefined) => code === 0 || code === 9 || code === 10 || code === 12 || code === 13 || code === 32

/** `number generation R` with any white space and leading zeros: readers accept both. */
function refersTo(bytes: Buffer, number: Buffer): boolean {
  for (let at = bytes.indexOf(number); at >= 0; at = bytes.indexOf(number, at + 1)) {
    let before = at - 1
    while (bytes[before] === 0x30) before--
    if (isDigit(bytes[before])) continue
    const generation = skipWhite(bytes, at + number.length)
    const end = skipDigits(bytes, generation)
    const letter = skipWhite(bytes, end)
    if (generation > at + number.length && end > generation && letter > end && bytes[letter] === 0x52) return true
  }
  return false
}

function skipWhite(bytes: Buffer, from: number): number {
  let at = from
  while (isWhite(bytes[at])) at++
  return at
}

function skipDigits(bytes: Buffer, from: number): number {
  let at = from
  while (isDigit(bytes[at])) at++
  return at
}
