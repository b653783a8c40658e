import type { Face } from './pdfmake-internals.ts'

const prepared = new WeakSet<Face>()

/**
 * Makes copied text right. fontkit keeps for each glyph the characters that first led to it, and the file's ToUnicode follows that:
 * - invisible characters are drawn as a blank of no width, so the blank must be met first as itself;
 * - `ị`, `ọ` and others would be composed of letter and dot (feature ccmp), which turns every `i` after it into `ị`.
 *   Faces that make letters of shared parts by other features must not be added.
 */
export function prepareFace(face: Face): Face {
  if (prepared.has(face)) return face
  prepared.add(face)
  const { font } = face
  const layout = font.layout
  font.layout = (text, features) => layout.call(font, text, { ccmp: false, ...features })
  font.layout(' ')
  return face
}
