import type { ColumnWidth } from './blocks.ts'
import type { RichText, Space } from './text.ts'

/** The two fields that the generator makes and that signing fills. */
export type SignatureFieldName = 'organisation' | 'partner'

/**
 * Places an empty signature field on the page where this block lands, at a fixed box of that page,
 * in points from its top left corner. The block itself takes no room.
 */
export interface SignatureField {
  readonly kind: 'signature-field'
  readonly name: SignatureFieldName
  /** Read aloud and shown by readers, for example “För organisationen”. */
  readonly label: string
  readonly box: PageBox
}

/** Points from the top left corner of the page. */
export interface PageBox {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Label with a value below it, or with room for handwriting. */
export interface HandField {
  readonly kind: 'hand-field'
  readonly label: RichText
  readonly value?: RichText
  /** Room below the label in points, default 20; 34 where names and times are written by hand. */
  readonly height?: number
}

/** A line to write on with its label below. */
export interface WritingLine {
  readonly kind: 'writing-line'
  readonly label: RichText
  readonly width: number
  /** Free height above the line in points, default 24. */
  readonly room?: number
  readonly space?: Space
}

/** Check boxes with their words, side by side. */
export interface Choice {
  readonly kind: 'choice'
  readonly options: readonly { readonly text: RichText; readonly width?: ColumnWidth }[]
  readonly space?: Space
}
