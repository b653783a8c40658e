import type { Block } from '../model/blocks.ts'
import { BidiTextInlines } from './bidi-inlines.ts'
import { reorderLine } from './bidi-order.ts'
import { shareRoom } from './column-room.ts'
import { hyphenateAtSeam } from './compound-seams.ts'
import type { LaidOut } from './find-overflow.ts'
import { FontChoice } from './font-choice.ts'
import type { LayoutNode } from './layout-node.ts'
import { openNode } from './node-structure.ts'
import { LayoutBuilderBase, Line, offsetVector, SvgMeasure } from './pdfmake-internals.ts'
import type { ArtifactKind, Inline, LayoutLine, PdfDocument } from './pdfmake-types.ts'
import type { LayoutFindings } from './problems.ts'
import { StructureElement } from './structure-element.ts'
import { findMissingInSvg } from './svg-text.ts'
import { divideWideWord } from './wide-word.ts'

export interface LayoutOptions {
  readonly rightToLeft: boolean
  readonly fallbackFamilies: readonly string[]
  readonly findings: LayoutFindings
}

const outsideText: readonly (ArtifactKind | undefined)[] = ['Header', 'Footer', 'Background']

/** Points. Rounding of widths is not an overflow. */
const tolerance = 0.1

/** pdfmake's layout, which also builds the logical tree, orders every line for its direction and notices what does not fit. */
export class TaggedLayoutBuilder extends LayoutBuilderBase {
  tree = new StructureElement('Document')
  /** All lines and pictures that were laid out, by their keys. */
  readonly laidOut = new Map<string, LaidOut>()
  #inside: readonly Block[] = []
  #heading: Block | undefined
  readonly #options: LayoutOptions
  #current = this.tree
  #artifact: ArtifactKind | undefined
  #nodes = 0
  #document: PdfDocument | undefined

  constructor(size: object, margins: object, options: LayoutOptions) {
    super(size, margins, new SvgMeasure())
    this.#options = options
  }

  /** pdfmake lays out anew when a heading moves to the next page: everything starts afresh. */
  override tryLayoutDocument(content: unknown, document: PdfDocument, ...rest: unknown[]): unknown {
    const { findings, fallbackFamilies, rightToLeft } = this.#options
    findings.clear()
    this.laidOut.clear()
    this.#document = document
    this.tree = new StructureElement('Document', rightToLeft ? { rightToLeft: true } : {})
    this.#current = this.tree
    this.#artifact = undefined
    this.#nodes = 0
    this.docMeasure.textInlines = new BidiTextInlines(document, new FontChoice(document, fallbackFamilies, findings), rightToLeft)
    return super.tryLayoutDocument(content, document, ...rest)
  }

