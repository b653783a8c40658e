/** A face lacks a character, or the character belongs to a script that needs shaping. */
export class MissingGlyph extends Error {
  readonly character: string
  constructor(character: string) {
    super('missing glyph')
    this.character = character
  }
}

/** Scripts whose letters stand side by side. Others need shaping and a direction, which a signature box does not have. */
const SIMPLE = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]$/u
const INVISIBLE = /^[\p{Cc}\p{Cf}]$/u
const MAX_COMPONENTS = 6

interface Point {
  readonly x: number
  readonly y: number
  readonly isOnCurve: boolean
}

/**
 * Reads glyph outlines from a TrueType file: just enough to draw a name as shapes, so that no font object enters the signed update.
 * Measures are in font units.
 */
export class Typeface {
  readonly unitsPerEm: number
  private readonly data: DataView
  private readonly tables = new Map<string, number>()
  private readonly hasLongOffsets: boolean
  private readonly metricCount: number
  private readonly glyphs: (codePoint: number) => number
  private readonly shapes = new Map<number, string>()

  constructor(bytes: Uint8Array) {
    this.data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const count = this.data.getUint16(4)
    for (let index = 0; index < count; index++) {
      const at = 12 + index * 16
      this.tables.set(Buffer.from(bytes.subarray(at, at + 4)).toString('latin1'), this.data.getUint32(at + 8))
    }
    this.unitsPerEm = this.data.getUint16(this.table('head') + 18)
    this.hasLongOffsets = this.data.getInt16(this.table('head') + 50) === 1
    this.metricCount = this.data.getUint16(this.table('hhea') + 34)
    this.glyphs = readCharacterMap(this.data, this.table('cmap'))
  }

  /** Glyph numbers of a text. Throws MissingGlyph. */
  glyphsOf(text: string): number[] {
    return [...text.normalize('NFC')].map((character) => {
      const glyph = SIMPLE.test(character) && !INVISIBLE.test(character) ? this.glyphs(character.codePointAt(0) ?? 0) : 0
      if (glyph === 0) throw new MissingGlyph(character)
      return glyph
    })
  }

  advance(glyph: number): number {
    return this.data.getUint16(this.table('hmtx') + Math.min(glyph, this.metricCount - 1) * 4)
  }

  /** Drawing operators (m, l, c, h, f) of a glyph, empty for a blank. */
  shape(glyph: number): string {
    const known = this.shapes.get(glyph)
    if (known !== undefined) return known
    const operators = this.contours(glyph, 0).flatMap(drawContour)
    const shape = operators.length > 0 ? `${operators.join(' ')} f` : ''
    this.shapes.set(glyph, shape)
    return shape
  }

  private table(name: string): number {
    const offset = this.tables.get(name)
    if (offset === undefined) throw new RangeError(`the typeface has no table ${name}`)
    return offset
  }

  private contours(glyph: number, depth: number): Point[][] {
    const loca = this.table('loca')
    const offset = (index: number) =>
      this.hasLongOffsets ? this.data.getUint32(loca + index * 4) : this.data.getUint16(loca + index * 2) * 2
    const start = offset(glyph)
    if (start === offset(glyph + 1) || depth > MAX_COMPONENTS) return []
    const at = this.table('glyf') + start
    const count = this.data.getInt16(at)
    return count >= 0 ? readSimpleGlyph(this.data, at + 10, count) : this.components(at + 10, depth)
  }

  private components(start: number, depth: number): Point[][] {
    const contours: Point[][] = []
    let at = start
    for (let flags = 0x20; flags & 0x20; ) {
      flags = this.data.getUint16(at)
      const glyph = this.data.getUint16(at + 2)
      const isWide = (flags & 0x01) !== 0
      const dx = isWide ? this.data.getInt16(at + 4) : this.data.getInt8(at + 4)
      const dy = isWide ? this.data.getInt16(at + 6) : this.data.getInt8(at + 5)
      at += isWide ? 8 : 6
      const { matrix, length } = this.readMatrix(at, flags)
      at += length
      const [a, b, c, d] = matrix
      for (const contour of this.contours(glyph, depth + 1))
        contours.push(contour.map(({ x, y, isOnCurve }) => ({ x: a * x + c * y + dx, y: b * x + d * y + dy, isOnCurve })))
    }
    return contours
  }

  private readMatrix(at: number, flags: number): { matrix: readonly [number, number, number, number]; length: number } {
    const fraction = (index: number) => this.data.getInt16(at + index * 2) / 16_384
    if (flags & 0x08) return { matrix: [fraction(0), 0, 0, fraction(0)], length: 2 }
    if (flags & 0x40) return { matrix: [fraction(0), 0, 0, fraction(1)], length: 4 }
    if (flags & 0x80) return { matrix: [fraction(0), fraction(1), fraction(2), fraction(3)], length: 8 }
    return { matrix: [1, 0, 0, 1], length: 0 }
  }
}

