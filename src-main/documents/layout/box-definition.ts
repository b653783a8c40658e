import type { Box, BoxRow, BoxWeight } from '../model/boxes.ts'
import type { BlockContext } from './block-definition.ts'
import type { LayoutNode } from './layout-node.ts'
import { margin } from './space.ts'
import { rules } from './style.ts'
import { boxLayout } from './table-layouts.ts'

const lineWeights: Readonly<Record<BoxWeight, number>> = { thin: rules.thinBox, normal: rules.tableTop, thick: rules.thickBox }

export function boxNode(box: Box, context: BlockContext): LayoutNode {
  const whole = !context.choices.opened.has(box)
  return {
    table: { widths: ['*'], body: [[{ stack: context.nodes(box.blocks) }]], dontBreakRows: whole },
    layout: boxLayout(lineWeights[box.weight], box.padding ?? (box.weight === 'thin' ? 4 : 6)),
    margin: margin(box.space, { before: 4, after: 6 }),
    unbreakable: whole,
    whole: box,
    arranges: true,
  }
}

const boxRowPadding = 7

/** One table with borderless columns between the boxes, since only the cells of one row are equally high. */
export function boxRowNode(row: BoxRow, context: BlockContext): LayoutNode {
  const layout = boxLayout(rules.tableTop, boxRowPadding)
  const sides = 2 * (boxRowPadding + 2)
  const gapWidth = Math.max(0, row.gap - sides - rules.tableTop)
  const cells: LayoutNode[] = row.boxes.flatMap(({ blocks }, index) => {
    const box: LayoutNode = { stack: context.nodes(blocks) }
    return index === 0 ? [box] : [{ text: '', border: [false, false, false, false] }, box]
  })
  const height = row.height === undefined ? 'auto' : row.height - 2 * boxRowPadding - rules.tableTop
  return {
    table: { widths: cells.map((_, index) => (index % 2 === 1 ? gapWidth : '*')), body: [cells], heights: [height], dontBreakRows: true },
    layout,
    margin: margin(row.space, { before: 6, after: 8 }),
    arranges: true,
    ...(row.height !== undefined && { fixedHeight: row.height }),
  }
}
