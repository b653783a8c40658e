import { createRequire } from 'node:module'
import type { LayoutBuilder, LayoutLine, PdfDocument, Renderer, StyleStack, TextInlines } from './pdfmake-types.ts'

interface Module<Export> {
  readonly default: Export
}

interface Internals {
  readonly textInlines: Module<new (document: PdfDocument | null) => TextInlines>
  readonly layoutBuilder: Module<new (size: object, margins: object, svgMeasure: object) => LayoutBuilder>
  readonly renderer: Module<new (document: PdfDocument, progress: null) => Renderer>
  readonly document: Module<
    new (
      fonts: object,
      images: object,
      patterns: object,
      attachments: object,
      options: object,
      virtualFileSystem: unknown,
      localAccessPolicy: (path: string) => boolean,
    ) => PdfDocument
  >
  readonly line: Module<new (maxWidth: number) => LayoutLine>
  readonly svgMeasure: Module<new () => object>
  readonly styles: Module<{ getStyleProperty<Value>(item: object, styles: StyleStack, property: string, fallback: Value): Value }>
  readonly pageSize: {
    normalizePageSize(size: string): { width: number; height: number }
    normalizePageMargin(margins: readonly number[]): object
  }
  readonly tools: { offsetVector(vector: unknown, x: number, y: number): void }
}

/**
 * Default imports of CommonJS differ between Node, vitest and the bundle; this gives the same classes in all of them.
 * `require` is declared in here because electron-vite adds one of its own to the file.
 */
function loadInternals(): Internals {
  const require = createRequire(import.meta.url)
  return {
    textInlines: require('pdfmake/js/TextInlines.js'),
    layoutBuilder: require('pdfmake/js/LayoutBuilder.js'),
    renderer: require('pdfmake/js/Renderer.js'),
    document: require('pdfmake/js/PDFDocument.js'),
    line: require('pdfmake/js/Line.js'),
    svgMeasure: require('pdfmake/js/SVGMeasure.js'),
    styles: require('pdfmake/js/StyleContextStack.js'),
    pageSize: require('pdfmake/js/PageSize.js'),
    tools: require('pdfmake/js/helpers/tools.js'),
  }
}

const internals = loadInternals()

export const TextInlinesBase = internals.textInlines.default
export const LayoutBuilderBase = internals.layoutBuilder.default
export const RendererBase = internals.renderer.default
export const PdfDocumentBase = internals.document.default
export const Line = internals.line.default
export const SvgMeasure = internals.svgMeasure.default
export const { getStyleProperty } = internals.styles.default
export const { normalizePageSize, normalizePageMargin } = internals.pageSize
export const { offsetVector } = internals.tools
