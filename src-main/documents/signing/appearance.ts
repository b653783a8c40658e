import { deflateSync } from 'node:zlib'
import { dictionary, PdfName, PdfStream } from './pdf/values.ts'
import { Typeface } from './typeface.ts'

/** One line of the signature box: a value, and a label before it. Words come from the caller, in the plan's language. */
export interface BoxLine {
  readonly label?: string
  readonly value: string
}

export interface BoxContent {
  readonly lines: readonly BoxLine[]
  /** A TrueType file that has every character of the lines. */
  readonly typeface: Uint8Array
}

const MARGIN = 6
const LEADING = 1.35
const LARGEST_SIZE = 9
const LABEL_SHARE = 0.34
const MAX_DRAWN = 64
/** The densest packing took half the time of a signature, to save 1.4 kB. */
const QUICK = 1

interface Drawn {
  readonly typeface: Typeface
  readonly boxes: Map<string, Buffer>
}
/** One person signs many plans a day with the same words. */
const drawn = new WeakMap<Uint8Array, Drawn>()

/**
 * What the signature box shows, as glyph OUTLINES: no font object enters the update, so none can be exchanged later.
 * Throws MissingGlyph. Width and height are in points.
 */
export function drawAppearance(content: BoxContent, width: number, height: number): PdfStream {
  const data = drawOnce(content, width, height)
  const entries = dictionary({
    Type: new PdfName('XObject'),
    Subtype: new PdfName('Form'),
    BBox: [0, 0, width, height],
    Resources: new Map(),
    Filter: new PdfName('FlateDecode'),
    Length: data.length,
  })
  return new PdfStream(entries, data)
}

function drawOnce(content: BoxContent, width: number, height: number): Buffer {
  let known = drawn.get(content.typeface)
  if (!known) {
    known = { typeface: new Typeface(content.typeface), boxes: new Map() }
    drawn.set(content.typeface, known)
  }
  const key = JSON.stringify([content.lines, width, height])
  let data = known.boxes.get(key)
  if (!data) {
    if (known.boxes.size >= MAX_DRAWN) known.boxes.clear()
    data = deflateSync(Buffer.from(draw(known.typeface, content.lines, width, height), 'latin1'), { level: QUICK })
    known.boxes.set(key, data)
  }
  return data
}

function draw(typeface: Typeface, lines: readonly BoxLine[], width: number, height: number): string {
  const size = Math.min(LARGEST_SIZE, (height - MARGIN) / Math.max(1, lines.length) / LEADING)
  const valueAt = lines.some((line) => line.label) ? MARGIN + (width - 2 * MARGIN) * LABEL_SHARE : MARGIN
  const words = lines.map(({ label, value }) => (label ? `${label}: ${value}` : value)).join('\n')
  const operators = ['q 0.5 w', `0.5 0.5 ${width - 1} ${height - 1} re S`, `/Span <</ActualText <${utf16(words)}>>> BDC`]
  for (const [index, { label, value }] of lines.entries()) {
    const baseline = height - MARGIN / 2 - size * (index + 1) * LEADING + size * 0.3
    if (label) operators.push(...drawText(typeface, label, { x: MARGIN, baseline, size, room: valueAt - 2 * MARGIN }))
    const x = label ? valueAt : MARGIN
    operators.push(...drawText(typeface, value, { x, baseline, size, room: width - x - MARGIN }))
  }
  return [...operators, 'EMC Q'].join('\n')
}

const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16().toString('hex')

interface TextPlace {
  readonly x: number
  readonly baseline: number
  readonly size: number
  /** Widest it may be; a longer text is drawn narrower. */
  readonly room: number
}

function drawText(typeface: Typeface, text: string, { x, baseline, size, room }: TextPlace): string[] {
  const glyphs = typeface.glyphsOf(text)
  const scale = size / typeface.unitsPerEm
  const length = glyphs.reduce((sum, glyph) => sum + typeface.advance(glyph), 0) * scale
  const squeeze = Math.min(1, room / Math.max(length, 1))
  const operators = [`q ${(scale * squeeze).toFixed(5)} 0 0 ${scale.toFixed(5)} ${x.toFixed(2)} ${baseline.toFixed(2)} cm`]
  let skipped = 0
  for (const glyph of glyphs) {
    const shape = typeface.shape(glyph)
    if (shape) {
      if (skipped > 0) operators.push(`1 0 0 1 ${skipped} 0 cm`)
      operators.push(shape)
      skipped = 0
    }
    skipped += typeface.advance(glyph)
  }
  return [...operators, 'Q']
}

/** Bytes of the largest drawing that can be ours, with much to spare: the widest names make a tenth of it. */
export const LONGEST_DRAWING = 1024 * 1024
/** Numbers and operators with one blank between them. One expression for a whole line: a test of each word costs ten times as much. */
const DRAWN = /^(?:-?\d+(?:\.\d+)?|[qQmlchfSw]|re|cm|EMC)(?: (?:-?\d+(?:\.\d+)?|[qQmlchfSw]|re|cm|EMC))*$/
const SPOKEN = /^\/Span <<\/ActualText <feff[0-9a-f]*>>> BDC$/

/** Does a box hold drawing operators only: no text, font, picture, colour or link? */
export function isPlainDrawing(drawing: string): boolean {
  if (drawing.length > LONGEST_DRAWING) return false
  return drawing.split('\n').every((line) => DRAWN.test(line) || SPOKEN.test(line))
}
