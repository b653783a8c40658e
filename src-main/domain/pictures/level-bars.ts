import { type RiskLevel, riskLevels } from '../catalogue/risk.ts'
import type { Palette } from './palette.ts'
import type { Picture } from './picture.ts'
import { drawing, element } from './svg.ts'

/** Four rising bars, one to four filled, none when the level is unknown. Only beside the word. */
export function levelBars(level: RiskLevel | 'none' | 'unknown', palette: Palette): Picture {
  const filled = level === 'none' || level === 'unknown' ? 0 : riskLevels.indexOf(level) + 1
  const bars = riskLevels.map((_, index) =>
    element('rect', {
      x: index * 6.2 + 0.4,
      y: 7 - index * 1.9,
      width: 4.6,
      height: 2 + index * 1.9,
      fill: index < filled ? palette.ink : palette.paper,
      stroke: palette.ink,
      'stroke-width': 0.6,
    }),
  )
  return { svg: drawing(26, 10, bars.join('')), width: 26, height: 10, alternative: { key: 'picture.level', values: { level } } }
}
