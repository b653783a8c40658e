import type { LayoutNode } from './layout-node.ts'

function mirrorTable(node: LayoutNode): void {
  const { table } = node
  if (!table) return
  const columns = table.widths.length
  table.widths = table.widths.toReversed()
  table.body = table.body.map((row) => {
    const mirrored: LayoutNode[] = row.map(() => ({ text: '' }))
    let column = 0
    while (column < columns) {
      const cell = row[column] ?? { text: '' }
      const span = cell.colSpan ?? 1
      mirrorNode(cell)
      cell.logicalColumn = column
      mirrored[columns - column - span] = cell
      for (let along = 1; along < span; along++) mirrored[columns - column - span + along] = row[column + along] ?? { text: '' }
      column += span
    }
    return mirrored
  })
}

const opposite = { left: 'right', right: 'left', center: 'center' } as const

/**
 * Turns a definition round for a right-to-left document: columns, table columns with their widths and spans, side margins, alignment.
 * Cells remember their logical column, since layout functions then see columns as they are drawn.
 */
export function mirrorNode(node: LayoutNode): void {
  for (const child of [...(node.stack ?? []), ...(node.ul ?? []), ...(node.ol ?? []), ...(node.columns ?? [])]) mirrorNode(child)
  if (node.margin) node.margin = [node.margin[2], node.margin[1], node.margin[0], node.margin[3]]
  if (node.alignment) node.alignment = opposite[node.alignment]
  node.columns?.reverse()
  mirrorTable(node)
}
