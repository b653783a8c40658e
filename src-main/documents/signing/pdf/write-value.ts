import { isArray, type PdfDictionary, PdfName, PdfReference, PdfStream, PdfString, type PdfValue } from './values.ts'

/** Writes a value in the one spelling of our revisions: strings as lower-case hex, one blank between tokens. */
export function writeValue(value: PdfValue): Buffer {
  if (!(value instanceof PdfStream)) return Buffer.from(writeText(value), 'latin1')
  const head = Buffer.from(`${writeText(value.dictionary)}\nstream\n`, 'latin1')
  return Buffer.concat([head, value.data, Buffer.from('\nendstream', 'latin1')])
}

/** As writeValue, for everything but streams. */
export function writeText(value: Exclude<PdfValue, PdfStream>): string {
  if (value === null) return 'null'
  if (value instanceof PdfName) return writeName(value.text)
  if (value instanceof PdfReference) return `${value.number} ${value.generation} R`
  if (value instanceof PdfString) return `<${value.bytes.toString('hex')}>`
  if (isArray(value)) return `[${value.map(writeInner).join(' ')}]`
  if (value instanceof Map) return writeDictionary(value)
  return String(value)
}

function writeInner(value: PdfValue): string {
  if (value instanceof PdfStream) throw new TypeError('a stream inside a value')
  return writeText(value)
}

const writeDictionary = (dictionary: PdfDictionary): string =>
  `<<${[...dictionary].map(([key, value]) => `${writeName(key)} ${writeInner(value)}`).join(' ')}>>`

const writeName = (text: string): string =>
  `/${text.replace(/[^!-~]|[#()<>[\]{}/%]/g, (sign) => `#${sign.charCodeAt(0).toString(16).padStart(2, '0')}`)}`
