import { dictionary, type PdfDictionary, PdfName, type PdfReference, PdfStream, PdfString, type PdfValue } from './pdf/values.ts'
import { writeText, writeValue } from './pdf/write-value.ts'

/** Characters kept for the ByteRange array, so that it can be filled in when all offsets are known. */
export const RANGE_WIDTH = 44

/** Bytes kept for the CMS. The size is itself signed (by ByteRange) and says whether a time stamp belongs there: a removed one is seen. */
export const RESERVED = { plain: 6144, stamped: 12_288 } as const

/** The signature dictionary without ByteRange and Contents, which have fixed places at its end. */
export interface SignatureSlot {
  readonly number: number
  readonly dictionary: PdfDictionary
  readonly range: readonly PdfValue[]
  /** Hexadecimal digits. */
  readonly contents: string
}

export interface Revision {
  /** Offset of its first byte. */
  readonly start: number
  readonly previousSection: number
  /** Its table is of the same kind as the file's: classic, or a cross-reference stream. */
  readonly isStream: boolean
  readonly size: number
  readonly root: PdfReference
  readonly info: PdfReference | undefined
  readonly id: readonly [Buffer, Buffer]
  readonly objects: readonly (readonly [number: number, value: PdfValue])[]
  readonly signature: SignatureSlot
}

export interface WrittenRevision {
  readonly bytes: Buffer
  /** Offset of the `<` of Contents and of the byte after its `>`. */
  readonly gapStart: number
  readonly gapEnd: number
  /** Offset of the `[` of ByteRange. */
  readonly rangeStart: number
}

type Offset = readonly [number: number, at: number]

class Output {
  readonly parts: Buffer[] = []
  at: number
  constructor(start: number) {
    this.at = start
  }
  put(piece: Buffer | string): void {
    const bytes = typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece
    this.parts.push(bytes)
    this.at += bytes.length
  }
}

/**
 * Writes one update in the ONE form that we make. The verifier writes it again from what it has parsed and compares the bytes,
 * so any change here is a new form: see `accepted-form.ts`.
 */
export function writeRevision(revision: Revision): WrittenRevision {
  const output = new Output(revision.start)
  const offsets: Offset[] = []
  let place = { gapStart: 0, gapEnd: 0, rangeStart: 0 }
  for (const [number, value] of revision.objects) {
    offsets.push([number, output.at])
    output.put(`${number} 0 obj\n`)
    if (number === revision.signature.number) place = putSignature(output, revision.signature)
    else output.put(writeValue(value))
    output.put('\nendobj\n')
  }
  const section = output.at
  if (revision.isStream) putStreamSection(output, revision, offsets)
  else putTable(output, revision, offsets)
  output.put(`startxref\n${section}\n%%EOF\n`)
  return { bytes: Buffer.concat(output.parts), ...place }
}

function putSignature(output: Output, signature: SignatureSlot) {
  output.put(`${writeText(signature.dictionary).slice(0, -2)} /ByteRange `)
  const rangeStart = output.at
  output.put(writeText(signature.range).padEnd(RANGE_WIDTH))
  output.put(' /Contents ')
  const gapStart = output.at
  output.put(`<${signature.contents}>`)
  const gapEnd = output.at
  output.put('>>')
  return { gapStart, gapEnd, rangeStart }
}

function trailer(revision: Revision): PdfDictionary {
  return dictionary({
    Size: revision.size,
    Root: revision.root,
    ...(revision.info ? { Info: revision.info } : {}),
    ID: revision.id.map((part) => new PdfString(part)),
    Prev: revision.previousSection,
  })
}

/** Neighbouring object numbers, together. */
function runsOf(offsets: readonly Offset[]): Offset[][] {
  const runs: Offset[][] = []
  for (const offset of [...offsets].sort(([left], [right]) => left - right)) {
    const run = runs.at(-1)
    if (run && run.at(-1)?.[0] === offset[0] - 1) run.push(offset)
    else runs.push([offset])
  }
  return runs
}

function putTable(output: Output, revision: Revision, offsets: readonly Offset[]): void {
  output.put('xref\n')
  for (const run of runsOf(offsets)) {
    output.put(`${run[0]?.[0]} ${run.length}\n`)
    for (const [, at] of run) output.put(`${String(at).padStart(10, '0')} 00000 n \n`)
  }
  output.put(`trailer\n${writeText(trailer(revision))}\n`)
}

const STREAM_ROW = 7

function putStreamSection(output: Output, revision: Revision, offsets: readonly Offset[]): void {
  const number = revision.size - 1
  const runs = runsOf([...offsets, [number, output.at]])
  const rows = runs.flat()
  const data = Buffer.alloc(rows.length * STREAM_ROW)
  for (const [index, [, at]] of rows.entries()) {
    data[index * STREAM_ROW] = 1
    data.writeUInt32BE(at, index * STREAM_ROW + 1)
  }
  const entries: PdfDictionary = new Map([
    ...trailer(revision),
    ['Type', new PdfName('XRef')],
    ['W', [1, 4, 2]],
    ['Index', runs.flatMap((run) => [run[0]?.[0] ?? 0, run.length])],
    ['Length', data.length],
  ])
  output.put(`${number} 0 obj\n`)
  output.put(writeValue(new PdfStream(entries, data)))
  output.put('\nendobj\n')
}
