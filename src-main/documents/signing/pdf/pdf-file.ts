import { type Entry, readSection, type Section } from './cross-reference.ts'
import { unpack } from './filters.ts'
import { readIndirectObject } from './indirect-object.ts'
import { Lexer } from './lexer.ts'
import { dictionaryOf, type PdfDictionary, PdfProblem, PdfReference, PdfStream, type PdfValue } from './values.ts'

const MAX_SECTIONS = 4096
const MAX_REFERENCES = 20
/** All streams of a file together: many small bombs are one big bomb. */
const MAX_UNPACKED_TOTAL = 256 * 1024 * 1024

interface ObjectStream {
  readonly numbers: number[]
  readonly offsets: number[]
  readonly first: number
  readonly data: Buffer
}

/**
 * A lazy PDF reader: follows the cross-reference chain and reads only the objects that are asked for. It repairs nothing.
 * What can be read in more than one way is noted in `doubts`; a strict caller refuses a file that has any.
 * What cannot be read throws PdfProblem.
 */
export class PdfFile {
  readonly bytes: Buffer
  /** Newest first. */
  readonly sections: Section[] = []
  readonly doubts: string[] = []
  private readonly values = new Map<number, PdfValue>()
  private readonly objectStreams: Map<number, ObjectStream>
  private readonly unpacked: Map<number, Buffer>
  private readonly beingRead = new Set<number>()
  private unpackedTotal = 0

  /** `longer`: a later state of the same file. Sections and unpacked streams that lie in the common part are shared with it. */
  constructor(bytes: Buffer, longer?: PdfFile) {
    this.bytes = bytes
    this.objectStreams = longer?.objectStreams ?? new Map()
    this.unpacked = longer?.unpacked ?? new Map()
    if (!/^%PDF-\d\.\d/.test(bytes.toString('latin1', 0, 8))) this.doubts.push('header')
    const tail = bytes.lastIndexOf('startxref')
    if (tail < 0) throw new PdfProblem('no startxref')
    const lexer = new Lexer(bytes, tail + 9)
    this.followChain(lexer.unsigned(), longer?.sections ?? [])
    while ((bytes[lexer.position] ?? 255) <= 32) lexer.position++
    if (!lexer.sees('%%EOF')) this.doubts.push('end of file')
  }

  get newest(): Section {
    const [section] = this.sections
    if (!section) throw new PdfProblem('no cross-reference section')
    return section
  }

  get trailer(): PdfDictionary {
    return this.newest.trailer
  }

  /** One more than the highest object number, as the trailer says. */
  get size(): number {
    const size = this.trailer.get('Size')
    return typeof size === 'number' ? size : 0
  }

  get catalog(): PdfDictionary {
    return this.dictionary(this.trailer.get('Root'))
  }

  numbers(): number[] {
    return [...new Set(this.sections.flatMap((section) => [...section.entries.keys()]))].sort((left, right) => left - right)
  }

  entry(number: number): Entry | undefined {
    for (const section of this.sections) {
      const entry = section.entries.get(number)
      if (entry) return entry
    }
    return undefined
  }

  /** An object that exists and is not free. */
  has(number: number): boolean {
    const entry = this.entry(number)
    return entry !== undefined && entry.kind !== 'free'
  }

  get(number: number): PdfValue {
    const known = this.values.get(number)
    if (known !== undefined) return known
    const entry = this.entry(number)
    if (!entry || entry.kind === 'free') return null
    if (this.beingRead.has(number)) throw new PdfProblem('an object contains itself')
    this.beingRead.add(number)
    try {
      const value = entry.kind === 'plain' ? this.readPlain(number, entry) : this.readPacked(number, entry)
      this.values.set(number, value)
      return value
    } finally {
      this.beingRead.delete(number)
    }
  }

  /** The object, or undefined if it cannot be read. */
  tryGet(number: number): PdfValue | undefined {
    try {
      return this.get(number)
    } catch (error) {
      if (isReadingProblem(error)) return undefined
      throw error
    }
  }

  /** Follows references to the value itself. */
  resolve(value: PdfValue | undefined): PdfValue {
    let current = value
    for (let steps = 0; current instanceof PdfReference; steps++) {
      if (steps >= MAX_REFERENCES) throw new PdfProblem('reference to a reference')
      current = this.get(current.number)
    }
    return current ?? null
  }

