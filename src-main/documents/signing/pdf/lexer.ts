import type { Effort } from './effort.ts'
import { DUPLICATE_KEY, type PdfDictionary, PdfName, PdfProblem, PdfReference, PdfString, type PdfValue } from './values.ts'

const WHITE = new Uint8Array(256)
const DELIMITER = new Uint8Array(256)
for (const code of [0, 9, 10, 12, 13, 32]) WHITE[code] = 1
for (const sign of '()<>[]{}/%') DELIMITER[sign.charCodeAt(0)] = 1
const MAX_DEPTH = 100
/** Longer words are no numbers: the largest that any program writes has a few dozen digits. */
const MAX_NUMBER = 100
const ESCAPES = new Map([
  [0x6e, 10],
  [0x72, 13],
  [0x74, 9],
  [0x62, 8],
  [0x66, 12],
])

/** Reads PDF tokens and values from a place in a buffer. Knows nothing of files, objects or streams. */
export class Lexer {
  readonly bytes: Buffer
  position: number
  private readonly effort: Effort

  constructor(bytes: Buffer, position: number, effort: Effort) {
    this.bytes = bytes
    this.position = position
    this.effort = effort
  }

  skipWhite(): void {
    for (; this.position < this.bytes.length; this.position++) {
      const code = this.bytes[this.position] ?? 0
      if (code === 0x25) this.skipComment()
      else if (!WHITE[code]) return
    }
  }

  private skipComment(): void {
    while (this.position + 1 < this.bytes.length && !this.isLineEnd(this.position + 1)) this.position++
  }

  private isLineEnd(at: number): boolean {
    return this.bytes[at] === 10 || this.bytes[at] === 13
  }

  /** Letters up to white space or a delimiter; may be empty. */
  word(): string {
    const start = this.position
    while (this.position < this.bytes.length) {
      const code = this.bytes[this.position] ?? 0
      if (WHITE[code] || DELIMITER[code]) break
      this.position++
    }
    return this.bytes.toString('latin1', start, this.position)
  }

  sees(text: string): boolean {
    for (let index = 0; index < text.length; index++) if (this.bytes[this.position + index] !== text.charCodeAt(index)) return false
    return true
  }

  expect(text: string): void {
    if (!this.sees(text)) throw new PdfProblem(`expected ${text} at ${this.position}`)
    this.position += text.length
  }

  unsigned(): number {
    this.skipWhite()
    const word = this.word()
    if (!/^\d{1,10}$/.test(word)) throw new PdfProblem(`number expected at ${this.position}`)
    return Number(word)
  }

  value(depth = 0): PdfValue {
    if (depth > MAX_DEPTH) throw new PdfProblem('nested too deeply')
    this.effort.spend('values', 1)
    this.skipWhite()
    const code = this.bytes[this.position]
    if (code === undefined) throw new PdfProblem('end of data')
    if (code === 0x2f) return this.name()
    if (code === 0x3c) return this.bytes[this.position + 1] === 0x3c ? this.dictionary(depth) : this.hexString()
    if (code === 0x28) return this.literalString()
    if (code === 0x5b) return this.array(depth)
    return this.keywordOrNumber()
  }

  private name(): PdfName {
    this.position++
    const word = this.word()
    if (!word.includes('#')) return new PdfName(word)
    return new PdfName(word.replace(/#([0-9a-fA-F]{2})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16))))
  }

  private array(depth: number): PdfValue[] {
    this.position++
    const values: PdfValue[] = []
    for (;;) {
      this.skipWhite()
      if (this.bytes[this.position] === 0x5d) {
        this.position++
        return values
      }
      values.push(this.value(depth + 1))
    }
  }

  private dictionary(depth: number): PdfDictionary {
    this.position += 2
    const entries: PdfDictionary = new Map()
    for (;;) {
      this.skipWhite()
      if (this.sees('>>')) {
        this.position += 2
        return entries
      }
      if (this.bytes[this.position] !== 0x2f) throw new PdfProblem(`key expected at ${this.position}`)
      const key = this.name().text
      if (entries.has(key)) entries.set(DUPLICATE_KEY, true)
      entries.set(key, this.value(depth + 1))
    }
  }

  private keywordOrNumber(): PdfValue {
    const start = this.position
    const word = this.word()
    if (word.length > MAX_NUMBER) throw new PdfProblem(`unknown token at ${start}`)
    if (/^\d+$/.test(word)) return this.referenceAfter(word)
    if (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) return Number(word)
    if (word === 'true') return true
    if (word === 'false') return false
    if (word === 'null') return null
    throw new PdfProblem(`unknown token at ${start}`)
  }

  private referenceAfter(number: string): PdfValue {
    const start = this.position
    this.skipWhite()
    const generation = this.word()
    if (generation.length <= MAX_NUMBER && /^\d+$/.test(generation)) {
      this.skipWhite()
      if (this.word() === 'R') return new PdfReference(Number(number), Number(generation))
    }
    this.position = start
    return Number(number)
  }

  private hexString(): PdfString {
    const start = this.position
    const end = this.bytes.indexOf(0x3e, start)
    if (end < 0) throw this.withoutEnd()
    const digits = this.bytes.toString('latin1', start + 1, end)
    const bytes = Buffer.from(digits, 'hex')
    this.position = end + 1
    return new PdfString(bytes.length * 2 === digits.length ? bytes : looseHex(digits), true, start, end + 1)
  }

  private literalString(): PdfString {
    const start = this.position
    const end = this.endOfLiteral()
    const out = Buffer.alloc(end - start)
    let length = 0
    for (this.position = start + 1; this.position < end; this.position++) {
      const code = this.bytes[this.position] ?? 0
      const meant = code === 0x5c ? this.escape() : code
      if (meant !== undefined) out[length++] = meant
    }
    this.position = end + 1
    return new PdfString(out.subarray(0, length), false, start, this.position)
  }

  /** Place of the bracket that closes the string which begins here. */
  private endOfLiteral(): number {
    let open = 0
    for (let at = this.position; at < this.bytes.length; at++) {
      const code = this.bytes[at]
      if (code === 0x5c) at++
      else if (code === 0x28) open++
      else if (code === 0x29 && --open === 0) return at
    }
    throw this.withoutEnd()
  }

  /** The search has gone through all that follows: so the position says. */
  private withoutEnd(): PdfProblem {
    this.position = this.bytes.length
    return new PdfProblem('string without end')
  }

  /** Called on a backslash; leaves the position on the last byte of the escape. A line end continued stands for nothing. */
  private escape(): number | undefined {
    this.position++
    const code = this.bytes[this.position] ?? 0
    if (code >= 0x30 && code <= 0x37) return this.octal()
    if (code === 13) {
      if (this.bytes[this.position + 1] === 10) this.position++
      return undefined
    }
    return code === 10 ? undefined : (ESCAPES.get(code) ?? code)
  }

  private octal(): number {
    let value = 0
    let digits = 0
    for (; digits < 3; digits++) {
      const code = this.bytes[this.position + digits] ?? 0
      if (code < 0x30 || code > 0x37) break
      value = value * 8 + code - 0x30
    }
    this.position += digits - 1
    return value & 0xff
  }
}

/** Hexadecimal digits with white space between them, or an odd number of them. (Decoding stops at the first sign that is no digit.) */
function looseHex(text: string): Buffer {
  const digits = text.replace(/[\0\t\n\f\r ]/g, '')
  if (/[^0-9a-fA-F]/.test(digits)) throw new PdfProblem('no hexadecimal digit')
  return Buffer.from(digits.length % 2 === 1 ? `${digits}0` : digits, 'hex')
}
