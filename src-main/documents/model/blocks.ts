import type { Box, BoxRow } from './boxes.ts'
import type { Choice, HandField, SignatureField, WritingLine } from './fields.ts'
import type { LabelValueList, Table } from './tables.ts'
import type { Alignment, LanguageTag, RichText, Space, TypeStep } from './text.ts'

/**
 * Level 1 is the document's title, 2 a section (rule above, number, other language at the end of the line), 3 a sub-heading.
 * Levels must not jump (PDF/UA, Matterhorn 14-003).
 */
export interface Heading {
  readonly kind: 'heading'
  readonly level: 1 | 2 | 3
  readonly text: RichText
  /** Section number, computed per copy. */
  readonly number?: string
  /** The same heading in the other language, small and muted. */
  readonly other?: { readonly text: string; readonly language: LanguageTag }
  readonly step?: TypeStep
  readonly space?: Space
}

export interface Paragraph {
  readonly kind: 'paragraph'
  readonly text: RichText
  /** Default: the body step of the page template. */
  readonly step?: TypeStep
  readonly bold?: boolean
  readonly muted?: boolean
  readonly align?: Alignment
  readonly language?: LanguageTag
  readonly space?: Space
}

export interface List {
  readonly kind: 'list'
  readonly ordered: boolean
  readonly items: readonly (RichText | { readonly blocks: readonly Block[] })[]
  readonly step?: TypeStep
  readonly space?: Space
}

/** A picture that says something. Without a sensible `alternative` the export is refused. */
export interface Figure {
  readonly kind: 'figure'
  /** Complete `<svg>` element; its text is set in the document's own faces. */
  readonly svg: string
  /** Width in points; the height follows the viewBox. */
  readonly width: number
  /** What the picture says, for people who do not see it. */
  readonly alternative: string
  readonly language?: LanguageTag
  readonly space?: Space
}

/** A picture that repeats what the words beside it say; readers pass over it. */
export interface Decoration {
  readonly kind: 'decoration'
  readonly svg: string
  readonly width: number
  readonly space?: Space
}

export interface Columns {
  readonly kind: 'columns'
  /** Points between neighbours. */
  readonly gap: number
  readonly columns: readonly { readonly width: ColumnWidth; readonly blocks: readonly Block[] }[]
  readonly space?: Space
}

/** Points, or a share of what is left, or as wide as the content. */
export type ColumnWidth = number | 'fill' | 'fit'

/** A part that stays on one page unless `breakable` or higher than a page. */
export interface Section {
  readonly kind: 'section'
  readonly blocks: readonly Block[]
  readonly breakable?: boolean
  readonly language?: LanguageTag
  readonly space?: Space
}

/** What follows starts a page. */
export interface PageBreak {
  readonly kind: 'page-break'
}

export interface Spacing {
  readonly kind: 'spacing'
  readonly height: number
}

export interface Rule {
  readonly kind: 'rule'
  /** Line width in points. */
  readonly weight: number
  readonly space?: Space
}

export type Block =
  | Heading
  | Paragraph
  | List
  | Table
  | LabelValueList
  | Box
  | BoxRow
  | Figure
  | Decoration
  | Columns
  | Section
  | PageBreak
  | Spacing
  | Rule
  | SignatureField
  | HandField
  | WritingLine
  | Choice
