import type { ColumnWidth } from '../model/blocks.ts'
import type { Space } from '../model/text.ts'
import type { Margin } from './layout-node.ts'

export function margin(space: Space | undefined, usual: Space): Margin {
  return [0, space?.before ?? usual.before ?? 0, 0, space?.after ?? usual.after ?? 0]
}

export function widthOf(width: ColumnWidth): number | '*' | 'auto' {
  return width === 'fill' ? '*' : width === 'fit' ? 'auto' : width
}
