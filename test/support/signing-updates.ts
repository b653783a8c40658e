import { PdfFile } from '#documents/signing/pdf/pdf-file.ts'
import {
  dictionary,
  dictionaryOf,
  nameText,
  type PdfDictionary,
  PdfReference,
  PdfStream,
  PdfString,
  type PdfValue,
  readText,
} from '#documents/signing/pdf/values.ts'
import { writeText, writeValue } from '#documents/signing/pdf/write-value.ts'
import { must } from './signing-must.ts'

export interface Update {
  /** A value, or the object's text as it should stand. */
  readonly objects: readonly (readonly [number: number, value: PdfValue | { readonly text: string }])[]
  readonly trailer?: Readonly<Record<string, PdfValue>>
  /** null: no Prev at all. */
  readonly previous?: number | null
  readonly withoutTable?: boolean
  /** Entries that point somewhere else than to an object of this update. */
  readonly entries?: readonly (readonly [number: number, at: number])[]
}

const isText = (value: PdfValue | { readonly text: string }): value is { readonly text: string } =>
  typeof value === 'object' && value !== null && 'text' in value && Object.getPrototypeOf(value) === Object.prototype

/** Appends any update to a PDF, as an editor or an attacker would. */
export function appendUpdate(bytes: Buffer, update: Update): Buffer {
  const file = new PdfFile(bytes)
  const parts: Buffer[] = [bytes, Buffer.from('\n')]
  let at = bytes.length + 1
  const put = (piece: Buffer | string) => {
    const data = typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece
    parts.push(data)
    at += data.length
  }
  const offsets = new Map<number, number>()
  for (const [number, value] of update.objects) {
    offsets.set(number, at)
    put(`${number} 0 obj\n`)
    put(isText(value) ? value.text : writeValue(value))
    put('\nendobj\n')
  }
  if (update.withoutTable) return Buffer.concat(parts)
  for (const [number, offset] of update.entries ?? []) offsets.set(number, offset)
  const table = at
  put('xref\n')
  for (const [number, offset] of [...offsets].sort(([left], [right]) => left - right))
    put(`${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`)
  put('trailer\n')
  put(writeText(trailerOf(file, offsets, update)))
  put(`\nstartxref\n${table}\n%%EOF\n`)
  return Buffer.concat(parts)
}

function trailerOf(file: PdfFile, offsets: ReadonlyMap<number, number>, update: Update): PdfDictionary {
  const size = Math.max(file.size, ...[...offsets.keys()].map((number) => number + 1))
  const trailer: PdfDictionary = new Map<string, PdfValue>([['Size', size]])
  for (const key of ['Root', 'Info', 'ID']) if (file.trailer.has(key)) trailer.set(key, must(file.trailer.get(key)))
  if (update.previous !== null) trailer.set('Prev', update.previous ?? file.newest.at)
  for (const [key, value] of Object.entries(update.trailer ?? {})) trailer.set(key, value)
  return trailer
}

/** A copy with some keys set, or taken away (undefined). */
export function withKeys(entries: PdfDictionary, changes: Readonly<Record<string, PdfValue | undefined>>): PdfDictionary {
  const copy: PdfDictionary = new Map(entries)
  for (const [key, value] of Object.entries(changes)) {
    if (value === undefined) copy.delete(key)
    else copy.set(key, value)
  }
  return copy
}

export function findObject(file: PdfFile, wanted: (entries: PdfDictionary) => boolean): readonly [number, PdfDictionary] {
  for (const number of file.numbers()) {
    const entries = dictionaryOf(file.tryGet(number))
    if (entries && wanted(entries)) return [number, entries]
  }
  throw new Error('no such object')
}

export const hasType =
  (type: string) =>
  (entries: PdfDictionary): boolean =>
    nameText(entries.get('Type')) === type

export const isSignatureField = (entries: PdfDictionary): boolean => nameText(entries.get('FT')) === 'Sig'

export function fieldNamed(file: PdfFile, name: string): readonly [number, PdfDictionary] {
  return findObject(file, (entries) => isSignatureField(entries) && readText(entries.get('T')) === name)
}

export function signatureOf(file: PdfFile, field: string): readonly [number, PdfDictionary] {
  const number = referenceIn(fieldNamed(file, field)[1], 'V').number
  return [number, file.dictionary(new PdfReference(number))]
}

export function referenceIn(entries: PdfDictionary, key: string): PdfReference {
  const value = entries.get(key)
  if (value instanceof PdfReference) return value
  throw new Error(`${key} is no reference`)
}

export function stringIn(entries: PdfDictionary, key: string): PdfString {
  const value = entries.get(key)
  if (value instanceof PdfString) return value
  throw new Error(`${key} is no string`)
}

export const streamOf = (text: string, entries: Readonly<Record<string, PdfValue>> = {}): PdfStream =>
  new PdfStream(dictionary({ ...entries, Length: text.length }), Buffer.from(text, 'latin1'))

/** The bytes with a piece written over them. */
export function overwrite(bytes: Buffer, at: number, piece: string | Buffer): Buffer {
  const copy = Buffer.from(bytes)
  const data = typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece
  data.copy(copy, at)
  return copy
}
