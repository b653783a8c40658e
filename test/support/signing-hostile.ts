import { deflateSync } from 'node:zlib'
import { encode, objectIdentifier, sequence, setOf, TAG } from '#documents/signing/cms/der.ts'

import { dictionary, PdfName, PdfReference, PdfStream } from '#documents/signing/pdf/values.ts'

type Text = string | Buffer

/** A PDF of these objects, numbered from 1, with a classic table; the first is the catalog. */
export function pdfOf(objects: readonly Text[], trailer = ''): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')]
  let at = parts[0]?.length ?? 0
  const offsets: number[] = []
  for (const [index, text] of objects.entries()) {
    const object = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(text), Buffer.from('\nendobj\n')])
    offsets.push(at)
    parts.push(object)
    at += object.length
  }
  return Buffer.concat([...parts, Buffer.from(tableOf(offsets, at, trailer))])
}

/** A table whose rows point where one likes, for the bytes before it. */
export function tableOf(offsets: readonly number[], at: number, trailer = ''): string {
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const head = `xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n`
  return `${head}${rows}trailer\n<</Size ${offsets.length + 1}/Root 1 0 R ${trailer}>>\nstartxref\n${at}\n%%EOF\n`
}

const references = (count: number, from: number) => Array.from({ length: count }, (_, index) => `${from + index} 0 R`).join(' ')
const catalog = '<</Type/Catalog/AcroForm<</Fields 2 0 R>>>>'
const packed = (data: Buffer, entries: string): Buffer => {
  const body = deflateSync(data)
  return Buffer.concat([Buffer.from(`<<${entries}/Filter/FlateDecode/Length ${body.length}>>\nstream\n`), body, Buffer.from('\nendstream')])
}

/** Fields without a number, in a list that each of them names again. */
const fieldsInFields = () => pdfOf([catalog, `[${'<</T(a)/Kids 2 0 R>>'.repeat(30)}]`])

/** Every field says that all fields are its children. */
function sharedChildren(): Buffer {
  const count = 100_000
  return pdfOf([catalog, `[${references(count, 3)}]`, ...Array.from({ length: count }, () => '<</Kids 2 0 R>>')])
}

const fieldOf = (range: string) => `<</FT/Sig/V<</ByteRange[0 20 40 ${range}]/Contents<3000>/SubFilter/adbe.pkcs7.detached>>>>`
const manySignatures = () =>
  pdfOf([
    catalog,
    `[${fieldOf('20000000').repeat(4000)}]`,
    Buffer.concat([Buffer.from('('), Buffer.alloc(20_000_000, 'x'), Buffer.from(')')]),
  ])

const longNumber = (length: number) => pdfOf([`<</AcroForm ${'1'.repeat(length)}x>>`])

/** All rows of the table name the same long object, which has another number. */
function onePlace(): Buffer {
  const count = 100_000
  const object = `999999 0 obj\n[${'/A '.repeat(300_000)}]\nendobj\n`
  const start = '%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\n'
  const bytes = Buffer.from(start + object)
  const offsets = Array.from({ length: count }, (_, index) => (index === 0 ? 9 : start.length))
  return Buffer.concat([bytes, Buffer.from(tableOf(offsets, bytes.length))])
}

/** Object after object, each of them an open string that goes on to the end. */
function stringsInStrings(): Buffer {
  const count = 100_000
  let text = '%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\n'
  const offsets = [9]
  const parts = [text]
  let at = text.length
  for (let number = 2; number <= count; number++) {
    text = `${number} 0 obj (aaaaaaaaaaaaaaaaaaaaaa`
    offsets.push(at)
    parts.push(text)
    at += text.length
  }
  return Buffer.from(parts.join('') + tableOf(offsets, at))
}

/** Streams whose length is kept in the next stream, and so on. */
const chainOfLengths = () =>
  pdfOf([
    '<</Type/Catalog/AcroForm 2 0 R>>',
    ...Array.from({ length: 50_000 }, (_, index) => `<</Length ${index + 3} 0 R>>\nstream\nx\nendstream`),
  ])

/** Cross-reference streams of a few kB, each of a million rows. */
function manyTables(): Buffer {
  let bytes: Buffer = Buffer.from('%PDF-1.7\n')
  let previous = ''
  for (let index = 0; index < 60; index++) {
    const at = bytes.length
    const rows = packed(Buffer.alloc(900_000), `/Type/XRef/W[0 1 0]/Index[${index * 900_000} 900000]/Size 1/Root 1 0 R${previous}`)
    bytes = Buffer.concat([bytes, Buffer.from('1 0 obj\n'), rows, Buffer.from('\nendobj\n')])
    previous = `/Prev ${at}`
    if (index === 59) bytes = Buffer.concat([bytes, Buffer.from(`startxref\n${at}\n%%EOF\n`)])
  }
  return bytes
}

/** Four thousand sections, the oldest with all the rows. */
function manySections(): Buffer {
  const objects = Array.from({ length: 60_000 }, () => '<</ByteRange 1/Contents 2>>')
  let bytes = pdfOf(['<</Type/Catalog>>', ...objects])
  let previous = bytes.lastIndexOf('xref\n0')
  const parts = [bytes]
  let at = bytes.length
  for (let index = 0; index < 4000; index++) {
    const text = `xref\ntrailer<</Size 9/Root 1 0 R/Prev ${previous}>>\nstartxref\n${at}\n%%EOF\n`
    previous = at
    parts.push(Buffer.from(text))
    at += text.length
  }
  bytes = Buffer.concat(parts)
  return bytes
}

