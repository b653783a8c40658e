import type { Block } from '../model/blocks.ts'
import type { SignatureField } from '../model/fields.ts'
import type { ArtifactKind, Inline } from './pdfmake-types.ts'
import type { StructureElement } from './structure-element.ts'

export type Margin = [number, number, number, number]

export interface TextStyle {
  font?: string
  fontSize?: number
  lineHeight?: number
  bold?: boolean
  italics?: boolean
  color?: string
  alignment?: 'left' | 'center' | 'right'
  characterSpacing?: number
  noWrap?: boolean
}

export interface CanvasLine {
  readonly type: 'line'
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
  readonly lineWidth: number
  readonly lineColor: string
}

/** What pdfmake passes to the functions of a table layout. */
export interface TableInLayout {
  readonly table: { readonly body: readonly unknown[]; readonly widths: readonly unknown[]; readonly headerRows?: number }
}

export interface TableLayout {
  hLineWidth(row: number, table: TableInLayout): number
  vLineWidth(column: number, table: TableInLayout): number
  hLineColor?(row: number, table: TableInLayout): string
  vLineColor?(column: number, table: TableInLayout): string
  paddingLeft(column: number, table: TableInLayout): number
  paddingRight(column: number, table: TableInLayout): number
  paddingTop(row: number, table: TableInLayout): number
  paddingBottom(row: number, table: TableInLayout): number
  fillColor?(row: number, table: TableInLayout): string | null
}

export interface TableContent {
  widths: (number | '*' | 'auto')[]
  body: LayoutNode[][]
  headerRows?: number
  keepWithHeaderRows?: number
  dontBreakRows?: boolean
  heights?: (number | 'auto')[]
}

/** Place of a cell in its table, known before the cell is laid out. */
export interface CellStructure {
  readonly row: number
  readonly column: number
  readonly scope: 'Column' | 'Row' | undefined
  /** Finds or makes the row's element. */
  rowElement(): StructureElement
}

/** One node of a pdfmake definition: the keys of pdfmake that we use, and our own for structure. */
export interface LayoutNode extends TextStyle {
  text?: string | LayoutNode[]
  stack?: LayoutNode[]
  columns?: LayoutNode[]
  columnGap?: number
  ul?: LayoutNode[]
  ol?: LayoutNode[]
  table?: TableContent
  layout?: TableLayout
  svg?: string
  canvas?: CanvasLine[]
  margin?: Margin
  width?: number | '*' | 'auto'
  colSpan?: number
  rowSpan?: number
  fillColor?: string
  border?: [boolean, boolean, boolean, boolean]
  unbreakable?: boolean
  pageBreak?: 'before' | 'after'
  /**
   * Set only on headings that may move to the next page, where pdfmake's rule can see it:
   * how many of the nodes after it belong to the heading itself, plus one.
   */
  headlineLevel?: number

  /** Structure type in place of the one that follows from the kind; `null`: children belong to the surrounding element. */
  structureType?: string | null
  headingLevel?: 1 | 2 | 3
  language?: string
  alternative?: string
  summary?: string
  artifact?: boolean
  /** The table only arranges its cells. */
  arranges?: boolean
  headerColumns?: number
  /** Points that the table may be high over all. */
  fixedHeight?: number
  signatureField?: SignatureField
  /** The block that must stay whole, as long as a page has room for it. */
  whole?: Block
  /** The heading that may go to the next page with what it heads. */
  movable?: Block
  logicalColumn?: number

  /** Set by pdfmake: where the node came to lie. */
  positions?: unknown[]
  /** Set while laying out. */
  structure?: NodeStructure
  /** Set by pdfmake on the items of a list. */
  listMarker?: { _inlines?: Inline[]; canvas?: unknown[]; _minWidth: number }
}

export interface NodeStructure {
  key?: string
  lines?: number
  element?: StructureElement | undefined
  artifact?: ArtifactKind
  cell?: CellStructure
  list?: StructureElement
}
