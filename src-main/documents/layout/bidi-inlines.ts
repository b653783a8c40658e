import { bidi, directionControls, mirrored, rightToLeftLetters } from './bidi-order.ts'
import type { FontChoice, FontRequest } from './font-choice.ts'
import { getStyleProperty, TextInlinesBase } from './pdfmake-internals.ts'
import type { Inline, PdfDocument, StyleStack, Word } from './pdfmake-types.ts'

interface Piece {
  readonly text: string
  readonly family: string | undefined
  readonly level: number
}

interface Levels {
  readonly base: number
  at(position: number): number
}

/** A paragraph's whole text, its levels, and where in it a word begins. */
interface Paragraph {
  readonly text: string
  readonly levels: Levels | undefined
  readonly position: number
}

/**
 * Measures the words of one paragraph. Words are cut before where the direction or the face changes, so that every piece
 * can be drawn as it is; the pieces of a word stay together on a line.
 */
export class BidiTextInlines extends TextInlinesBase {
  readonly #fonts: FontChoice
  readonly #rightToLeft: boolean

  constructor(document: PdfDocument, fonts: FontChoice, rightToLeft: boolean) {
    super(document)
    this.#fonts = fonts
    this.#rightToLeft = rightToLeft
  }

  override measure(words: Word[], styles: StyleStack): Inline[] {
    const pieces = paragraphs(words).flatMap((paragraph) => this.#paragraphPieces(paragraph, styles))
    const alignmentGiven = getStyleProperty<string | null>({}, styles, 'alignment', null) !== null
    for (const piece of pieces) piece.alignmentGiven = alignmentGiven || piece.alignment !== undefined
    const inlines = super.measure(pieces, styles)
    for (const inline of inlines) {
      if (inline.baseLevel === 1 && !inline.alignmentGiven) inline.alignment = 'right'
      // A run that is drawn reversed has its trailing blanks in front.
      if (inline.reversed) [inline.leadingCut, inline.trailingCut] = [inline.trailingCut, inline.leadingCut]
    }
    return inlines
  }

  #levels(text: string): Levels | undefined {
    if (!this.#rightToLeft && !rightToLeftLetters.test(text) && text.search(directionControls) < 0) return undefined
    const { levels, paragraphs: found } = bidi.getEmbeddingLevels(text, this.#rightToLeft ? 'rtl' : 'auto')
    return { base: found[0]?.level ?? (this.#rightToLeft ? 1 : 0), at: (position) => levels[position] ?? 0 }
  }

  #paragraphPieces(words: readonly Word[], styles: StyleStack): Word[] {
    const text = words.map((word) => word.text).join('')
    const levels = this.#levels(text)
    let position = 0
    return words.flatMap((word) => {
      const pieces = this.#pieces(word, { text, position, levels }, this.#request(word, styles))
      position += word.text.length
      return pieces.map((piece, index) => this.#pieceWord(word, piece, index === pieces.length - 1, levels, styles))
    })
  }

  #request(word: Word, styles: StyleStack): FontRequest {
    return {
      family: getStyleProperty(word, styles, 'font', ''),
      bold: getStyleProperty(word, styles, 'bold', false),
      italics: getStyleProperty(word, styles, 'italics', false),
    }
  }

  #pieces(word: Word, { text: context, position, levels }: Paragraph, request: FontRequest): Piece[] {
    const pieces = levelRuns(word.text, position, levels).flatMap(({ text, level }) =>
      this.#fonts.split(text, request, context).flatMap((part) => {
        // pdfkit shapes what lies between blanks and always joins it left to right.
        const texts = level % 2 === 1 ? part.text.split(/(?<=\s)(?=\S)/u) : [part.text]
        return texts.map((each): Piece => ({ text: each, family: part.family, level }))
      }),
    )
    return pieces.length > 0 ? pieces : [{ text: '', family: undefined, level: levels?.base ?? 0 }]
  }

  #pieceWord(word: Word, piece: Piece, last: boolean, levels: Levels | undefined, styles: StyleStack): Word {
    const copy: Word = { ...word, text: piece.text, level: piece.level, baseLevel: levels?.base ?? 0 }
    if (piece.family) copy.font = piece.family
    if (!last) {
      copy.noNewLine = true
      copy.lineEnd = undefined
    }
    return levels && piece.text ? this.#drawn(copy, piece, styles) : copy
  }

  /** Keeps the logical text for readers; what is drawn has mirrored brackets and the order that fontkit expects. */
  #drawn(word: Word, piece: Piece, styles: StyleStack): Word {
    const odd = piece.level % 2 === 1
    const text = odd ? mirrored(piece.text) : piece.text
    const reversed = this.#fontDirection(word, text, odd, styles) !== (odd ? 'rtl' : 'ltr')
    const drawn = reversed ? Array.from(text).reverse().join('') : text
    if (!odd && drawn === piece.text) return word
    return { ...word, text: drawn, logicalText: piece.text, reversed }
  }

  /** fontkit guesses the direction from the script; letters are sure, signs and digits are asked. */
  #fontDirection(word: Word, text: string, odd: boolean, styles: StyleStack): string {
    if (odd && /\p{L}/u.test(text)) return 'rtl'
    if (!(odd || rightToLeftLetters.test(text))) return 'ltr'
    const { family, bold, italics } = this.#request(word, styles)
    return this.pdfDocument.provideFont(family, bold, italics).font.layout(text).direction
  }
}

function paragraphs(words: readonly Word[]): Word[][] {
  const result: Word[][] = [[]]
  for (const word of words) {
    result.at(-1)?.push(word)
    if (word.lineEnd) result.push([])
  }
  return result.filter((paragraph) => paragraph.length > 0)
}

/** Stretches of one level, without the controls; positions count the original text. */
function levelRuns(text: string, position: number, levels: Levels | undefined): { text: string; level: number }[] {
  if (!levels) return [{ text, level: 0 }]
  const runs: { text: string; level: number }[] = []
  for (let index = 0; index < text.length; index++) {
    const level = levels.at(position + index)
    const last = runs.at(-1)
    if (last?.level === level) last.text += text[index]
    else runs.push({ text: text[index] ?? '', level })
  }
  return runs.map((run) => ({ ...run, text: run.text.replace(directionControls, '') })).filter((run) => run.text !== '')
}