/** Objects packed in a stream, all at one place where a long one stands. */
function packedAtOnePlace(): Buffer {
  const count = 60_000
  const heads = Array.from({ length: count }, (_, index) => `${index + 3} 0`).join(' ')
  const data = Buffer.from(`${heads} [${'/A '.repeat(100_000)}]`)
  const start = Buffer.from('%PDF-1.7\n1 0 obj\n<</Type/Catalog/AcroForm<</Fields[')
  const rest = Buffer.from(`${references(count, 3)}]>>>>\nendobj\n`)
  const at = start.length + rest.length
  const stream = Buffer.concat([
    Buffer.from('2 0 obj\n'),
    packed(data, `/Type/ObjStm/N ${count}/First ${heads.length + 1}`),
    Buffer.from('\nendobj\n'),
  ])
  const rows = Buffer.alloc((count + 3) * 6)
  const row = (number: number, kind: number, place: number, index: number) => {
    rows[number * 6] = kind
    rows.writeUIntBE(place, number * 6 + 1, 3)
    rows.writeUInt16BE(index, number * 6 + 4)
  }
  row(1, 1, 9, 0)
  row(2, 1, at, 0)
  for (let index = 0; index < count; index++) row(index + 3, 2, 2, index)
  const table = Buffer.concat([
    Buffer.from(`${count + 9} 0 obj\n`),
    packed(rows, `/Type/XRef/W[1 3 2]/Size ${count + 3}/Root 1 0 R`),
    Buffer.from(`\nendobj\nstartxref\n${at + stream.length}\n%%EOF\n`),
  ])
  return Buffer.concat([start, rest, stream, table])
}

const flood = (piece: string) => () => pdfOf([`<</AcroForm 2 0 R>>`, `[${piece.repeat(8_000_000)}]`])

/** Bytes made to be slow, deep or large. None is signed by anybody. */
export const HOSTILE_FILES: readonly (readonly [string, () => Buffer])[] = [
  ['whose fields contain themselves', fieldsInFields],
  ['whose fields all share their children', sharedChildren],
  ['with thousands of signatures over all its bytes', manySignatures],
  ['with a number of 400,000 digits', () => longNumber(400_000)],
  ['whose table names one long object 100,000 times', onePlace],
  ['of strings that all reach to its end', stringsInStrings],
  ['whose lengths hang on each other', chainOfLengths],
  ['with sixty tables of a million rows', manyTables],
  ['with four thousand sections', manySections],
  ['whose packed objects all lie at one place', packedAtOnePlace],
  ['of millions of empty dictionaries', flood('<<>>')],
  ['of millions of numbers', flood('1 ')],
  ['with one string of 100 MB', () => pdfOf(['<</AcroForm 2 0 R>>', `(${'a\\n'.repeat(35_000_000)})`])],
]

/** Drawings of 60 MB in 60 kB each, all hanging on the first. */
export function bombsIn(numbers: readonly number[]): readonly (readonly [number, PdfStream])[] {
  const data = deflateSync(Buffer.alloc(60_000_000, ' '))
  return numbers.map((number, index) => {
    const others = index === 0 ? numbers.slice(1).map((other) => new PdfReference(other)) : []
    const entries = {
      Type: new PdfName('XObject'),
      Subtype: new PdfName('Form'),
      BBox: others,
      Resources: new Map(),
      Filter: new PdfName('FlateDecode'),
      Length: data.length,
    }
    return [number, new PdfStream(dictionary(entries), data)]
  })
}

const SIGNED_DATA = '1.2.840.113549.1.7.2'

/** A CMS with these certificates and signers, as they are. */
const containerWith = (certificates: readonly Buffer[], signers: readonly Buffer[]): Buffer =>
  sequence(
    objectIdentifier(SIGNED_DATA),
    encode(
      TAG.context0,
      sequence(
        Buffer.from([2, 1, 1]),
        setOf(),
        sequence(objectIdentifier('1.2.840.113549.1.7.1')),
        encode(TAG.context0, ...certificates),
        encode(TAG.set, ...signers),
      ),
    ),
  )

const strangeSigner = sequence(
  Buffer.from([2, 1, 1]),
  sequence(sequence(), Buffer.from([2, 1, 1])),
  sequence(objectIdentifier('2.16.840.1.101.3.4.2.1')),
  sequence(objectIdentifier('1.2.840.113549.1.1.1')),
  encode(TAG.octetString, Buffer.alloc(8)),
)

export const HOSTILE_CONTAINERS: readonly (readonly [string, () => Buffer])[] = [
  ['of a million elements', () => sequence(Buffer.concat(Array.from({ length: 1_000_000 }, () => Buffer.from([0x30, 0]))))],
  [
    'of thousands of certificates and signers',
    () =>
      containerWith(
        Array.from({ length: 8000 }, () => sequence(sequence())),
        Array.from({ length: 8000 }, () => strangeSigner),
      ),
  ],
  ['with an identifier of ten million parts', () => sequence(encode(TAG.objectIdentifier, Buffer.alloc(10_000_000, 1)))],
  ['nested forty thousand times', () => Buffer.alloc(80_000, Buffer.from([0x30, 0x80]))],
]

/** A file with one signature whose container is this. */
export function signedWith(container: Buffer): Buffer {
  const hex = `<${container.toString('hex')}>`
  const make = (range: string) =>
    pdfOf([
      `<</Type/Catalog/AcroForm<</Fields[<</FT/Sig/T(organisation)/V<</ByteRange[${range}]/SubFilter/ETSI.CAdES.detached/Contents ${hex}>>>>]>>>>`,
    ])
  const blank = make(' '.repeat(60))
  const start = blank.indexOf(hex)
  const end = start + hex.length
  return make(`0 ${start} ${end} ${blank.length - end}`.padEnd(60))
}