  dictionary(value: PdfValue | undefined): PdfDictionary {
    const found = dictionaryOf(this.resolve(value))
    if (!found) throw new PdfProblem('dictionary expected')
    return found
  }

  tryDictionary(value: PdfValue | undefined): PdfDictionary | undefined {
    try {
      return this.dictionary(value)
    } catch (error) {
      if (isReadingProblem(error)) return undefined
      throw error
    }
  }

  unpack(stream: PdfStream): Buffer {
    const data = unpack(stream, (value) => this.resolve(value))
    this.unpackedTotal += data.length
    if (this.unpackedTotal > MAX_UNPACKED_TOTAL) throw new PdfProblem('too much to unpack')
    return data
  }

  readAt(offset: number) {
    return readIndirectObject(this.bytes, offset, (value) => this.resolve(value))
  }

  /** The unpacked text of every object stream that any section mentions. */
  unpackedObjectStreams(): Buffer[] {
    const numbers = new Set<number>()
    for (const section of this.sections) for (const entry of section.entries.values()) if (entry.kind === 'packed') numbers.add(entry.at)
    return [...numbers].map((number) => this.objectStream(number).data)
  }

  private followChain(first: number, known: readonly Section[]): void {
    const seen = new Set<number>()
    for (let at: number | undefined = first; at !== undefined; ) {
      if (seen.has(at)) {
        this.doubts.push('chain of sections has a loop')
        return
      }
      if (seen.size > MAX_SECTIONS) throw new PdfProblem('too many sections')
      seen.add(at)
      const section = this.section(at, known)
      this.sections.push(section)
      if (section.trailer.has('XRefStm')) this.doubts.push('hybrid cross-reference')
      at = this.previous(section)
    }
  }

  private section(at: number, known: readonly Section[]): Section {
    const shared = known.find((section) => section.at === at && section.end <= this.bytes.length && !section.isDoubtful)
    return shared ?? readSection(this.bytes, at, this.doubts, (stream) => this.unpack(stream))
  }

  private previous(section: Section): number | undefined {
    const previous = section.trailer.get('Prev')
    if (previous === undefined) return undefined
    if (typeof previous !== 'number') {
      this.doubts.push('Prev is no number')
      return undefined
    }
    if (previous >= section.at) this.doubts.push('Prev points forward')
    return previous
  }

  private readPlain(number: number, entry: Entry): PdfValue {
    const object = this.readAt(entry.at)
    if (object.number !== number) {
      this.doubts.push(`object ${number} is ${object.number}`)
      throw new PdfProblem('wrong object number')
    }
    return object.value
  }

  private readPacked(number: number, entry: Entry): PdfValue {
    const { numbers, offsets, first, data } = this.objectStream(entry.at)
    const offset = offsets[entry.index]
    if (numbers[entry.index] !== number || offset === undefined) {
      this.doubts.push('index in an object stream')
      throw new PdfProblem('not in the object stream')
    }
    return new Lexer(data, first + offset).value()
  }

  private objectStream(number: number): ObjectStream {
    const entry = this.entry(number)
    const stream = this.get(number)
    if (!(stream instanceof PdfStream) || entry?.kind !== 'plain') throw new PdfProblem('object stream expected')
    const known = this.objectStreams.get(entry.at)
    if (known) return known
    const data = this.unpackOnce(entry.at, stream)
    const lexer = new Lexer(data, 0)
    const numbers: number[] = []
    const offsets: number[] = []
    const count = Number(stream.dictionary.get('N'))
    for (let index = 0; index < count; index++) {
      numbers.push(lexer.unsigned())
      offsets.push(lexer.unsigned())
    }
    const read = { numbers, offsets, first: Number(stream.dictionary.get('First')), data }
    this.objectStreams.set(entry.at, read)
    return read
  }

  private unpackOnce(offset: number, stream: PdfStream): Buffer {
    const known = this.unpacked.get(offset)
    if (known) return known
    const data = this.unpack(stream)
    this.unpacked.set(offset, data)
    return data
  }
}

/** Damaged bytes: ours, zlib's, or a number outside every range. Anything else is a fault of the program. */
export function isReadingProblem(error: unknown): boolean {
  return error instanceof PdfProblem || error instanceof RangeError || (error instanceof Error && 'code' in error)
}
