import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import type { Block } from '#documents/model/blocks.ts'
import type { TableCell } from '#documents/model/tables.ts'
import { accessibilityFaults, nodeFaults } from '../support/pdf-accessibility.ts'
import { readMarks } from '../support/pdf-content.ts'
import { PdfObjects, pdfText } from '../support/pdf-objects.ts'
import { refusal, render } from '../support/pdf-render.ts'
import { draftMark, samplePlan } from '../support/pdf-sample.ts'
import { allNodes, languageOf, readTree, type TreeNode } from '../support/pdf-structure.ts'

const title: Block = { kind: 'heading', level: 1, text: 'Plan' }

async function treeOf(...blocks: Block[]): Promise<TreeNode> {
  const tree = readTree(new PdfObjects(await render(samplePlan({ blocks: [title, ...blocks] }))))
  if (!tree) throw new Error('no tree')
  return tree
}

/** `Table(THead(TR(TH TH)))`. */
function shape(node: TreeNode): string {
  return node.children.length === 0 ? node.type : `${node.type}(${node.children.map(shape).join(' ')})`
}

describe('the tree of a plan', () => {
  it('has no fault that a machine can find, final or draft', async () => {
    expect(accessibilityFaults(await render(samplePlan()))).toEqual([])
    expect(accessibilityFaults(await render(samplePlan({ draft: draftMark })))).toEqual([])
  })

  it('has headings in their levels, and the other language marked as such', async () => {
    const tree = await treeOf(
      { kind: 'heading', level: 2, number: '1', text: 'Barnet', other: { text: 'The child', language: 'en-GB' } },
      { kind: 'heading', level: 3, text: 'Språk' },
    )
    expect(shape(tree)).toBe('Document(H1 H2 P H3)')
    expect(tree.children.map(languageOf)).toEqual(['', '', 'en-GB', ''])
  })

  it('has lists with numbers and bodies, and nested lists in the body they belong to', async () => {
    const nested: Block = { kind: 'list', ordered: false, items: ['a', 'b'] }
    const tree = await treeOf({ kind: 'list', ordered: true, items: ['ett', { blocks: [{ kind: 'paragraph', text: 'två' }, nested] }] })
    expect(shape(tree)).toBe('Document(H1 L(LI(Lbl LBody) LI(Lbl LBody(P L(LI(LBody) LI(LBody))))))')
  })

  it('has tables with heads, row names and spans', async () => {
    const tree = await treeOf({
      kind: 'table',
      style: 'ruled',
      rowHeaders: 1,
      summary: 'Belopp per år',
      columns: [{ width: 80 }, { width: 'fill' }, { width: 'fill' }],
      headerRows: [{ cells: ['Post', { text: 'Kronor', columnSpan: 2 }] }],
      rows: [{ cells: [{ text: 'Resa', rowSpan: 2 }, '1', '2'] }, { cells: ['3', '4'] }],
    })
    expect(shape(tree)).toBe('Document(H1 Table(THead(TR(TH TH)) TBody(TR(TH TD TD) TR(TD TD))))')
    const spans = allNodes(tree).map((node) => [node.attributes['/Scope'], node.attributes['/ColSpan'], node.attributes['/RowSpan']])
    expect(spans).toContainEqual(['/Column', 2, undefined])
    expect(spans).toContainEqual(['/Row', undefined, 2])
  })

  it('reads a head that is repeated on the next page once', async () => {
    const rows = Array.from({ length: 90 }, (_, index) => ({ cells: [`K${index}`, 'Ett krav som ännu är öppet'] }))
    const bytes = await render(
      samplePlan({
        blocks: [
          title,
          { kind: 'table', style: 'ruled', columns: [{ width: 40 }, { width: 'fill' }], headerRows: [{ cells: ['Kod', 'Krav'] }], rows },
        ],
      }),
    )
    expect(accessibilityFaults(bytes)).toEqual([])
    const tree = readTree(new PdfObjects(bytes))
    expect(tree && allNodes(tree).filter((node) => node.attributes['/Scope'] === '/Column')).toHaveLength(2)
  })

  it('keeps a cell that goes over a page one element', async () => {
    const long = Array.from({ length: 900 }, () => 'ord').join(' ')
    const tree = await treeOf({ kind: 'paragraph', text: Array.from({ length: 8 }, () => long).join(' ') })
    const [, only] = tree.children
    expect(tree.children).toHaveLength(2)
    expect(new Set(only?.pieces.map((piece) => piece.split(':')[0])).size).toBeGreaterThan(1)
  })

  it('does not announce a table that only arranges fields to fill in', async () => {
    const field = (label: string): TableCell => ({ blocks: [{ kind: 'hand-field', label }] })
    const tree = await treeOf({
      kind: 'table',
      style: 'form',
      columns: [{ width: 'fill' }, { width: 'fill' }],
      rows: [{ cells: [field('Plats'), field('Tid')] }],
    })
    expect(shape(tree)).toBe('Document(H1 P P P P)')
  })

  it('has pictures with their words, and passes over decoration', async () => {
    const svg = '<svg width="20" height="20" viewBox="0 0 20 20"><rect x="0" y="0" width="20" height="20"/></svg>'
    const tree = await treeOf({ kind: 'figure', svg, width: 20, alternative: 'En väg hem' }, { kind: 'decoration', svg, width: 20 })
    expect(shape(tree)).toBe('Document(H1 Figure)')
    expect(pdfText(tree.children[1]?.entry['/Alt'])).toBe('En väg hem')
  })

  it('has the signature fields where their boxes are read', async () => {
    const tree = readTree(new PdfObjects(await render(samplePlan())))
    const forms = tree ? allNodes(tree).filter((node) => node.type === 'Form') : []
    expect(forms.map((form) => pdfText(form.entry['/Alt']))).toEqual(['För organisationen', 'För mottagaren'])
  })
})

