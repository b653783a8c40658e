import type { CellStructure, LayoutNode } from './layout-node.ts'
import type { LayoutFindings } from './problems.ts'
import { type StructureAttributes, StructureElement } from './structure-element.ts'

interface OpenedNode {
  /** The element that children of the node belong to. */
  readonly current: StructureElement
}

function attributesOf(node: LayoutNode): StructureAttributes {
  return { language: node.language, alternative: node.alternative }
}

function openListItem(node: LayoutNode, list: StructureElement, key: string): StructureElement {
  const marker = node.listMarker
  const nested = (node.ul || node.ol) && !marker?._inlines
  const previousBody = list.lastElement()?.lastElement()
  if (nested && previousBody) return previousBody
  const item = list.add('LI')
  if (marker?._inlines) {
    const label = item.add('Lbl')
    for (const inline of marker._inlines) {
      inline.element = label
      inline.elementKey = `marker-${key}`
    }
  }
  return item.add('LBody')
}

function openCell(node: LayoutNode, cell: CellStructure): StructureElement {
  const row = cell.rowElement()
  const element = row.add(cell.scope ? 'TH' : 'TD', {
    ...attributesOf(node),
    scope: cell.scope,
    columnSpan: node.colSpan,
    rowSpan: node.rowSpan,
    logicalColumn: node.logicalColumn ?? cell.column,
  })
  const column = (child: unknown) => (child instanceof StructureElement ? (child.attributes.logicalColumn ?? 0) : 0)
  row.children.sort((one, other) => column(one) - column(other))
  return element
}

/** Gives each cell of a table the way to its row; rows and groups are made when their first cell is laid out. */
function openTable(node: LayoutNode, parent: StructureElement): StructureElement {
  const { table } = node
  if (!table || node.arranges) return parent
  const element = parent.add('Table', { ...attributesOf(node), summary: node.summary })
  const headerRows = table.headerRows ?? 0
  const groups = new Map<string, StructureElement>()
  const rows = new Map<number, StructureElement>()
  const group = (type: string) => groups.get(type) ?? groups.set(type, element.add(type)).get(type) ?? element
  const rowElement = (row: number) => {
    const known = rows.get(row) ?? group(row < headerRows ? 'THead' : 'TBody').add('TR')
    rows.set(row, known)
    return known
  }
  table.body.forEach((cells, row) => {
    cells.forEach((cell, column) => {
      const logical = cell.logicalColumn ?? column
      const scope = row < headerRows ? 'Column' : logical < (node.headerColumns ?? 0) ? 'Row' : undefined
      cell.structure = { cell: { row, column, scope, rowElement: () => rowElement(row) } }
    })
  })
  return element
}

function openList(node: LayoutNode, parent: StructureElement): StructureElement {
  const list = parent.add('L', { ...attributesOf(node), numbering: node.ul ? 'Disc' : 'Decimal' })
  for (const item of node.ul ?? node.ol ?? []) item.structure = { list }
  return list
}

function textType(node: LayoutNode): string {
  return node.structureType ?? (node.headingLevel ? `H${node.headingLevel}` : 'P')
}

/**
 * Opens the elements that a node of the definition stands for, and notes on the node which element takes its own content.
 * A text that is a whole cell or list item goes straight into TD, TH or LBody.
 */
export function openNode(node: LayoutNode, parent: StructureElement, key: string, findings: LayoutFindings): OpenedNode {
  const before = node.structure
  let current = parent
  let owner: StructureElement | undefined
  if (before?.list) owner = current = openListItem(node, before.list, key)
  else if (before?.cell) owner = current = openCell(node, before.cell)
  const structure = { ...before, key, lines: 0, element: undefined as StructureElement | undefined }
  node.structure = structure

  if (node.signatureField) structure.element = current.add('Form', { alternative: node.signatureField.label })
  else if (node.stack || node.columns) {
    if (node.structureType) current = current.add(node.structureType, attributesOf(node))
  } else if (node.ul || node.ol) current = openList(node, current)
  else if (node.table) current = openTable(node, current)
  else if (node.text !== undefined) {
    if (owner && !node.headingLevel && !node.structureType) {
      if (node.language) owner.attributes.language = node.language
      structure.element = owner
    } else structure.element = current.add(textType(node), attributesOf(node))
  } else if (node.svg) {
    if (!node.alternative?.trim()) findings.figures.push({ svg: node.svg.slice(0, 200) })
    structure.element = current.add('Figure', attributesOf(node))
  }
  return { current }
}
