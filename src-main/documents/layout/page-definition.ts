import type { DocumentModel } from '../model/document-model.ts'
import { blockContext } from './block-definition.ts'
import type { LayoutChoices } from './layout-choices.ts'
import type { LayoutNode, Margin } from './layout-node.ts'
import { colours, draftBandHeight, fontFamily, page, pageGeometry, rules } from './style.ts'
import { boxLayout } from './table-layouts.ts'
import { textNode } from './text-definition.ts'

type PageFunction = (page: number, pages: number) => LayoutNode

export interface PageDefinition {
  readonly margins: Margin
  readonly header: PageFunction | undefined
  readonly footer: PageFunction
  readonly background: (() => LayoutNode) | undefined
  readonly content: LayoutNode[]
}

function pageLabel(document: DocumentModel, current: number, all: number): string {
  return document.pageLabel.replace('{page}', String(current)).replace('{pages}', String(all))
}

function bandNode(sentence: string): LayoutNode {
  const text: LayoutNode = { ...textNode(sentence, { step: 'label', align: 'center' }), fontSize: 8.3, lineHeight: 1, color: colours.paper }
  return { table: { widths: ['*'], body: [[text]] }, layout: boxLayout(0, 3, colours.ink), margin: [0, -8, 0, 4] }
}

function headingLines(document: DocumentModel, current: number, all: number): LayoutNode[] {
  const { header } = document
  if (!header) return []
  const first = textNode(
    [
      { text: header.reference, bold: true },
      { text: `\u00a0\u00a0\u00a0${header.title}`, step: 'table' },
    ],
    { step: 'phone', bold: false },
  )
  const second: LayoutNode = { ...textNode(header.secondLine, { step: 'small' }), lineHeight: 1.1, margin: [0, 1.5, 0, 0] }
  const word: LayoutNode = { ...textNode(header.classification, { step: 'label' }), characterSpacing: 0.7, lineHeight: 1 }
  const label: LayoutNode = {
    ...textNode(pageLabel(document, current, all), { step: 'small', align: 'end' }),
    color: colours.ink,
    lineHeight: 1.1,
    margin: [0, 2.5, 0, 0],
  }
  const width = page.width - pageGeometry[document.template].margins[0] - pageGeometry[document.template].margins[2]
  return [
    {
      columns: [
        { width: '*', stack: [{ ...first, lineHeight: 1.1 }, second] },
        { width: 'auto', stack: [{ table: { widths: ['auto'], body: [[word]] }, layout: boxLayout(rules.classification, 2) }, label] },
      ],
    },
    {
      canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: rules.header, lineColor: colours.mute }],
      margin: [0, 3, 0, 0],
    },
  ]
}

function headerOf(document: DocumentModel): PageFunction | undefined {
  const { header, draft } = document
  const [left, , right] = pageGeometry[document.template].margins
  if (!(header || draft)) return undefined
  return (current, all) => ({
    stack: [...(draft ? [bandNode(draft.band)] : []), ...headingLines(document, current, all)],
    margin: [left, 24, right, 0],
  })
}

/** With a header the page count stands there; without one it follows the footer. */
function footerOf(document: DocumentModel): PageFunction {
  const { footer, header } = document
  const [left, , right] = pageGeometry[document.template].margins
  const style = header ? { text: 7.5, note: 7.5, color: colours.ink, top: 10 } : { text: 8, note: 9, color: colours.mute, top: 14 }
  return (current, all) => {
    const notes = [footer.note, header ? undefined : pageLabel(document, current, all)].filter((note) => note !== undefined)
    const text = { ...textNode(footer.text, { step: 'small' }), fontSize: style.text, color: style.color, lineHeight: 1.1 }
    const note = { ...textNode(notes.join('   '), { step: 'small', align: 'end' }), fontSize: style.note, lineHeight: 1.1 }
    return {
      columns: [
        { ...text, width: '*' },
        { ...note, width: 'auto' },
      ],
      margin: [left, style.top, right, 0],
    }
  }
}

/** Lies under the text and is legible through it and after copying; its size does not depend on the word. */
function draftWordOf(document: DocumentModel): (() => LayoutNode) | undefined {
  const word = document.draft?.word
  if (!word) return undefined
  const escaped = word.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const svg = `<svg width="595" height="842" viewBox="0 0 595 842"><g transform="translate(310,455) rotate(-54)"><text x="0" y="40" font-family="${fontFamily}" font-weight="bold" font-size="150" text-anchor="middle" fill="#000" fill-opacity="0.055">${escaped}</text></g></svg>`
  return () => ({ svg, width: 595 })
}

/** pdfmake's definition of the whole document. `choices`: what earlier attempts have shown. */
export function pageDefinition(document: DocumentModel, choices: LayoutChoices): PageDefinition {
  const geometry = pageGeometry[document.template]
  const [left, top, right, bottom] = geometry.margins
  const textWidth = page.width - left - right
  return {
    margins: [left, top + (document.draft ? draftBandHeight : 0), right, bottom],
    header: headerOf(document),
    footer: footerOf(document),
    background: draftWordOf(document),
    content: blockContext({ geometry, textWidth, choices }, true).nodes(document.blocks),
  }
}
