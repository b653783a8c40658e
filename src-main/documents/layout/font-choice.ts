import type { Face, PdfDocument } from './pdfmake-types.ts'
import type { LayoutFindings } from './problems.ts'

/** Marks and joiners belong to the letter before them; soft hyphens and joiners are never drawn. */
const invisible = /^[\u00ad\u200b-\u200f\u2060\ufeff]$/u

export interface FacePart {
  readonly text: string
  /** Family of the face that has all of `text`. */
  readonly family: string
}

export interface FontRequest {
  readonly family: string
  readonly bold: boolean
  readonly italics: boolean
}

/** Chooses, letter by letter, the first family of a list whose face has it, and reports letters that none has. */
export class FontChoice {
  readonly #document: PdfDocument
  readonly #fallbacks: readonly string[]
  readonly #findings: LayoutFindings
  readonly #covered = new Map<Face, Map<number, boolean>>()

  constructor(document: PdfDocument, fallbacks: readonly string[], findings: LayoutFindings) {
    this.#document = document
    this.#fallbacks = fallbacks
    this.#findings = findings
  }

  #covers(request: FontRequest, family: string, character: string): boolean {
    const face = this.#document.provideFont(family, request.bold, request.italics)
    const codePoint = character.codePointAt(0) ?? 0
    const known = this.#covered.get(face) ?? new Map<number, boolean>()
    this.#covered.set(face, known)
    const answer = known.get(codePoint) ?? face.font.hasGlyphForCodePoint(codePoint)
    known.set(codePoint, answer)
    return answer
  }

  #familyFor(character: string, request: FontRequest, current: string | undefined, text: string): string {
    if (invisible.test(character)) return current ?? request.family
    const joins = current !== undefined && /[\s\p{M}]/u.test(character)
    const candidates = joins ? [current, request.family, ...this.#fallbacks] : [request.family, ...this.#fallbacks]
    const family = candidates.find((candidate) => this.#covers(request, candidate, character))
    if (family === undefined) this.#findings.addMissing(character, text)
    return family ?? request.family
  }

  /** `context` is the text that a missing letter is reported with. */
  split(text: string, request: FontRequest, context: string): FacePart[] {
    const parts: { text: string; family: string }[] = []
    for (const character of text) {
      const last = parts.at(-1)
      const family = this.#familyFor(character, request, last?.family, context)
      if (last?.family === family) last.text += character
      else parts.push({ text: character, family })
    }
    return parts
  }
}
