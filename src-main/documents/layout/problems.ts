/** A letter that no face of the document can draw. */
export interface MissingCharacter {
  readonly character: string
  /** `U+2713`. */
  readonly codePoint: string
  /** The word in which it was first seen. */
  readonly near: string
}

export interface WideWord {
  readonly word: string
  /** Points. */
  readonly width: number
  readonly available: number
}

/** Why a document was not made. Everything that was found is listed at once. */
export type RenderProblem =
  | { readonly code: 'missing-glyphs'; readonly characters: readonly MissingCharacter[] }
  | { readonly code: 'word-too-wide'; readonly words: readonly WideWord[] }
  | { readonly code: 'table-too-wide'; readonly tables: readonly { readonly width: number; readonly available: number }[] }
  | { readonly code: 'figure-without-alternative'; readonly figures: readonly { readonly svg: string }[] }

/** What layout finds out on its way; cleared for each attempt, since pdfmake may lay out again. */
export class LayoutFindings {
  readonly missing = new Map<string, MissingCharacter>()
  readonly wideWords = new Map<string, WideWord>()
  wideTables: { readonly width: number; readonly available: number }[] = []
  figures: { readonly svg: string }[] = []

  clear(): void {
    this.missing.clear()
    this.wideWords.clear()
    this.wideTables = []
    this.figures = []
  }

  addMissing(character: string, near: string): void {
    if (this.missing.has(character)) return
    const hex = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
    this.missing.set(character, { character, codePoint: `U+${hex}`, near: near.trim() })
  }

  /** The rest of a word that pdfmake has cut is no second finding. */
  addWideWord(found: WideWord): void {
    const known = [...this.wideWords.keys()].some((word) => word.endsWith(found.word))
    if (!known) this.wideWords.set(found.word, found)
  }

  problem(): RenderProblem | undefined {
    if (this.figures.length > 0) return { code: 'figure-without-alternative', figures: this.figures }
    if (this.missing.size > 0) return { code: 'missing-glyphs', characters: [...this.missing.values()] }
    if (this.wideWords.size > 0) return { code: 'word-too-wide', words: [...this.wideWords.values()] }
    if (this.wideTables.length > 0) return { code: 'table-too-wide', tables: this.wideTables }
    return undefined
  }
}
