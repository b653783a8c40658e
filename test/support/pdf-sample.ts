import type { Block } from '#documents/model/blocks.ts'
import type { DocumentModel } from '#documents/model/document-model.ts'
import type { TableRow } from '#documents/model/tables.ts'

export const organisationBox = { left: 66, top: 115, right: 294, bottom: 379 }
export const partnerBox = { left: 318, top: 115, right: 546, bottom: 379 }

const bar = (width: number) =>
  `<svg width="46" height="8" viewBox="0 0 46 8"><rect x="0" y="1" width="${width}" height="6" fill="#4d565c"/></svg>`

const journey =
  '<svg width="480" height="50" viewBox="0 0 480 50"><line x1="5" y1="20" x2="475" y2="20" stroke="#16191c" stroke-width="1.4"/><circle cx="118" cy="20" r="4" fill="#fff" stroke="#16191c"/><text x="118" y="36" font-family="Noto Sans" font-size="8" font-weight="bold" text-anchor="middle">Köpenhamn CPH</text></svg>'

const budgetRow = (code: string, name: string, amount: string, width: number): TableRow => ({
  cells: [code, name, amount, { blocks: [{ kind: 'decoration', svg: bar(width), width: 46, space: { before: 2 } }] }],
})

const cover: readonly Block[] = [
  { kind: 'heading', level: 1, text: 'Återvändande- och återintegrationsplan' },
  { kind: 'paragraph', text: 'Planen på en sida · IOM Finland', step: 'subtitle' },
  {
    kind: 'table',
    style: 'summary',
    columns: [{ width: 'fill' }, { width: 158 }, { width: 118 }],
    rows: [
      {
        cells: ['Återvändande till moster', '24 av 24 uppfyllda', 'Medel'].map((figure) => ({
          blocks: [
            { kind: 'paragraph', text: 'Beslut', step: 'table-head', bold: false, muted: true },
            { kind: 'paragraph', text: figure, step: 'figure', space: { before: 1, after: 2 } },
            { kind: 'paragraph', text: 'Kontrollerat 2026‑09‑30.', step: 'table-head', bold: false },
          ],
        })),
      },
    ],
  },
  { kind: 'figure', svg: journey, width: 480, alternative: 'Resan från Malmö till Bacău i fem steg', space: { before: 6, after: 5 } },
  {
    kind: 'label-values',
    labelWidth: 98,
    step: 'lead',
    rows: [
      { label: 'Vem', value: 'M., flicka, 15 år, rumänsk medborgare. Talar rumänska.' },
      { label: 'Vart', value: 'Bacău, Rumänien. Adressen är skyddad.' },
      { label: 'Budget', value: [{ text: '59 235,50 kr', bold: true }, ' (5 265,38 EUR).'] },
    ],
  },
  {
    kind: 'columns',
    gap: 14,
    columns: [
      {
        width: 252,
        blocks: [
          { kind: 'heading', level: 2, step: 'sub-heading', text: 'Det här ber vi er göra' },
          {
            kind: 'list',
            ordered: true,
            step: 'table',
            items: ['Läs planen.', 'Bekräfta ankomsten till samordnaren (samtal med barnet och mottagaren).'],
          },
        ],
      },
      {
        width: 'fill',
        blocks: [
          {
            kind: 'box',
            weight: 'thick',
            blocks: [
              { kind: 'paragraph', text: 'Om något går fel', step: 'sub-heading' },
              { kind: 'paragraph', text: [{ text: '112', step: 'alarm-large' }, '   Akut fara, i Rumänien'], step: 'table' },
            ],
          },
        ],
      },
    ],
  },
  {
    kind: 'box',
    weight: 'thin',
    blocks: [{ kind: 'paragraph', step: 'fine', text: [{ text: 'Sekretessmarkering. ', bold: true }, 'Skicka inte planen vidare.'] }],
  },
  { kind: 'page-break' },
]

const letters: readonly string[] = ['Ștefan Țepeluș', 'Nguyễn Thị Ánh Tuyết', 'Łukasz Żółkiewski', 'Γιώργος Παπαδόπουλος', 'Олена Шевченко']

