import type { RiskLevel } from '../catalogue/risk.ts'
import type { Palette } from './palette.ts'
import { drawChip } from './risk-chip.ts'
import { drawing, element } from './svg.ts'

/** Marks that stand before their words in a legend; they say nothing of their own. */
export type Sample = { readonly svg: string; readonly width: number; readonly height: number }

export function chipSample(kind: 'now' | 'before', palette: Palette): Sample {
  const [width, height] = [30, 13]
  return { svg: drawing(width, height, drawChip({ code: '', kind, selected: false }, { x: 0.8, y: 0.8 }, palette)), width, height }
}

export function levelSample(level: RiskLevel, palette: Palette): Sample {
  const [width, height] = [30, 12]
  const swatch = { x: 0.8, y: 0.6, width: 28.5, height: 10.5, fill: palette.levels[level].fill, stroke: palette.ink, 'stroke-width': 0.5 }
  return { svg: drawing(width, height, element('rect', swatch)), width, height }
}
