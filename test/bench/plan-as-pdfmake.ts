import { fileURLToPath } from 'node:url'
import pdfmake from 'pdfmake'
import type { Content, CustomTableLayout, TDocumentDefinitions } from 'pdfmake/interfaces'
import type { ContentSection, PlanContent } from './plan-content.ts'

const fontFile = (name: string) => fileURLToPath(new URL(`../../resources/fonts/${name}`, import.meta.url))

/** Lines between rows, with the room around words that the plan has. */
const rowLines: CustomTableLayout = {
  hLineWidth: () => 0.4,
  vLineWidth: () => 0,
  paddingLeft: (column) => (column === 0 ? 0 : 4),
  paddingTop: () => 2.6,
  paddingBottom: () => 3,
}

function sectionContent({ heading, paragraphs, table, points }: ContentSection, index: number): Content {
  const row = (cells: readonly string[], style: 'head' | 'cell') =>
    cells.map((text, column) => ({
      text,
      style,
      alignment: table.columns[column]?.align === 'end' ? ('right' as const) : ('left' as const),
    }))
  return {
    unbreakable: true,
    stack: [
      { text: `${index + 1}  ${heading}`, style: 'heading' },
      ...paragraphs,
      {
        table: {
          headerRows: 1,
          dontBreakRows: true,
          widths: table.columns.map(({ width }) => (width === 'fill' ? '*' : width)),
          body: [
            row(
              table.columns.map(({ title }) => title),
              'head',
            ),
            ...table.rows.map((cells) => row(cells, 'cell')),
          ],
        },
        layout: rowLines,
        margin: [0, 2, 0, 4],
      },
      { ul: [...points] },
    ],
  }
}

/** As somebody would write it from the library's documentation. */
function definition(content: PlanContent): TDocumentDefinitions {
  const { reference, title, secondLine, classification, footer, sections, signatures } = content
  return {
    pageSize: 'A4',
    pageMargins: [66, 70, 49.28, 46],
    language: 'sv-SE',
    info: { title: `${title} ${reference}` },
    header: (page, pages) => ({
      columns: [`${reference} ${title}\n${secondLine}`, { text: `${classification}\nSida ${page} av ${pages}`, alignment: 'right' }],
      fontSize: 7.5,
      margin: [66, 24, 49.28, 0],
    }),
    footer: { text: footer, fontSize: 7.5, margin: [66, 10, 49.28, 0] },
    content: [
      { text: title, fontSize: 20, bold: true },
      ...sections.map(sectionContent),
      { text: signatures.heading, style: 'heading', pageBreak: 'before' },
      { table: { widths: ['*', '*'], heights: 264, body: [[...signatures.boxes]] } },
    ],
    styles: {
      heading: { fontSize: 13.5, bold: true, margin: [0, 12, 0, 3] },
      head: { fontSize: 7.8, bold: true, lineHeight: 1.05 },
      cell: { fontSize: 8.6 },
    },
    defaultStyle: { font: 'Plan', fontSize: 8.9, lineHeight: 1.13 },
  }
}

/** Plain pdfmake: no tags, no PDF/A, no attachment, no signature. */
export function printWithPdfmake(content: PlanContent): Promise<Buffer> {
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy((path) => path === fontFile('noto-sans-regular.ttf') || path === fontFile('noto-sans-semibold.ttf'))
  pdfmake.setFonts({ Plan: { normal: fontFile('noto-sans-regular.ttf'), bold: fontFile('noto-sans-semibold.ttf') } })
  return pdfmake.createPdf(definition(content)).getBuffer()
}
