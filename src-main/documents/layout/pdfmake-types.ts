import type { LayoutNode } from './layout-node.ts'
import type { StructureElement } from './structure-element.ts'

/*
 * The private parts of pdfmake 0.3.11 and pdfkit 0.19.1 that our layer stands on, described as far as we touch them.
 * They may change in any patch, so pdfmake is pinned exactly and `test/documents/layout-*.test.ts` shows that each hook still fires.
 */

export interface PdfReference {
  readonly id: number
  readonly data: Record<string, unknown>
  end(content?: Uint8Array): void
}

export interface ParentTree {
  add(key: number, value: unknown): void
  get(key: unknown): unknown[]
}

export interface Glyph {
  readonly id: number
  readonly codePoints: readonly number[]
  readonly advanceWidth: number
}

/** A font as fontkit reads it; `_glyphs` is what it remembers of the glyphs it has met. */
export interface FontProgram {
  _glyphs: object
  createSubset(): FontSubset
  hasGlyphForCodePoint(codePoint: number): boolean
  layout(text: string, features?: object): { readonly direction: string }
}

export interface FontSubset {
  readonly glyphs: number[]
}

/** A face as pdfkit embeds it. */
export interface Face {
  readonly ascender: number
  readonly scale: number
  font: FontProgram
  subset: FontSubset
  readonly widths: number[]
  readonly unicode: number[][]
  layout(text: string, features?: unknown): { readonly glyphs: readonly Glyph[] }
  encode(text: string, features?: unknown): [string[], unknown]
  widthOfString(text: string, size: number): number
}

export interface PdfPage {
  readonly dictionary: PdfReference
  readonly width: number
  readonly height: number
  readonly markings: unknown[]
  readonly annotations: PdfReference[]
}

export interface PdfDocument {
  page: PdfPage
  readonly info: {
    readonly CreationDate: Date
    readonly Title: string
    readonly Author: string
    readonly Producer: string
    readonly Creator: string
  }
  readonly _root: { readonly data: Record<string, unknown> }
  _id: Uint8Array
  _font: Face
  provideFont(family: string, bold: boolean, italics: boolean): Face
  getFontFile(family: string, bold: boolean, italics: boolean): string | null
  addNamedEmbeddedFile(name: string, specification: PdfReference): void
  ref(data: Record<string, unknown>): PdfReference
  on(event: 'pageAdded' | 'end', listener: () => void): void
  on(event: 'data', listener: (chunk: Uint8Array) => void): void
  addContent(content: string): void
  markContent(tag: string, options: Record<string, unknown>): void
  markStructureContent(tag: string): { readonly refs: readonly { readonly pageRef: PdfReference; readonly mcid: number }[] }
  endMarkedContent(): void
  createStructParentTreeNextKey(): number
  getStructTreeRoot(): PdfReference
  getStructParentTree(): ParentTree
  appendXML(xml: string): void
  endAcroForm(): this
  _addInfo(): void
  opacity(value: number): void
  fill(colour: string): void
  fontSize(size: number): void
  resolveColor(colour: string | undefined, fallback: string): string
  text(text: string, x: number, y: number, options: Record<string, unknown>): void
  end(): void
}

/** A measured word or part of one. The last group of keys is ours. */
export interface Inline {
  text: string
  x: number
  width: number
  height: number
  leadingCut: number
  trailingCut: number
  fontSize: number
  font: Face
  color?: string
  characterSpacing?: number
  alignment?: string
  noNewLine?: boolean
  noWrap?: boolean
  lineEnd?: boolean | undefined
  opacity?: number

  language?: string
  level?: number
  baseLevel?: number
  logicalIndex?: number
  logicalText?: string
  reversed?: boolean
  alignmentGiven?: boolean
  element?: StructureElement
  elementKey?: string
}

/** A word before it is measured: its face is still a family name. */
export type Word = Omit<Partial<Inline>, 'font' | 'text'> & { text: string; font?: string }

export interface LayoutLine {
  inlines: Inline[]
  x: number
  y: number
  maxWidth: number
  inlineWidths: number
  leadingCut: number
  trailingCut: number
  addInline(inline: Inline): void
  getWidth(): number
  getHeight(): number
  getAscenderHeight(): number
  /** Ours. */
  tagging?: LineTagging
}

export interface LineTagging {
  readonly element: StructureElement | undefined
  readonly artifact: ArtifactKind | undefined
  /** Equal for all copies of a line that pdfmake makes of one. */
  readonly key: string
  readonly node: LayoutNode
}

export type ArtifactKind = 'Header' | 'Footer' | 'Background' | 'Layout'

export interface StyleStack {
  readonly styleDictionary: unknown
}

export interface TextInlines {
  readonly pdfDocument: PdfDocument
  measure(words: Word[], styles: StyleStack): Inline[]
  widthOfText(text: string, inline: Inline): number
}

export interface LayoutPage {
  readonly items: readonly PageItem[]
  readonly pageSize: { readonly width: number; readonly height: number }
}

export type PageItem =
  | { readonly type: 'line'; readonly item: LayoutLine }
  | { readonly type: 'svg'; readonly item: PlacedNode }
  | { readonly type: 'vector' | 'beginClip' | 'endClip' | 'beginVerticalAlignment' | 'endVerticalAlignment' }

export interface LayoutContext {
  readonly y: number
  availableWidth: number
  addMargin(left: number, right: number): void
}

export interface LayoutBuilder {
  docMeasure: { textInlines: TextInlines }
  linearNodeList: LayoutNode[]
  readonly writer: {
    context(): LayoutContext
    addLine(line: LayoutLine, dontUpdateContext: boolean): unknown
    addVector(vector: unknown): void
    addListener(event: 'lineAdded', listener: (line: LayoutLine) => void): void
    removeListener(event: 'lineAdded', listener: (line: LayoutLine) => void): void
  }
  readonly pageSize: { readonly width: number }
  registerTableLayouts(layouts: unknown): void
  layoutDocument(
    content: LayoutNode[],
    document: PdfDocument,
    styles: object,
    defaultStyle: object,
    background: unknown,
    header: unknown,
    footer: unknown,
    watermark: unknown,
    pageBreakBefore: (node: BreakCandidate, queries: BreakQueries) => boolean,
  ): LayoutPage[]
  tryLayoutDocument(content: unknown, document: PdfDocument, ...rest: unknown[]): unknown
  processNode(node: LayoutNode, verticalAlignment?: boolean): void
  processTable(node: LayoutNode): void
  processColumns(node: LayoutNode): void
  processList(ordered: boolean, node: LayoutNode): void
  buildNextLine(node: LayoutNode & { _inlines?: Inline[] }): LayoutLine | null
  addBackground(background: unknown): void
  addDynamicRepeatable(getter: unknown, size: unknown, name: string): void
}

export interface BreakCandidate {
  readonly headlineLevel?: number
}

export interface BreakQueries {
  getFollowingNodesOnPage(): readonly unknown[]
  getNodesOnNextPage(): readonly unknown[]
}

export interface Renderer {
  readonly pdfDocument: PdfDocument
  renderPages(pages: LayoutPage[]): void
  renderLine(line: LayoutLine, x: number, y: number): void
  renderVector(vector: unknown): void
  renderSVG(node: PlacedNode): void
  beginClip(rectangle: unknown): void
  endClip(): void
  beginVerticalAlignment(item: unknown): void
  endVerticalAlignment(item: unknown): void
}

export interface PlacedNode extends LayoutNode {
  readonly x: number
  readonly y: number
  readonly _width: number
  readonly _height: number
}