it('a figure without alternative stops the export', async () => {
  const svg = '<svg width="20" height="20" viewBox="0 0 20 20"><rect x="0" y="0" width="20" height="20"/></svg>'
  const problem = await refusal(samplePlan({ blocks: [title, { kind: 'figure', svg, width: 20, alternative: ' ' }] }))
  expect(problem).toMatchObject({ code: 'figure-without-alternative', figures: [{ svg: expect.stringContaining('<svg') }] })
})

describe('the checker itself', () => {
  it('refuses a file that only carries the label of a tagged file', async () => {
    const pdfmake = createRequire(import.meta.url)('pdfmake')
    pdfmake.setUrlAccessPolicy(() => false)
    pdfmake.setLocalAccessPolicy(() => true)
    const face = new URL('../../resources/fonts/noto-sans-regular.ttf', import.meta.url).pathname
    pdfmake.setFonts({ Noto: { normal: face, bold: face, italics: face, bolditalics: face } })
    const bytes: Uint8Array = await pdfmake
      .createPdf({ content: ['Plan', { table: { body: [['a']] } }], defaultStyle: { font: 'Noto' }, version: '1.7', tagged: true })
      .getBuffer()
    expect(accessibilityFaults(bytes)).toContain('no structure tree')
  })

  it('refuses headings that jump and tables without heads', async () => {
    const jumping = await render(samplePlan({ blocks: [title, { kind: 'heading', level: 3, text: 'Språk' }] }))
    expect(accessibilityFaults(jumping)).toEqual(['14-003 heading 1 to 3'])
    const element = (type: string, ...children: TreeNode[]): TreeNode => ({
      type,
      reference: type,
      entry: {},
      attributes: {},
      children,
      pieces: [],
      objects: [],
    })
    expect(nodeFaults(element('Table', element('TR', element('TD'))), undefined)).toContain('table without TH')
    expect(nodeFaults(element('Table', element('TR', element('TD')), element('TR', element('TD'), element('TD'))), undefined)).toContain(
      'irregular table 1,2',
    )
    expect(nodeFaults(element('P', element('LI')), undefined)).toContain('09 LI inside P')
    expect(nodeFaults(element('TH'), undefined)).toContain('15-003 TH without scope')
    expect(nodeFaults(element('Figure'), undefined)).toContain('13-004 figure without alternative')
  })

  it('sees painting outside marks, marks inside artifacts, and marks that are not closed', () => {
    expect(readMarks('0 0 m S').untagged).toBe(1)
    expect(readMarks('/Artifact <</Type /Layout>> BDC /P <</MCID 0>> BDC EMC EMC').faults).toEqual([
      '01-004 tagged content inside an artifact',
    ])
    expect(readMarks('/P <</MCID 0>> BDC').faults).toEqual(['a mark is not closed'])
    expect(readMarks('/P <</MCID 0>> BDC [<00010000> 0] TJ EMC').faults).toEqual(['31 .notdef is shown'])
  })
})