const names: Block = {
  kind: 'section',
  blocks: [
    { kind: 'heading', level: 2, number: '1', text: 'Barnet', other: { text: 'The child', language: 'en-GB' } },
    { kind: 'list', ordered: false, items: letters },
    { kind: 'paragraph', text: ['På engelska: ', { text: 'the child', language: 'en-GB' }, '.'] },
  ],
}

const budget: Block = {
  kind: 'section',
  blocks: [
    { kind: 'heading', level: 2, number: '7', text: 'Budget', other: { text: 'Budget', language: 'en-GB' } },
    {
      kind: 'table',
      style: 'ruled',
      columns: [{ width: 28 }, { width: 'fill' }, { width: 58, align: 'end' }, { width: 48 }],
      boldRowHeaders: true,
      summary: 'Poster, belopp och andel',
      headerRows: [{ cells: ['Kod', 'Post', 'Kronor', 'Andel'] }],
      rows: [
        { cells: [{ text: 'Resa', columnSpan: 4 }], tint: true },
        budgetRow('BC01', 'Flygbiljett, barnet', '2 150,00', 4),
        budgetRow('BC02', 'Ledsagare', '6 480,00', 12),
        { cells: [{ text: 'Summa', columnSpan: 2 }, '8 630,00', ''] },
      ],
      total: true,
    },
    { kind: 'heading', level: 3, text: 'Så räknas det' },
    { kind: 'paragraph', text: 'Kurser fastställda vid beslutet.', step: 'small' },
  ],
}

const signatures: readonly Block[] = [
  { kind: 'page-break' },
  {
    kind: 'section',
    blocks: [
      { kind: 'heading', level: 2, number: '11', text: 'Underskrifter', other: { text: 'Signatures', language: 'en-GB' } },
      {
        kind: 'box-row',
        gap: 24,
        height: 264,
        boxes: [
          {
            blocks: [
              { kind: 'signature-field', name: 'organisation', label: 'För organisationen', box: organisationBox },
              {
                kind: 'paragraph',
                text: [
                  { text: 'För organisationen', bold: true },
                  { text: '  For the organisation', muted: true, language: 'en-GB' },
                ],
                step: 'lead',
              },
            ],
          },
          {
            blocks: [
              { kind: 'signature-field', name: 'partner', label: 'För mottagaren', box: partnerBox },
              { kind: 'paragraph', text: 'För mottagaren', bold: true, step: 'lead' },
              { kind: 'writing-line', label: 'Underskrift', width: 205 },
            ],
          },
        ],
      },
    ],
  },
]

export const attachedPlan = { plan: 'HV-2026-0001', namn: ['Ștefan', 'Åsa'], summa: 863000 }

/** A small plan of three pages with every kind of block of a plan; `over` replaces parts of it. */
export function samplePlan(over: Partial<DocumentModel> = {}): DocumentModel {
  return {
    template: 'plan',
    language: 'sv-SE',
    title: 'Återvändande- och återintegrationsplan HV-2026-0001',
    author: 'Demonstrationskommunen',
    identifier: 'HV-2026-0001/2/IOM-FI/sv',
    createdAt: '2026-09-30T10:00:00Z',
    pageLabel: 'Sida {page} av {pages}',
    header: {
      reference: 'HV‑2026‑0001',
      title: 'Återvändande- och återintegrationsplan',
      secondLine: 'Version 2 · 2026‑09‑30 · Exemplar för IOM Finland',
      classification: 'SEKRETESS',
    },
    footer: { text: 'Är barnet i fara? Ring 112. Ring sedan samordnaren.', note: 'Kontrollkod 7F3A 91C2' },
    attachments: [
      {
        name: 'plan.json',
        mediaType: 'application/json',
        description: 'Planens data',
        bytes: new TextEncoder().encode(JSON.stringify(attachedPlan)),
      },
    ],
    blocks: [...cover, names, budget, ...signatures],
    ...over,
  }
}

export const draftMark = { band: 'UTKAST – inte beslutad, inte undertecknad.', word: 'UTKAST' }
