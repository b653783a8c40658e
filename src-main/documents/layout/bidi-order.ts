import bidiFactory from 'bidi-js'
import type { Inline, LayoutLine } from './pdfmake-types.ts'

/** The Unicode bidirectional algorithm (UAX 9). */
export const bidi = bidiFactory()

export const rightToLeftLetters = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u

/** Marks and isolates count for the levels but are never drawn. */
export const directionControls = /[\u200E\u200F\u202A-\u202E\u2066-\u2069\u061C]/g

/** Mirrored brackets of a right-to-left piece (rule L4); the face does not do it. */
export function mirrored(text: string): string {
  return Array.from(text, (character) => bidi.getMirroredCharacter(character) ?? character).join('')
}

/** Rule L2: from the highest level down, turn round every stretch of that level or more. */
function visualOrder(inlines: readonly Inline[], highest: number): Inline[] {
  const visual = [...inlines]
  for (let level = highest; level > 0; level--) {
    let start = 0
    while (start < visual.length) {
      if ((visual[start]?.level ?? 0) < level) {
        start++
        continue
      }
      let end = start
      while (end < visual.length && (visual[end]?.level ?? 0) >= level) end++
      visual.splice(start, end - start, ...visual.slice(start, end).reverse())
      start = end
    }
  }
  return visual
}

/**
 * Puts the pieces of a broken line where they are drawn. The blank at the line's end hangs out on the piece's own end side.
 * Remembers the logical order, in which pieces are written to the page so that content order is reading order.
 */
export function reorderLine(line: LayoutLine): void {
  const base = line.inlines[0]?.baseLevel ?? 0
  line.inlines.forEach((inline, index) => {
    inline.logicalIndex = index
  })
  if (line.inlines.every((inline) => (inline.level ?? 0) === 0)) return
  // Rule L1: blanks at the end of the line take the paragraph's level.
  for (const inline of line.inlines.toReversed()) {
    if (inline.text.trim()) break
    inline.level = base
  }
  const highest = Math.max(...line.inlines.map((inline) => inline.level ?? 0))
  const last = line.inlines.length - 1
  const visual = visualOrder(line.inlines, highest)
  let cursor = 0
  for (const inline of visual) {
    const leading = inline.logicalIndex === 0 ? line.leadingCut : 0
    const trailing = inline.logicalIndex === last ? line.trailingCut : 0
    inline.x = cursor - ((inline.level ?? 0) % 2 === 1 ? trailing : leading)
    cursor += inline.width - leading - trailing
  }
  line.inlines = visual
}
