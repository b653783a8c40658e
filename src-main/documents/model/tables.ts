import type { Block, ColumnWidth } from './blocks.ts'
import type { Alignment, LanguageTag, RichText, Space, TypeStep } from './text.ts'

export interface TableColumn {
  /** Points of text width, without the padding of 4 pt on each inner side. */
  readonly width: ColumnWidth
  readonly align?: Alignment
}

/** Only what differs from plain text needs a longer form. */
export type TableCell = RichText | TextCell | BlockCell

interface CellPlace {
  readonly columnSpan?: number
  readonly rowSpan?: number
  readonly align?: Alignment
}

export interface TextCell extends CellPlace {
  readonly text: RichText
  readonly bold?: boolean
  readonly step?: TypeStep
  readonly language?: LanguageTag
}

export interface BlockCell extends CellPlace {
  readonly blocks: readonly Block[]
}

/** Cells as in HTML: none for places that a span covers. */
export interface TableRow {
  readonly cells: readonly TableCell[]
  /** Light ground for a row that heads a group. */
  readonly tint?: boolean
  /** At least this high, in points. */
  readonly height?: number
}

/**
 * `ruled`: head, hairlines between rows; `list`: hairlines only, no head needed; `form`: all lines, for handwriting;
 * `summary`: one frame with thin partitions and room around (the key figures); `plain`: no lines.
 */
export type TableStyle = 'ruled' | 'list' | 'form' | 'summary' | 'plain'

export interface Table {
  readonly kind: 'table'
  readonly style: TableStyle
  readonly columns: readonly TableColumn[]
  readonly headerRows?: readonly TableRow[]
  readonly rows: readonly TableRow[]
  /** The last row is a sum and stands between two heavier rules. */
  readonly total?: boolean
  /**
   * How many leading columns name their row. Default: 1 in a `list` without head rows, else 0.
   * A table without any heads, and every `plain` or `summary` table, only arranges and is not announced as a table.
   */
  readonly rowHeaders?: number
  /** Sets the first column, or those that name their row, in SemiBold. */
  readonly boldRowHeaders?: boolean
  /** Announced with the table: what it compares. */
  readonly summary?: string
  readonly step?: TypeStep
  readonly space?: Space
}

/** Labels in SemiBold at the left, values at one vertical line, hairlines between. */
export interface LabelValueList {
  readonly kind: 'label-values'
  readonly rows: readonly { readonly label: string; readonly value: RichText | { readonly blocks: readonly Block[] } }[]
  /** Points, default 102. */
  readonly labelWidth?: number
  /** Default `body`; `lead` on the cover, with more room between the rows. */
  readonly step?: TypeStep
  readonly space?: Space
}
