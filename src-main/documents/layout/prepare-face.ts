import type { Face, FontProgram } from './pdfmake-types.ts'

/** Fonts by path, kept for the life of the worker: reading their tables takes longer than setting a page. */
const programs = new Map<string, FontProgram>()

/**
 * Makes copied text right. fontkit keeps for each glyph the characters that first led to it, and the file's ToUnicode follows that:
 * - invisible characters are drawn as a blank of no width, so the blank must be met first as itself;
 * - `ị`, `ọ` and others would be composed of letter and dot (feature ccmp), which turns every `i` after it into `ị`.
 *   Faces that make letters of shared parts by other features must not be added.
 */
function readProgram(program: FontProgram): FontProgram {
  const layout = program.layout
  program.layout = (text, features) => layout.call(program, text, { ccmp: false, ...features })
  return program
}

/**
 * Gives a new document's face the font that is already read.
 * What fontkit remembers of glyphs is forgotten, so that a file does not depend on the files before it.
 */
export function prepareFace(face: Face, path: string): void {
  const program = programs.get(path) ?? readProgram(face.font)
  programs.set(path, program)
  program._glyphs = {}
  program.layout(' ')
  face.font = program
  face.subset = program.createSubset()
}
