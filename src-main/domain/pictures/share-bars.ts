import type { Palette } from './palette.ts'
import type { Picture, TableTwin } from './picture.ts'
import { drawing, element, label } from './svg.ts'

const alternative = (share: number) => ({ key: 'picture.share', values: { percent: Math.round(share * 100) } })

/** One grey bar on a scale that all bars of a column share; `share` is of the longest one, 0 to 1. The numbers stand beside it. */
export function shareBar(share: number, palette: Palette, width = 46): Picture {
  const bar = element('rect', { x: 0, y: 1, width: Math.max(0.8, width * share), height: 6, fill: palette.mute })
  return { svg: drawing(width, 8, bar), width, height: 8, alternative: alternative(share) }
}

export type ShareRow = { readonly label: string; readonly value: number; readonly written: string }
export type ShareBars = Picture & { readonly table: TableTwin }

const rowHeight = 18

/** Names at the left, bars from one line, amounts at the right; `head` names the columns of the table twin. */
export function shareBars(rows: readonly ShareRow[], head: readonly [string, string], palette: Palette, width = 480): ShareBars {
  const largest = Math.max(1, ...rows.map((row) => row.value))
  const left = width * 0.36
  const room = width * 0.42
  const drawn = rows.map((row, index) => {
    const y = index * rowHeight + 12
    return (
      label(palette, 0, y, row.label, { size: 9 }) +
      element('rect', { x: left, y: y - 7.5, width: Math.max(0.8, (room * row.value) / largest), height: 8, fill: palette.mute }) +
      label(palette, width, y, row.written, { size: 9, bold: true, anchor: 'end' })
    )
  })
  const height = Math.max(1, rows.length) * rowHeight
  return {
    svg: drawing(width, height, drawn.join('')),
    width,
    height,
    alternative: { key: 'picture.shares', values: { count: rows.length, largest: rows.find((row) => row.value === largest)?.label ?? '' } },
    table: { head, rows: rows.map((row) => [row.label, row.written]) },
  }
}
