import type { PdfFile } from './pdf/pdf-file.ts'

/**
 * Does any object of the file refer to one of these numbers? Looks at the raw bytes and inside object streams. A reference to a number
 * that does not exist yet would let a later revision decide what the signed page shows.
 */
export function mentions(file: PdfFile, numbers: readonly number[]): boolean {
  const wanted = new Set(numbers)
  return refersTo(file.bytes, wanted) || file.unpackedObjectStreams().some((bytes) => refersTo(bytes, wanted))
}

const LETTER_R = 0x52
const ZERO = 0x30

const isDigit = (code: number | undefined) => code !== undefined && code >= ZERO && code <= 0x39
const isWhite = (code: number | undefined) => code === 0 || code === 9 || code === 10 || code === 12 || code === 13 || code === 32

/**
 * `number generation R` with any white space and leading zeros: readers accept both. Read backwards from each R, so that no byte is
 * looked at twice however the file is made, and one pass finds all numbers.
 */
function refersTo(bytes: Buffer, numbers: ReadonlySet<number>): boolean {
  for (let at = bytes.indexOf(LETTER_R); at >= 0; at = bytes.indexOf(LETTER_R, at + 1)) {
    if (!isWhite(bytes[at - 1])) continue
    const generationEnd = beforeWhite(bytes, at)
    const generation = beforeDigits(bytes, generationEnd)
    if (generation === generationEnd || !isWhite(bytes[generation - 1])) continue
    const end = beforeWhite(bytes, generation)
    const start = beforeDigits(bytes, end)
    if (start < end && numbers.has(numberIn(bytes, start, end))) return true
  }
  return false
}

/** Both answer the place of the first byte of the run that ends before `end`. */
function beforeWhite(bytes: Buffer, end: number): number {
  let at = end
  while (isWhite(bytes[at - 1])) at--
  return at
}

function beforeDigits(bytes: Buffer, end: number): number {
  let at = end
  while (isDigit(bytes[at - 1])) at--
  return at
}

function numberIn(bytes: Buffer, start: number, end: number): number {
  let value = 0
  for (let at = start; at < end; at++) value = value * 10 + (bytes[at] ?? 0) - ZERO
  return value
}
