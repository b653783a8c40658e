import type { Block } from '../model/blocks.ts'
import type { Margin } from './layout-node.ts'
import type { ArtifactKind, LayoutPage, PageItem } from './pdfmake-types.ts'
import type { Overflow } from './problems.ts'

interface Placed {
  readonly what: Overflow['what']
  readonly content: string
  readonly right: number
  readonly bottom: number
}

/** Rounding, and descenders below the last line's box. */
const tolerance = 0.5
const outsideMargins: readonly (ArtifactKind | undefined)[] = ['Header', 'Footer', 'Background']
const shown = 60

function placed(entry: PageItem): Placed | undefined {
  if (entry.type === 'line') {
    const line = entry.item
    if (outsideMargins.includes(line.tagging?.artifact)) return undefined
    const content = line.inlines.map((inline) => inline.text).join('')
    return { what: 'text', content, right: line.x + line.getWidth(), bottom: line.y + line.getHeight() }
  }
  if (entry.type !== 'svg' || outsideMargins.includes(entry.item.structure?.artifact)) return undefined
  const { alternative, svg = '', x, y, _width, _height } = entry.item
  return { what: 'picture', content: alternative ?? svg, right: x + _width, bottom: y + _height }
}

/** Text and pictures beyond the right or lower margin, about which pdfmake says nothing. */
export function findOverflow(pages: readonly LayoutPage[], [, , right, bottom]: Margin): Overflow[] {
  return pages.flatMap((page, index) =>
    page.items.flatMap((entry) => {
      const place = placed(entry)
      if (!place?.content.trim()) return []
      const by = Math.max(place.right - (page.pageSize.width - right), place.bottom - (page.pageSize.height - bottom))
      return by > tolerance ? [{ what: place.what, page: index + 1, content: place.content.slice(0, shown), by }] : []
    }),
  )
}

function keyOf(entry: PageItem): string | undefined {
  if (entry.type === 'line') return entry.item.tagging?.key
  return entry.type === 'svg' ? entry.item.structure?.key : undefined
}

/** A line or picture that was laid out. */
export interface LaidOut {
  /** What a reader recognises it by. */
  readonly content: string
  /** The blocks around it that must stay whole, the outermost first. */
  readonly inside: readonly Block[]
  /** The heading that it belongs to, if that may go to the next page. */
  readonly heading?: Block | undefined
}

/** Of a part that may not be broken and is higher than a page, pdfmake drops what does not fit without a word. */
export function findLost(pages: readonly LayoutPage[], laidOut: ReadonlyMap<string, LaidOut>): LaidOut[] {
  const kept = new Set(pages.flatMap((page) => page.items.map(keyOf)))
  return [...laidOut].filter(([key, { content }]) => content.trim() !== '' && !kept.has(key)).map(([, each]) => each)
}

/**
 * The first heading besides `moved` that ends a page: what it heads begins the next one. pdfmake's own rule cannot see it, for it takes what stands in
 * a table for part of the page where the table began.
 */
export function findLonelyHeading(
  pages: readonly LayoutPage[],
  laidOut: ReadonlyMap<string, LaidOut>,
  moved: ReadonlySet<Block>,
): Block | undefined {
  const pageOf = new Map(pages.flatMap((page, index) => page.items.map((entry) => [keyOf(entry), index] as const)))
  let last: { readonly heading: Block; readonly page: number } | undefined
  for (const [key, { content, heading }] of laidOut) {
    const page = pageOf.get(key)
    if (page === undefined || content.trim() === '') continue
    if (last && heading !== last.heading && page > last.page) return last.heading
    last = heading && !moved.has(heading) ? { heading, page } : undefined
  }
  return undefined
}

export const asOverflow = ({ content }: LaidOut): Overflow => ({
  what: content.startsWith('<svg') ? 'picture' : 'text',
  content: content.slice(0, shown),
})
