import type { SignatureField } from '../model/fields.ts'
import { withLogicalBrackets } from './mirrored-glyphs.ts'
import { RendererBase } from './pdfmake-internals.ts'
import type { ArtifactKind, Inline, LayoutLine, PdfDocument, PdfReference, PlacedNode } from './pdfmake-types.ts'
import { addSignatureWidget } from './signature-widget.ts'
import type { StructureElement } from './structure-element.ts'

/** Seams and joints that have done their work in layout; drawn, they would be copied as blanks. */
const undrawn = /[\u00ad\u200b\u2060\ufeff]/g

/**
 * pdfmake's renderer, which also writes marked content: every painted thing belongs to an element of the tree or is an artifact.
 * Equal neighbours share one mark. Copies that pdfmake makes (repeated table heads) are artifacts, so that each text is read once.
 */
export class TaggedRenderer extends RendererBase {
  readonly signatureFields: PdfReference[] = []
  #open: StructureElement | ArtifactKind | undefined
  readonly #seen = new Set<string>()

  constructor(document: PdfDocument) {
    super(document, null)
    document.on('pageAdded', () => {
      this.#open = undefined
    })
  }

  #enter(target: StructureElement | ArtifactKind): void {
    if (this.#open === target) return
    this.leave()
    if (typeof target === 'string') this.#markArtifact(target)
    else {
      const [content] = this.pdfDocument.markStructureContent(target.type).refs
      if (content) target.children.push({ kind: 'piece', page: content.pageRef, identifier: content.mcid })
    }
    this.#open = target
  }

  #markArtifact(kind: ArtifactKind): void {
    const document = this.pdfDocument
    if (kind === 'Header' || kind === 'Footer') {
      document.page.markings.push({ tag: 'Artifact' })
      document.addContent(`/Artifact <</Type /Pagination /Subtype /${kind}>> BDC`)
    } else document.markContent('Artifact', { type: kind === 'Background' ? 'Page' : 'Layout' })
  }

  /** Closes the open mark; to be called once more after the last page. */
  leave(): void {
    if (this.#open !== undefined) this.pdfDocument.endMarkedContent()
    this.#open = undefined
  }

  /** The element to mark with, unless a copy of the same content was already drawn. */
  #firstTime(element: StructureElement | undefined, key: string | undefined): StructureElement | undefined {
    if (!element || key === undefined) return element
    if (this.#seen.has(key)) return undefined
    this.#seen.add(key)
    return element
  }

  override renderVector(vector: unknown): void {
    this.#enter('Layout')
    super.renderVector(vector)
  }

  override renderSVG(node: PlacedNode): void {
    const { structure } = node
    const element = this.#firstTime(structure?.element, structure?.key)
    this.#enter(element ?? 'Layout')
    if (element) {
      const { height } = this.pdfDocument.page
      element.attributes.boundingBox = [node.x, height - node.y - node._height, node.x + node._width, height - node.y]
    }
    super.renderSVG(node)
  }

  override beginClip(rectangle: unknown): void {
    this.leave()
    super.beginClip(rectangle)
  }

  override endClip(): void {
    this.leave()
    super.endClip()
  }

  override beginVerticalAlignment(item: unknown): void {
    this.leave()
    super.beginVerticalAlignment(item)
  }

  override endVerticalAlignment(item: unknown): void {
    this.leave()
    super.endVerticalAlignment(item)
  }

  override renderLine(line: LayoutLine, x = 0, y = 0): void {
    const [first] = line.inlines
    const element = this.#firstTime(line.tagging?.element ?? first?.element, line.tagging?.key ?? first?.elementKey)
    const field = line.tagging?.node.signatureField
    if (field) {
      if (element) this.#addSignatureField(field, element)
      return
    }
    const inlines = line.inlines.toSorted((one, other) => (one.logicalIndex ?? 0) - (other.logicalIndex ?? 0))
    const rightToLeft = inlines.some((inline) => inline.logicalText !== undefined)
    let span: { readonly element: StructureElement; readonly language: string | undefined } | undefined
    for (const inline of inlines) {
      if (inline.text === '') continue
      // One Span per part of a line: its actual text is what assistive technology reads.
      if (element && (rightToLeft || inline.language)) {
        if (!span || span.language !== inline.language)
          span = { element: element.add('Span', { language: inline.language }), language: inline.language }
        if (rightToLeft)
          span.element.attributes.actualText = (span.element.attributes.actualText ?? '') + (inline.logicalText ?? inline.text)
        this.#enter(span.element)
      } else {
        span = undefined
        this.#enter(element ?? line.tagging?.artifact ?? 'Layout')
      }
      this.#drawInline(inline, line, x, y)
    }
  }

  #drawInline(inline: Inline, line: LayoutLine, x: number, y: number): void {
    const document = this.pdfDocument
    const text = inline.text.replace(undrawn, '')
    const top = y + line.getAscenderHeight() - (inline.font.ascender / 1000) * inline.fontSize
    document.opacity(inline.opacity ?? 1)
    document.fill(document.resolveColor(inline.color, 'black'))
    document._font = inline.font
    document.fontSize(inline.fontSize)
    const draw = () =>
      document.text(text, x + inline.x, top, {
        lineBreak: false,
        textWidth: inline.width,
        characterSpacing: inline.characterSpacing,
        wordCount: 1,
      })
    if ((inline.level ?? 0) % 2 === 1) withLogicalBrackets(inline.font, text, draw)
    else draw()
  }

  #addSignatureField(field: SignatureField, form: StructureElement): void {
    const widget = addSignatureWidget(this.pdfDocument, field)
    const key = this.pdfDocument.createStructParentTreeNextKey()
    widget.data['StructParent'] = key
    form.children.push({ kind: 'object', object: widget, page: this.pdfDocument.page.dictionary, key })
    widget.end()
    this.signatureFields.push(widget)
  }
}
