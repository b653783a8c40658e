import type { PdfReference } from './pdfmake-types.ts'

/** A marked piece of a page. */
export interface MarkedPiece {
  readonly kind: 'piece'
  readonly page: PdfReference
  readonly identifier: number
}

/** An annotation that belongs to an element, such as the widget of a signature field. */
export interface ObjectPiece {
  readonly kind: 'object'
  readonly page: PdfReference
  readonly object: PdfReference
  /** Key in the parent tree. */
  readonly key: number
}

export interface StructureAttributes {
  language?: string | undefined
  alternative?: string | undefined
  /** Logical text of a piece whose drawn order differs. */
  actualText?: string | undefined
  summary?: string | undefined
  scope?: 'Column' | 'Row' | undefined
  columnSpan?: number | undefined
  rowSpan?: number | undefined
  /** Place of a cell in reading order. */
  logicalColumn?: number
  numbering?: 'Disc' | 'Decimal'
  /** Left, bottom, right, top on its page. */
  boundingBox?: [number, number, number, number]
  rightToLeft?: true
}

/** A node of the logical tree that is built while laying out and written when rendering is done. */
export class StructureElement {
  readonly type: string
  readonly attributes: StructureAttributes
  children: (StructureElement | MarkedPiece | ObjectPiece)[] = []

  constructor(type: string, attributes: StructureAttributes = {}) {
    this.type = type
    this.attributes = attributes
  }

  add(type: string, attributes: StructureAttributes = {}): StructureElement {
    const child = new StructureElement(type, attributes)
    this.children.push(child)
    return child
  }

  lastElement(): StructureElement | undefined {
    return this.children.findLast((child) => child instanceof StructureElement)
  }
}
