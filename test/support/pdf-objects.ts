import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type PdfValue = null | boolean | number | string | PdfValue[] | { [key: string]: PdfValue }
export type PdfDictionary = { [key: string]: PdfValue }

interface JsonObject {
  readonly value?: PdfValue
  readonly stream?: { readonly dict: PdfDictionary; readonly data?: string }
}

const largest = 64 * 1024 * 1024

/** Puts the bytes into a file of a folder of its own for as long as `work` takes. */
function withFile<Value>(bytes: Uint8Array, work: (file: string, folder: string) => Value): Value {
  const folder = mkdtempSync(join(tmpdir(), 'pdf-'))
  try {
    const file = join(folder, 'file.pdf')
    writeFileSync(file, bytes)
    return work(file, folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Runs a tool on the bytes of a file, which it finds under `{file}` in its arguments; gives what it printed. */
export function runOnPdf(bytes: Uint8Array, tool: string, ...parameters: string[]): Buffer {
  return withFile(bytes, (file) =>
    execFileSync(
      tool,
      parameters.map((each) => each.replace('{file}', file)),
      { maxBuffer: largest },
    ),
  )
}

/** Content of an attached file; the first is number 1. */
export function attachmentOf(bytes: Uint8Array, number: number): Buffer {
  return withFile(bytes, (file, folder) => {
    const saved = join(folder, 'attachment')
    execFileSync('pdfdetach', ['-save', String(number), '-o', saved, file])
    return readFileSync(saved)
  })
}

/** Share of the pixels of each page whose grey lies between two values, 0 to 255. */
export function greyShares(bytes: Uint8Array, from: number, to: number): number[] {
  const pages = new PdfObjects(bytes).pages().length
  return Array.from({ length: pages }, (_, index) => {
    const picture = runOnPdf(bytes, 'pdftoppm', '-gray', '-r', '36', '-f', `${index + 1}`, '-l', `${index + 1}`, '{file}')
    const [header = ''] = /^P5\s+\d+\s+\d+\s+255\s/.exec(picture.toString('latin1', 0, 40)) ?? []
    const pixels = picture.subarray(header.length)
    return pixels.filter((grey) => grey >= from && grey <= to).length / pixels.length
  })
}

/** Text of all pages in reading order, form feed between pages. */
export function textOf(bytes: Uint8Array): string {
  return runOnPdf(bytes, 'pdftotext', '{file}', '-').toString('utf8')
}

/** The text of each page. */
export function pageTexts(bytes: Uint8Array): string[] {
  return textOf(bytes).split('\f').slice(0, -1)
}

/** All objects of a file as qpdf reads them. */
export class PdfObjects {
  readonly trailer: PdfDictionary
  readonly #objects = new Map<string, JsonObject>()

  constructor(bytes: Uint8Array) {
    const json: { qpdf: [unknown, Record<string, JsonObject>] } = JSON.parse(
      runOnPdf(bytes, 'qpdf', '--json=2', '--json-key=qpdf', '--json-stream-data=inline', '--decode-level=all', '{file}', '-').toString(
        'utf8',
      ),
    )
    for (const [key, object] of Object.entries(json.qpdf[1])) this.#objects.set(key.replace(/^obj:/, ''), object)
    this.trailer = dictionary(this.#objects.get('trailer')?.value)
  }

  /** What a value stands for: the object that a reference names, a stream's dictionary, or the value itself. */
  resolve(value: PdfValue | undefined): PdfValue {
    if (typeof value !== 'string' || !/^\d+ \d+ R$/.test(value)) return value ?? null
    const object = this.#objects.get(value)
    return object?.value ?? object?.stream?.dict ?? null
  }

  at(holder: PdfValue | undefined, key: string): PdfValue {
    return this.resolve(dictionary(this.resolve(holder))[key])
  }

  dictionaryAt(holder: PdfValue | undefined, key: string): PdfDictionary {
    return dictionary(this.at(holder, key))
  }

  listAt(holder: PdfValue | undefined, key: string): PdfValue[] {
    return list(this.at(holder, key))
  }

  /** Decoded bytes of a stream, or of several one after another. */
  streamAt(reference: PdfValue | undefined): string {
    if (Array.isArray(reference)) return reference.map((each) => this.streamAt(each)).join('\n')
    const data = typeof reference === 'string' ? this.#objects.get(reference)?.stream?.data : undefined
    return Buffer.from(data ?? '', 'base64').toString('latin1')
  }

  get catalog(): PdfDictionary {
    return this.dictionaryAt(this.trailer, '/Root')
  }

  /** References of the pages in their order. */
  pages(): string[] {
    const walk = (reference: PdfValue): string[] => {
      if (this.at(reference, '/Type') !== '/Pages') return typeof reference === 'string' ? [reference] : []
      return this.listAt(reference, '/Kids').flatMap(walk)
    }
    return walk(this.catalog['/Pages'] ?? null)
  }

  dictionaries(): PdfDictionary[] {
    return [...this.#objects.values()].map((object) => dictionary(object.value ?? object.stream?.dict))
  }
}

export function dictionary(value: PdfValue | undefined): PdfDictionary {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
}

export function list(value: PdfValue | undefined): PdfValue[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]
}

/** A text string of qpdf's JSON without its mark. */
export function pdfText(value: PdfValue | undefined): string {
  return typeof value === 'string' ? value.replace(/^u:/, '') : ''
}
