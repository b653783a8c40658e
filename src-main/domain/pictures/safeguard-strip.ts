import type { Palette } from './palette.ts'
import type { Picture } from './picture.ts'
import { drawing, element } from './svg.ts'

/** `set-aside` is a soft safeguard that a manager has set aside or that does not apply. */
export type SafeguardMark = { readonly kind: 'hard' | 'soft'; readonly state: 'met' | 'set-aside' | 'open' }

const size = 10.4
const gap = 2

/** One mark per safeguard, those that must be met first: squares and circles, filled with a tick when met, outlines when open. */
export function safeguardStrip(marks: readonly SafeguardMark[], palette: Palette, columns = 12): Picture {
  const ordered = [...marks.filter((mark) => mark.kind === 'hard'), ...marks.filter((mark) => mark.kind === 'soft')]
  const width = columns * (size + gap)
  const height = Math.ceil(ordered.length / columns) * (size + gap)
  const drawn = ordered.map((mark, index) =>
    drawMark(mark, (index % columns) * (size + gap), Math.floor(index / columns) * (size + gap), palette),
  )
  return {
    svg: drawing(width, height, drawn.join('')),
    width,
    height,
    alternative: { key: 'picture.safeguards', values: { met: count(marks, 'met'), total: marks.length, open: count(marks, 'open') } },
  }
}

const count = (marks: readonly SafeguardMark[], state: SafeguardMark['state']): number =>
  marks.filter((mark) => mark.state === state).length

function drawMark({ kind, state }: SafeguardMark, x: number, y: number, palette: Palette): string {
  const outline = element('rect', {
    x: x + 0.5,
    y: y + 0.5,
    width: size - 1,
    height: size - 1,
    rx: kind === 'soft' ? (size - 1) / 2 : 0.5,
    fill: state === 'met' ? palette.ink : palette.paper,
    stroke: palette.ink,
    'stroke-width': 0.9,
  })
  const round = (value: number) => Math.round(value * 100) / 100
  const stroke = { fill: 'none', 'stroke-width': 1.3 }
  if (state === 'met')
    return (
      outline +
      element('path', {
        d: `M${round(x + size * 0.24)} ${round(y + size * 0.53)} l${round(size * 0.19)} ${round(size * 0.21)} l${round(size * 0.34)} ${round(size * -0.45)}`,
        stroke: palette.paper,
        ...stroke,
      })
    )
  if (state === 'set-aside')
    return (
      outline + element('path', { d: `M${round(x + 2.6)} ${round(y + size / 2)} h${round(size - 5.2)}`, stroke: palette.ink, ...stroke })
    )
  return outline
}
