import type { FoundSignature } from './find-signatures.ts'
import type { PdfFile } from './pdf/pdf-file.ts'
import { DUPLICATE_KEY, isArray, PdfString } from './pdf/values.ts'
import type { ReasonCode } from './reason-codes.ts'

/** The place of a signature in the file (rule "place"). */
export interface SignedRange {
  /** Offset of the `<` of Contents, and of the byte after its `>`. */
  readonly gapStart: number
  readonly gapEnd: number
  /** First byte after what the signature covers. */
  readonly end: number
  readonly contents: Buffer
  /** The covered bytes, before and after the gap. */
  readonly covered: readonly Buffer[]
}

export type RangeReading =
  | { readonly range: SignedRange; readonly code?: ReasonCode }
  | { readonly range?: never; readonly code: ReasonCode }

const SMALLEST_START = 8

/** Reads and checks ByteRange and Contents. A plan's must be exact; around another's Contents white space is let pass. */
export function readSignedRange(file: PdfFile, signature: FoundSignature, isPlan: boolean): RangeReading {
  const { bytes } = file
  const numbers = readNumbers(file, signature)
  const contents = file.resolve(signature.dictionary.get('Contents'))
  if (!numbers || !(contents instanceof PdfString) || signature.dictionary.has(DUPLICATE_KEY)) return { code: 'byte-range' }
  const [first, gapStart, gapEnd, tail] = numbers
  if (first !== 0 || gapStart < SMALLEST_START || gapEnd <= gapStart + 1 || tail === 0) return { code: 'byte-range' }
  if (gapEnd + tail > bytes.length) return { code: 'byte-range' }
  if (!contents.isHex || isPacked(file, signature) || !fillsGap(bytes, contents, gapStart, gapEnd, isPlan)) return { code: 'contents-gap' }
  if (contents.bytes.every((byte) => byte === 0)) return { code: 'contents-empty' }
  const end = gapEnd + tail
  const covered = [bytes.subarray(0, gapStart), bytes.subarray(gapEnd, end)]
  const range = { gapStart, gapEnd, end, contents: contents.bytes, covered }
  return /%%EOF\s*$/.test(bytes.toString('latin1', end - 16, end)) ? { range } : { range, code: 'range-end' }
}

function readNumbers(file: PdfFile, { dictionary }: FoundSignature): readonly [number, number, number, number] | undefined {
  const range = file.resolve(dictionary.get('ByteRange'))
  if (!isArray(range) || range.length !== 4) return undefined
  const [first, start, end, tail] = range.map((value) => file.resolve(value))
  return isCount(first) && isCount(start) && isCount(end) && isCount(tail) ? [first, start, end, tail] : undefined
}

const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0

const isPacked = (file: PdfFile, { number }: FoundSignature) => number !== undefined && file.entry(number)?.kind === 'packed'

function fillsGap(bytes: Buffer, contents: PdfString, gapStart: number, gapEnd: number, isExact: boolean): boolean {
  if (contents.start === gapStart && contents.end === gapEnd) return true
  if (isExact || contents.start < gapStart || contents.end > gapEnd) return false
  return !/\S/.test(bytes.toString('latin1', gapStart, contents.start) + bytes.toString('latin1', contents.end, gapEnd))
}
