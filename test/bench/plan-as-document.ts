import type { Block } from '#documents/model/blocks.ts'
import type { DocumentModel } from '#documents/model/document-model.ts'
import type { PageBox } from '#documents/model/fields.ts'
import { type ContentSection, type PlanContent, planJson } from './plan-content.ts'

/** Where the two signature boxes stand on the last page, from its top left corner. */
export const signatureBoxes = {
  organisation: { left: 66, top: 115, right: 294, bottom: 379 },
  partner: { left: 318, top: 115, right: 546, bottom: 379 },
} as const satisfies Record<string, PageBox>

const roles = ['organisation', 'partner'] as const

function sectionBlock({ heading, paragraphs, table, points }: ContentSection, index: number): Block {
  return {
    kind: 'section',
    blocks: [
      { kind: 'heading', level: 2, number: String(index + 1), text: heading },
      ...paragraphs.map((text): Block => ({ kind: 'paragraph', text })),
      {
        kind: 'table',
        style: 'ruled',
        columns: table.columns.map(({ width, align }) => ({ width, ...(align && { align }) })),
        headerRows: [{ cells: table.columns.map(({ title }) => title) }],
        rows: table.rows.map((cells) => ({ cells })),
        summary: table.summary,
      },
      { kind: 'list', ordered: false, items: points },
    ],
  }
}

function signatureBlocks({ heading, boxes }: PlanContent['signatures']): readonly Block[] {
  return [
    { kind: 'page-break' },
    { kind: 'heading', level: 2, text: heading },
    {
      kind: 'box-row',
      gap: 24,
      height: 264,
      boxes: roles.map((name, index) => ({
        blocks: [
          { kind: 'signature-field', name, label: boxes[index] ?? '', box: signatureBoxes[name] },
          { kind: 'paragraph', text: boxes[index] ?? '', bold: true, step: 'lead' },
        ],
      })),
    },
  ]
}

/** The plan as our own document model, with its data attached. */
export function planAsDocument(content: PlanContent): DocumentModel {
  const { reference, title, secondLine, classification, footer, sections, signatures } = content
  return {
    template: 'plan',
    language: 'sv-SE',
    title: `${title} ${reference}`,
    author: 'Demonstrationskommunen',
    identifier: `${reference}/2/sv`,
    createdAt: '2026-09-30T10:00:00Z',
    pageLabel: 'Sida {page} av {pages}',
    header: { reference, title, secondLine, classification },
    footer: { text: footer },
    attachments: [{ name: 'plan.json', mediaType: 'application/json', description: 'Planens data', bytes: planJson }],
    blocks: [{ kind: 'heading', level: 1, text: title }, ...sections.map(sectionBlock), ...signatureBlocks(signatures)],
  }
}
