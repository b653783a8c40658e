import { type Entry, readSection, type Section } from './cross-reference.ts'
import { Effort } from './effort.ts'
import { unpack } from './filters.ts'
import { readIndirectObject } from './indirect-object.ts'
import { Lexer } from './lexer.ts'
import { dictionaryOf, type PdfDictionary, PdfProblem, PdfReference, PdfStream, type PdfValue } from './values.ts'

const MAX_SECTIONS = 4096
const MAX_REFERENCES = 20
/** Objects of which each is needed to read the one before. */
const MAX_OPEN = 40
/** With more sections than a file has that a few people signed, all entries are put into one map. */
const FEW_SECTIONS = 8

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
  readonly doubts = new Set<string>()
  /** Shared by all states of the file. */
  readonly effort: Effort
  private readonly values = new Map<number, PdfValue>()
  private readonly objectStreams: Map<number, ObjectStream>
  private readonly unpacked: Map<number, Buffer>
  private readonly beingRead = new Set<number>()
  private newestEntries: ReadonlyMap<number, Entry> | undefined

  /** `longer`: a later state of the same file. Sections and unpacked streams that lie in the common part are shared with it. */
  constructor(bytes: Buffer, longer?: PdfFile) {
    this.bytes = bytes
    this.effort = longer?.effort ?? new Effort(bytes.length)
    this.objectStreams = longer?.objectStreams ?? new Map()
    this.unpacked = longer?.unpacked ?? new Map()
    if (!/^%PDF-\d\.\d/.test(bytes.toString('latin1', 0, 8))) this.doubts.add('header')
    const tail = bytes.lastIndexOf('startxref')
    if (tail < 0) throw new PdfProblem('no startxref')
    const lexer = new Lexer(bytes, tail + 9, this.effort)
    this.followChain(lexer.unsigned(), longer?.sections ?? [])
    while ((bytes[lexer.position] ?? 255) <= 32) lexer.position++
    if (!lexer.sees('%%EOF')) this.doubts.add('end of file')
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
    if (this.sections.length > FEW_SECTIONS) {
      this.newestEntries ??= new Map(this.sections.toReversed().flatMap(({ entries }) => [...entries]))
      return this.newestEntries.get(number)
    }
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
    if (this.beingRead.has(number) || this.beingRead.size > MAX_OPEN) throw new PdfProblem('an object contains itself')
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

  /** The content of a stream; more than `longest` bytes of it throw PdfProblem or zlib's error. */
  unpack(stream: PdfStream, longest?: number): Buffer {
    return unpack(stream, (value) => this.resolve(value), this.effort, longest)
  }

  readAt(offset: number) {
    return readIndirectObject(this.bytes, offset, (value) => this.resolve(value), this.effort)
  }

  /** The unpacked text of every object stream that any section mentions. */
  unpackedObjectStreams(): Buffer[] {
    const numbers = new Set<number>()
    for (const section of this.sections) for (const entry of section.entries.values()) if (entry.kind === 'packed') numbers.add(entry.at)
    return [...numbers].map((number) => this.objectStream(number).data)
  }

  private followChain(first: number, longer: readonly Section[]): void {
    const known = new Map(longer.map((section) => [section.at, section]))
    const seen = new Set<number>()
    for (let at: number | undefined = first; at !== undefined; ) {
      if (seen.has(at)) {
        this.doubts.add('chain of sections has a loop')
        return
      }
      if (seen.size > MAX_SECTIONS) throw new PdfProblem('too many sections')
      seen.add(at)
      const section = this.section(at, known)
      this.sections.push(section)
      if (section.trailer.has('XRefStm')) this.doubts.add('hybrid cross-reference')
      at = this.previous(section)
    }
  }

  private section(at: number, known: ReadonlyMap<number, Section>): Section {
    const shared = known.get(at)
    if (shared && shared.end <= this.bytes.length && shared.doubts.size === 0) return shared
    const section = readSection(this.bytes, at, { effort: this.effort, unpackStream: (stream) => this.unpack(stream) })
    for (const doubt of section.doubts) this.doubts.add(doubt)
    return section
  }

  private previous(section: Section): number | undefined {
    const previous = section.trailer.get('Prev')
    if (previous === undefined) return undefined
    if (typeof previous !== 'number') {
      this.doubts.add('Prev is no number')
      return undefined
    }
    if (previous >= section.at) this.doubts.add('Prev points forward')
    return previous
  }

  private readPlain(number: number, entry: Entry): PdfValue {
    const found = new Lexer(this.bytes, entry.at, this.effort).unsigned()
    if (found !== number) {
      this.doubts.add(`object ${number} is ${found}`)
      throw new PdfProblem('wrong object number')
    }
    return this.readAt(entry.at).value
  }

  private readPacked(number: number, entry: Entry): PdfValue {
    const { numbers, offsets, first, data } = this.objectStream(entry.at)
    const offset = offsets[entry.index]
    if (numbers[entry.index] !== number || offset === undefined) {
      this.doubts.add('index in an object stream')
      throw new PdfProblem('not in the object stream')
    }
    const lexer = new Lexer(data, first + offset, this.effort)
    try {
      return lexer.value()
    } finally {
      this.effort.spend('bytes', lexer.position - first - offset)
    }
  }

  private objectStream(number: number): ObjectStream {
    const entry = this.entry(number)
    const stream = this.get(number)
    if (!(stream instanceof PdfStream) || entry?.kind !== 'plain') throw new PdfProblem('object stream expected')
    const known = this.objectStreams.get(entry.at)
    if (known) return known
    const data = this.unpackOnce(entry.at, stream)
    const lexer = new Lexer(data, 0, this.effort)
    const numbers: number[] = []
    const offsets: number[] = []
    const count = Number(stream.dictionary.get('N'))
    for (let index = 0; index < count; index++) {
      this.effort.spend('entries', 1)
      numbers.push(lexer.unsigned())
      offsets.push(lexer.unsigned())
    }
    const first = stream.dictionary.get('First')
    if (typeof first !== 'number' || !Number.isInteger(first) || first < 0) throw new PdfProblem('object stream expected')
    const read = { numbers, offsets, first, data }
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