function readCharacterMap(data: DataView, cmap: number): (codePoint: number) => number {
  const count = data.getUint16(cmap + 2)
  const tables = Array.from({ length: count }, (_, index) => cmap + data.getUint32(cmap + 4 + index * 8 + 4))
  const wide = tables.find((at) => data.getUint16(at) === 12)
  if (wide !== undefined) return (codePoint) => lookUpGroups(data, wide, codePoint)
  const narrow = tables.find((at) => data.getUint16(at) === 4)
  if (narrow === undefined) throw new RangeError('the typeface has no character map that we can read')
  return (codePoint) => (codePoint > 0xffff ? 0 : lookUpSegments(data, narrow, codePoint))
}

function lookUpGroups(data: DataView, at: number, codePoint: number): number {
  const count = data.getUint32(at + 12)
  for (let index = 0; index < count; index++) {
    const group = at + 16 + index * 12
    const first = data.getUint32(group)
    if (codePoint >= first && codePoint <= data.getUint32(group + 4)) return data.getUint32(group + 8) + codePoint - first
  }
  return 0
}

function lookUpSegments(data: DataView, at: number, codePoint: number): number {
  const doubled = data.getUint16(at + 6)
  for (let offset = 0; offset < doubled; offset += 2) {
    if (codePoint > data.getUint16(at + 14 + offset)) continue
    const first = data.getUint16(at + 16 + doubled + offset)
    if (codePoint < first) return 0
    const delta = data.getUint16(at + 16 + doubled * 2 + offset)
    const rangeAt = at + 16 + doubled * 3 + offset
    const range = data.getUint16(rangeAt)
    if (range === 0) return (codePoint + delta) & 0xffff
    const glyph = data.getUint16(rangeAt + range + (codePoint - first) * 2)
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff
  }
  return 0
}

function readSimpleGlyph(data: DataView, start: number, contourCount: number): Point[][] {
  const ends = Array.from({ length: contourCount }, (_, index) => data.getUint16(start + index * 2))
  const pointCount = (ends.at(-1) ?? -1) + 1
  let at = start + contourCount * 2
  at += 2 + data.getUint16(at)
  const flags: number[] = []
  while (flags.length < pointCount) {
    const flag = data.getUint8(at++)
    flags.push(flag)
    if (flag & 0x08) for (let repeat = data.getUint8(at++); repeat > 0; repeat--) flags.push(flag)
  }
  const readAxis = (short: number, same: number): number[] => {
    let value = 0
    return flags.slice(0, pointCount).map((flag) => {
      if (flag & short) value += flag & same ? data.getUint8(at++) : -data.getUint8(at++)
      else if (!(flag & same)) {
        value += data.getInt16(at)
        at += 2
      }
      return value
    })
  }
  const xs = readAxis(0x02, 0x10)
  const ys = readAxis(0x04, 0x20)
  const points = xs.map((x, index) => ({ x, y: ys[index] ?? 0, isOnCurve: ((flags[index] ?? 0) & 1) === 1 }))
  return ends.map((end, index) => points.slice((ends[index - 1] ?? -1) + 1, end + 1))
}

const middle = (left: Point, right: Point): Point => ({ x: (left.x + right.x) / 2, y: (left.y + right.y) / 2, isOnCurve: true })
const pair = (x: number, y: number) => `${Math.round(x)} ${Math.round(y)}`

/** TrueType's quadratic curves as PDF's cubic ones. Two control points in a row have an unwritten point between them. */
function drawContour(points: readonly Point[]): string[] {
  const firstOn = points.findIndex((point) => point.isOnCurve)
  const [zero, last] = [points[0], points.at(-1)]
  if (!zero || !last) return []
  const start = firstOn >= 0 ? (points[firstOn] ?? zero) : middle(zero, last)
  const rest = firstOn >= 0 ? [...points.slice(firstOn + 1), ...points.slice(0, firstOn)] : points
  const operators = [`${pair(start.x, start.y)} m`]
  let current = start
  let control: Point | undefined
  const curveTo = (bend: Point, end: Point) => {
    const near = (from: Point) => pair(from.x + (2 / 3) * (bend.x - from.x), from.y + (2 / 3) * (bend.y - from.y))
    operators.push(`${near(current)} ${near(end)} ${pair(end.x, end.y)} c`)
    current = end
  }
  for (const point of [...rest, start]) {
    if (control && point.isOnCurve) curveTo(control, point)
    else if (control) curveTo(control, middle(control, point))
    else if (point.isOnCurve && point !== start) operators.push(`${pair(point.x, point.y)} l`)
    control = point.isOnCurve ? undefined : point
    if (point.isOnCurve) current = point
  }
  operators.push('h')
  return operators
}
