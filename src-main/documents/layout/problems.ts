/** A letter that no face of the document can draw. */
export interface MissingCharacter {
  readonly character: string
  /** `U+2713`. */
  readonly codePoint: string
  /** The text around the first place where it was seen. */
  readonly near: string
}

export interface WideWord {
  readonly word: string
  /** Points. */
  readonly width: number
  readonly available: number
}

/** Something that would be cut off or run into the margin. */
export interface Overflow {
  readonly what: 'table' | 'picture' | 'text'
  /** Counted from 1; unknown for tables, which are measured before they are placed. */
  readonly page?: number
  /** Beginning of the text or picture. */
  readonly content: string
  /** By how many points it goes beyond its place; unknown where a part that may not be broken is higher than a page. */
  readonly by?: number
}

/** Why a document was not made. Everything that was found is listed at once. */
export type RenderProblem =
  | { readonly code: 'missing-glyphs'; readonly characters: readonly MissingCharacter[] }
  | { readonly code: 'word-too-wide'; readonly words: readonly WideWord[] }
  | { readonly code: 'does-not-fit'; readonly parts: readonly Overflow[] }
  | { readonly code: 'figure-without-alternative'; readonly figures: readonly { readonly svg: string }[] }

/** Letters of context before and after a missing one. */
const around = 20

/** What layout finds out on its way; cleared for each attempt, since pdfmake may lay out again. */
export class LayoutFindings {
  readonly missing = new Map<string, MissingCharacter>()
  readonly wideWords = new Map<string, WideWord>()
  overflows: Overflow[] = []
  figures: { readonly svg: string }[] = []

  clear(): void {
    this.missing.clear()
    this.wideWords.clear()
    this.overflows = []
    this.figures = []
  }

  addMissing(character: string, text: string): void {
    if (this.missing.has(character)) return
    const hex = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
    const at = Math.max(0, text.indexOf(character) - around)
    const near = text.slice(at, at + 2 * around).trim()
    this.missing.set(character, { character, codePoint: `U+${hex}`, near })
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
    if (this.overflows.length > 0) return { code: 'does-not-fit', parts: this.overflows }
    return undefined
  }
}
