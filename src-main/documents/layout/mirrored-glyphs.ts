import { bidi } from './bidi-order.ts'
import type { Face } from './pdfmake-types.ts'

const brackets = /[()[\]{}<>«»‹›≤≥]/

/** Glyph numbers that stand for the same drawing with the other, logical character. */
const ownGlyphs = new WeakMap<Face, Map<number, number>>()

/**
 * Draws with `draw`; brackets that were mirrored for drawing get glyph numbers of their own whose ToUnicode is the logical bracket,
 * so that copied text has the right one.
 */
export function withLogicalBrackets(face: Face, text: string, draw: () => void): void {
  if (!brackets.test(text)) {
    draw()
    return
  }
  const encode = face.encode
  face.encode = (drawn, features) => {
    const [codes, positions] = encode.call(face, drawn, features)
    face.layout(drawn, features).glyphs.forEach((glyph, index) => {
      const own = ownGlyph(face, glyph)
      if (own !== undefined) codes[index] = own.toString(16).padStart(4, '0')
    })
    return [codes, positions]
  }
  draw()
  face.encode = encode
}

function ownGlyph(face: Face, glyph: { readonly id: number; readonly codePoints: readonly number[]; readonly advanceWidth: number }) {
  const [codePoint] = glyph.codePoints
  const logical =
    glyph.codePoints.length === 1 && codePoint !== undefined ? bidi.getMirroredCharacter(String.fromCodePoint(codePoint)) : null
  if (!logical) return undefined
  const known = ownGlyphs.get(face) ?? new Map<number, number>()
  ownGlyphs.set(face, known)
  const existing = known.get(glyph.id)
  if (existing !== undefined) return existing
  const number = face.subset.glyphs.push(glyph.id) - 1
  known.set(glyph.id, number)
  face.widths[number] = glyph.advanceWidth * face.scale
  face.unicode[number] = [logical.codePointAt(0) ?? 0]
  return number
}
