import type { Effort } from './effort.ts'
import { Lexer } from './lexer.ts'
import { PdfProblem, PdfStream, type PdfValue } from './values.ts'

export interface IndirectObject {
  readonly number: number
  readonly generation: number
  readonly value: PdfValue
  /** First byte after `endobj`. */
  readonly end: number
}

type Resolve = (value: PdfValue | undefined) => PdfValue

/** Reads `n g obj … endobj` at a place. `resolve` looks up a Length that is kept in another object. */
export function readIndirectObject(bytes: Buffer, at: number, resolve: Resolve, effort: Effort): IndirectObject {
  effort.spend('values', 1)
  const lexer = new Lexer(bytes, at, effort)
  try {
    return readObject(lexer, resolve)
  } finally {
    effort.spend('bytes', lexer.position - at)
  }
}

function readObject(lexer: Lexer, resolve: Resolve): IndirectObject {
  const number = lexer.unsigned()
  const generation = lexer.unsigned()
  lexer.skipWhite()
  lexer.expect('obj')
  let value = lexer.value()
  lexer.skipWhite()
  if (lexer.sees('stream')) value = readStream(lexer, value, resolve)
  lexer.skipWhite()
  if (lexer.sees('endobj')) lexer.position += 6
  return { number, generation, value, end: lexer.position }
}

function readStream(lexer: Lexer, dictionary: PdfValue, resolve: Resolve): PdfStream {
  if (!(dictionary instanceof Map)) throw new PdfProblem('stream without dictionary')
  lexer.position += 6
  if (lexer.bytes[lexer.position] === 13) lexer.position++
  if (lexer.bytes[lexer.position] === 10) lexer.position++
  const start = lexer.position
  const length = resolve(dictionary.get('Length'))
  if (typeof length !== 'number' || !Number.isInteger(length) || length < 0) throw new PdfProblem('length of a stream')
  if (start + length > lexer.bytes.length) throw new PdfProblem('length of a stream')
  lexer.position = start + length
  lexer.skipWhite()
  lexer.expect('endstream')
  return new PdfStream(dictionary, lexer.bytes.subarray(start, start + length))
}
