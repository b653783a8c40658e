import { type PageMarks, readMarks } from './pdf-content.ts'
import { dictionary, PdfObjects, type PdfValue, pdfText } from './pdf-objects.ts'
import { allNodes, readParentTree, readTree, type TreeNode } from './pdf-structure.ts'

const standardTypes = new Set(
  'Document Part Sect Div BlockQuote Caption H1 H2 H3 L LI Lbl LBody P Table THead TBody TR TH TD Span Figure Form Note'.split(' '),
)

const allowedParents: Readonly<Record<string, readonly string[]>> = {
  LI: ['L'],
  Lbl: ['LI'],
  LBody: ['LI'],
  TR: ['Table', 'THead', 'TBody'],
  TH: ['TR'],
  TD: ['TR'],
}

function catalogFaults(pdf: PdfObjects): string[] {
  const { catalog } = pdf
  const metadata = pdf.streamAt(catalog['/Metadata'])
  return [
    ...(pdfText(catalog['/Lang']) ? [] : ['11-006 no language']),
    ...(pdf.at(catalog['/MarkInfo'], '/Marked') === true ? [] : ['06 not marked']),
    ...(pdf.at(catalog['/ViewerPreferences'], '/DisplayDocTitle') === true ? [] : ['07-001 title not displayed']),
    ...(metadata.includes('<dc:title>') ? [] : ['06-003 no dc:title']),
    ...('/Encrypt' in pdf.trailer ? ['26 encrypted'] : []),
  ]
}

/** Faults of an element and all below it. */
export function nodeFaults(node: TreeNode, parent: TreeNode | undefined): string[] {
  const { type, attributes, entry } = node
  const faults: string[] = []
  if (!standardTypes.has(type)) faults.push(`02 type ${type}`)
  const allowed = allowedParents[type]
  if (allowed && !allowed.includes(parent?.type ?? '')) faults.push(`09 ${type} inside ${parent?.type}`)
  if (parent && entry['/P'] !== parent.reference) faults.push(`wrong parent of ${type}`)
  if (type === 'Figure' && !pdfText(entry['/Alt'])) faults.push('13-004 figure without alternative')
  if (type === 'TH' && !attributes['/Scope']) faults.push('15-003 TH without scope')
  if (type === 'Table') faults.push(...tableFaults(node))
  return [...faults, ...node.children.flatMap((child) => nodeFaults(child, node))]
}

function tableFaults(table: TreeNode): string[] {
  const rows = allNodes(table).filter((node) => node.type === 'TR')
  const widths: number[] = []
  rows.forEach((row, index) => {
    for (const cell of row.children) {
      const across = Number(cell.attributes['/ColSpan'] ?? 1)
      for (let down = 0; down < Number(cell.attributes['/RowSpan'] ?? 1); down++)
        widths[index + down] = (widths[index + down] ?? 0) + across
    }
  })
  const hasHeader = rows.some((row) => row.children.some((cell) => cell.type === 'TH'))
  return [...(new Set(widths).size > 1 ? [`irregular table ${widths}`] : []), ...(hasHeader ? [] : ['table without TH'])]
}

function headingFaults(nodes: readonly TreeNode[]): string[] {
  const levels = nodes.filter((node) => /^H\d$/.test(node.type)).map((node) => Number(node.type[1]))
  return levels.flatMap((level, index) =>
    level > (levels[index - 1] ?? 0) + 1 ? [`14-003 heading ${levels[index - 1] ?? 0} to ${level}`] : [],
  )
}

function markFaults(pdf: PdfObjects, nodes: readonly TreeNode[], parentTree: ReadonlyMap<number, PdfValue>): string[] {
  const owners = new Map<string, string>()
  const faults: string[] = []
  for (const node of nodes)
    for (const piece of node.pieces) {
      if (owners.has(piece)) faults.push(`MCID ${piece} has two elements`)
      owners.set(piece, node.reference)
    }
  pdf.pages().forEach((page, index) => {
    const entry = dictionary(pdf.resolve(page))
    const marks: PageMarks = readMarks(pdf.streamAt(entry['/Contents'] ?? null))
    faults.push(...marks.faults)
    if (marks.untagged > 0) faults.push(`01-005 ${marks.untagged} painting operators untagged on page ${index + 1}`)
    if (new Set(marks.identifiers).size < marks.identifiers.length) faults.push(`MCID twice on page ${index + 1}`)
    const parents = pdf.resolve(parentTree.get(Number(entry['/StructParents'])))
    for (const identifier of marks.identifiers) {
      const owner = owners.get(`${index}:${identifier}`)
      if (!owner) faults.push(`MCID ${index}:${identifier} without element`)
      else if (!Array.isArray(parents) || parents[identifier] !== owner) faults.push(`parent tree wrong for ${index}:${identifier}`)
    }
  })
  return faults
}

function annotationFaults(pdf: PdfObjects, nodes: readonly TreeNode[], parentTree: ReadonlyMap<number, PdfValue>): string[] {
  return pdf.pages().flatMap((page) => {
    const annotations = pdf.listAt(page, '/Annots')
    const tabs = annotations.length > 0 && pdf.at(page, '/Tabs') !== '/S' ? ['28-009 tab order'] : []
    const faults = annotations.flatMap((reference) => {
      const entry = dictionary(pdf.resolve(reference))
      const owner = nodes.find((node) => node.objects.some((each) => each.reference === reference && each.page === page))
      return [
        ...(owner?.type === 'Form' ? [] : ['28-010 widget not in a Form of its page']),
        ...(parentTree.get(Number(entry['/StructParent'])) === owner?.reference ? [] : ['StructParent wrong']),
        ...(pdfText(entry['/TU']) ? [] : ['28-005 field without TU']),
        ...('/AP' in entry ? [] : ['field without appearance']),
      ]
    })
    return [...tabs, ...faults]
  })
}

function fontFaults(pdf: PdfObjects): string[] {
  return pdf
    .dictionaries()
    .filter((entry) => entry['/Type'] === '/Font' && entry['/Subtype'] === '/Type0')
    .flatMap((entry) => {
      const [descendant] = pdf.listAt(entry, '/DescendantFonts')
      const descriptor = pdf.dictionaryAt(descendant, '/FontDescriptor')
      const map = pdf.streamAt(entry['/ToUnicode'] ?? null)
      return [
        ...('/FontFile2' in descriptor || '/FontFile3' in descriptor ? [] : ['31 font not embedded']),
        ...(map && !map.includes('<>') ? [] : ['31 ToUnicode missing or with empty entries']),
      ]
    })
}

/** Faults of a finished file against what a machine can see of PDF/UA; numbers of the Matterhorn protocol. Empty is good. */
export function accessibilityFaults(bytes: Uint8Array): string[] {
  const pdf = new PdfObjects(bytes)
  const tree = readTree(pdf)
  if (!tree) return [...catalogFaults(pdf), 'no structure tree']
  const nodes = allNodes(tree)
  const parentTree = readParentTree(pdf)
  const faults = [
    ...catalogFaults(pdf),
    ...nodeFaults(tree, undefined),
    ...headingFaults(nodes),
    ...markFaults(pdf, nodes, parentTree),
    ...annotationFaults(pdf, nodes, parentTree),
    ...fontFaults(pdf),
  ]
  return [...new Set(faults)]
}
