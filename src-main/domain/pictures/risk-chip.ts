import type { Palette } from './palette.ts'
import { element, label } from './svg.ts'

export type Chip = {
  readonly code: string
  /** `more` says how many there was no room for. */
  readonly kind: 'now' | 'before' | 'expected' | 'more'
  readonly selected: boolean
}

/** Size of a chip, of its words, and how far down they stand. */
export type ChipMeasures = { readonly width: number; readonly height: number; readonly text: number; readonly baseline: number }
export const printChip: ChipMeasures = { width: 28.5, height: 11.5, text: 7.3, baseline: 8.7 }

/** A factor in its cell: solid box now, dashed pill before, brackets where it is only expected. */
export function drawChip(chip: Chip, at: { readonly x: number; readonly y: number }, palette: Palette, size = printChip): string {
  const now = chip.kind === 'now'
  const framed = now || chip.kind === 'before'
  const box = element('rect', {
    x: at.x,
    y: at.y,
    width: size.width,
    height: size.height,
    rx: now || chip.kind === 'more' ? 1 : size.height / 2,
    fill: palette.paper,
    stroke: framed ? palette.ink : undefined,
    'stroke-width': framed ? (chip.selected ? 2 : now ? 1.2 : 0.6) : undefined,
    'stroke-dasharray': chip.kind === 'before' ? '1.8,1.4' : undefined,
  })
  const code = chip.kind === 'expected' ? `(${chip.code})` : chip.code
  const fill = now ? palette.ink : palette.mute
  return box + label(palette, at.x + size.width / 2, at.y + size.baseline, code, { size: size.text, bold: now, anchor: 'middle', fill })
}