  /** What stands outside the text is no neighbour of a heading: pdfmake takes all of it for the first page's. */
  #asArtifact(kind: ArtifactKind, work: () => void): void {
    const outer = this.#artifact
    const nodes = this.linearNodeList
    this.#artifact = kind
    this.linearNodeList = []
    work()
    this.#artifact = outer
    this.linearNodeList = nodes
  }

  override addBackground(background: unknown): void {
    this.#asArtifact('Background', () => super.addBackground(background))
  }

  override addDynamicRepeatable(getter: unknown, size: unknown, name: string): void {
    this.#asArtifact(name === 'header' ? 'Header' : 'Footer', () => super.addDynamicRepeatable(getter, size, name))
  }

  override processNode(node: LayoutNode, verticalAlignment = false): void {
    const outer = this.#current
    const outerArtifact = this.#artifact
    const key = String(++this.#nodes)
    if (node.artifact) this.#artifact ??= 'Layout'
    const outerInside = this.#inside
    const outerHeading = this.#heading
    if (node.whole) this.#inside = [...outerInside, node.whole]
    if (node.movable) this.#heading = node.movable
    if (node.svg && !outsideText.includes(this.#artifact))
      this.laidOut.set(key, { content: node.alternative ?? node.svg, inside: this.#inside })
    if (node.svg && this.#document) findMissingInSvg(node.svg, this.#document, this.#options.findings)
    if (this.#artifact) node.structure = { key, lines: 0, artifact: this.#artifact }
    else this.#current = openNode(node, outer, key, this.#options.findings).current
    super.processNode(node, verticalAlignment)
    this.#current = outer
    this.#artifact = outerArtifact
    this.#inside = outerInside
    this.#heading = outerHeading
  }

  override buildNextLine(node: LayoutNode & { _inlines?: Inline[] }): LayoutLine | null {
    const measure = (text: string, inline: Inline) => this.docMeasure.textInlines.widthOfText(text, inline)
    divideWideWord(node._inlines ?? [], this.writer.context().availableWidth + tolerance, measure)
    this.#noticeWideWord(node._inlines ?? [])
    const line = super.buildNextLine(node)
    if (!line) return line
    const structure = node.structure ?? {}
    structure.lines = (structure.lines ?? 0) + 1
    node.structure = structure
    hyphenateAtSeam(line, node._inlines ?? [], measure)
    line.tagging = {
      element: this.#artifact ? undefined : structure.element,
      artifact: this.#artifact,
      key: `${structure.key}.${structure.lines}`,
      node,
    }
    if (!outsideText.includes(this.#artifact))
      this.laidOut.set(line.tagging.key, {
        content: line.inlines.map((inline) => inline.text).join(''),
        inside: this.#inside,
        heading: this.#heading,
      })
    reorderLine(line)
    return line
  }

  /** Not even one letter of it has room. */
  #noticeWideWord(waiting: readonly Inline[]): void {
    const available = this.writer.context().availableWidth
    const end = waiting.findIndex((inline) => !inline.noNewLine)
    const pieces = waiting.slice(0, end < 0 ? waiting.length : end + 1)
    const width = pieces.reduce((sum, inline) => sum + inline.width, -(pieces[0]?.leadingCut ?? 0) - (pieces.at(-1)?.trailingCut ?? 0))
    const word = pieces
      .map((inline) => inline.logicalText ?? inline.text)
      .join('')
      .trim()
    if (width > available + tolerance && word.length > 1) this.#options.findings.addWideWord({ word, width, available })
  }

  /** Fixed widths plus padding beyond the room would run into the margin; higher content would push fixed boxes out of place. */
  override processTable(node: LayoutNode & { _offsets?: { readonly total: number } }): void {
    const { availableWidth: available, y: top } = this.writer.context()
    shareRoom(node.table?.widths ?? [], available - (node._offsets?.total ?? 0))
    super.processTable(node)
    const height = this.writer.context().y - top
    const columns: readonly unknown[] = node.table?.widths ?? []
    const width = columns.reduce<number>((sum, column) => sum + calculatedWidth(column), node._offsets?.total ?? 0)
    const content = firstText(node)
    const { overflows } = this.#options.findings
    if (width > available + tolerance) overflows.push({ what: 'table', content, by: width - available })
    if (height > (node.fixedHeight ?? height) + 1) overflows.push({ what: 'table', content, by: height - (node.fixedHeight ?? height) })
  }

  override processColumns(node: LayoutNode): void {
    const columns = node.columns ?? []
    shareRoom(columns, this.writer.context().availableWidth - (node.columnGap ?? 0) * (columns.length - 1))
    super.processColumns(node)
  }

  /** In a right-to-left document the markers stand at the right. */
  override processList(ordered: boolean, node: LayoutNode & { _gapSize?: { readonly width: number } }): void {
    if (!this.#options.rightToLeft) {
      super.processList(ordered, node)
      return
    }
    const gap = node._gapSize?.width ?? 0
    let waiting: LayoutNode['listMarker']
    const drawMarker = (line: LayoutLine) => {
      const marker = waiting
      waiting = undefined
      if (marker) this.#drawMarker(marker, line)
    }
    this.writer.context().addMargin(0, gap)
    this.writer.addListener('lineAdded', drawMarker)
    for (const item of (ordered ? node.ol : node.ul) ?? []) {
      waiting = item.listMarker
      this.processNode(item)
      node.positions?.push(...(item.positions ?? []))
    }
    this.writer.removeListener('lineAdded', drawMarker)
    this.writer.context().addMargin(0, -gap)
  }

  #drawMarker(marker: NonNullable<LayoutNode['listMarker']>, line: LayoutLine): void {
    const edge = this.writer.context().availableWidth + marker._minWidth
    const vector = marker.canvas?.[0]
    if (vector) {
      offsetVector(vector, edge - 2 * startOf(vector), 0)
      this.writer.addVector(vector)
      return
    }
    if (!marker._inlines) return
    const markerLine = new Line(this.pageSize.width)
    for (const inline of marker._inlines) markerLine.addInline(Object.assign(inline, { alignment: 'left' }))
    reorderLine(markerLine)
    markerLine.x = edge - markerLine.getWidth()
    markerLine.y = line.getAscenderHeight() - markerLine.getAscenderHeight()
    this.writer.addLine(markerLine, true)
  }
}

/** What a reader of a problem recognises a table by. */
function firstText(node: LayoutNode): string {
  if (typeof node.text === 'string') return node.text
  const children = [
    ...(Array.isArray(node.text) ? node.text : []),
    ...(node.stack ?? []),
    ...(node.columns ?? []),
    ...(node.table?.body.flat() ?? []),
  ]
  return children.map(firstText).find((text) => text !== '') ?? ''
}

function calculatedWidth(column: unknown): number {
  if (typeof column !== 'object' || column === null || !('_calcWidth' in column)) return 0
  return typeof column._calcWidth === 'number' ? column._calcWidth : 0
}

function startOf(vector: unknown): number {
  if (typeof vector !== 'object' || vector === null) return 0
  if ('x' in vector && typeof vector.x === 'number') return vector.x
  return 'x1' in vector && typeof vector.x1 === 'number' ? vector.x1 : 0
}
