/** The bytes are no PDF that we can read, or say two things at once. */
export class PdfProblem extends Error {}

/** A PDF name without its slash, `#xx` already decoded. */
export class PdfName {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

/** `12 0 R` */
export class PdfReference {
  readonly number: number
  readonly generation: number
  constructor(number: number, generation = 0) {
    this.number = number
    this.generation = generation
  }
}

/** A string and the place of its token in the buffer it was read from: Contents must begin and end exactly at the gap. */
export class PdfString {
  readonly bytes: Buffer
  readonly isHex: boolean
  readonly start: number
  readonly end: number
  constructor(bytes: Buffer, isHex = true, start = 0, end = 0) {
    this.bytes = bytes
    this.isHex = isHex
    this.start = start
    this.end = end
  }
}

/** A stream as it lies in the file, still packed. */
export class PdfStream {
  readonly dictionary: PdfDictionary
  readonly data: Buffer
  constructor(dictionary: PdfDictionary, data: Buffer) {
    this.dictionary = dictionary
    this.data = data
  }
}

export type PdfDictionary = Map<string, PdfValue>
export type PdfValue = null | boolean | number | PdfName | PdfReference | PdfString | PdfStream | readonly PdfValue[] | PdfDictionary

/** Present in a dictionary that names one key twice: readers disagree on which one counts, so we refuse it. */
export const DUPLICATE_KEY = '\0duplicate'

export const isArray = (value: PdfValue | undefined): value is readonly PdfValue[] => Array.isArray(value)
export const nameText = (value: PdfValue | undefined): string | undefined => (value instanceof PdfName ? value.text : undefined)

/** The dictionary of a dictionary or a stream. */
export function dictionaryOf(value: PdfValue | undefined): PdfDictionary | undefined {
  if (value instanceof PdfStream) return value.dictionary
  return value instanceof Map ? value : undefined
}

export const dictionary = (entries: Readonly<Record<string, PdfValue>>): PdfDictionary => new Map(Object.entries(entries))
export const asciiString = (text: string): PdfString => new PdfString(Buffer.from(text, 'latin1'))
export const textString = (text: string): PdfString => new PdfString(Buffer.from(`\ufeff${text}`, 'utf16le').swap16())

/** Text of a text string: UTF-16 with its mark, UTF-8 with its mark, else PDFDocEncoding read as Latin-1. */
export function readText(value: PdfValue | undefined): string | undefined {
  if (!(value instanceof PdfString)) return undefined
  const { bytes } = value
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return Buffer.from(bytes.subarray(2, bytes.length & ~1))
      .swap16()
      .toString('utf16le')
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes.toString('utf8', 3)
  return bytes.toString('latin1')
}

/** A value in one fixed spelling, so that two revisions can be compared. Order of keys and spelling of strings do not count. */
export function spelled(value: PdfValue | undefined): string {
  if (value === undefined) return 'absent'
  if (value === null) return 'null'
  if (value instanceof PdfName) return `/${JSON.stringify(value.text)}`
  if (value instanceof PdfReference) return `${value.number} ${value.generation} R`
  if (value instanceof PdfString) return `<${value.bytes.toString('hex')}>`
  if (value instanceof PdfStream) return `${spelled(value.dictionary)}${value.data.toString('latin1')}`
  if (isArray(value)) return `[${value.map(spelled).join(' ')}]`
  if (value instanceof Map)
    return `<<${[...value]
      .map(([key, entry]) => `/${JSON.stringify(key)} ${spelled(entry)}`)
      .sort()
      .join(' ')}>>`
  return String(value)
}

export function sameValue(left: PdfValue | undefined, right: PdfValue | undefined): boolean {
  if (left === right) return true
  // Compared without writing them out: many objects can share one long body.
  if (left instanceof PdfStream && right instanceof PdfStream)
    return left.data.equals(right.data) && spelled(left.dictionary) === spelled(right.dictionary)
  return spelled(left) === spelled(right)
}
