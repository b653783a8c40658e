import type { Palette } from './palette.ts'
import type { Picture } from './picture.ts'
import { drawing, element } from './svg.ts'

/** One square per best-interests factor, filled where it points to return, crossed where it points to staying. */
export type FactorSquare = 'return' | 'stay' | 'neutral' | 'unclear'

const step = 13

export function factorSquares(directions: readonly FactorSquare[], palette: Palette): Picture {
  const order: readonly FactorSquare[] = ['return', 'stay', 'neutral', 'unclear']
  const sorted = directions.toSorted((one, other) => order.indexOf(one) - order.indexOf(other))
  const count = (direction: FactorSquare) => directions.filter((each) => each === direction).length
  const width = Math.max(1, directions.length) * step + 1
  const square = (direction: FactorSquare, index: number) => {
    const x = index * step + 0.5
    const frame = {
      x,
      y: 0.5,
      width: 10,
      height: 10,
      fill: direction === 'return' ? palette.ink : palette.paper,
      stroke: palette.ink,
      'stroke-width': 0.8,
      'stroke-dasharray': direction === 'unclear' ? '1.8,1.4' : undefined,
    }
    const cross = { d: `M${x + 2} 2.5 l6 6 m0 -6 l-6 6`, fill: 'none', stroke: palette.ink, 'stroke-width': 1 }
    return element('rect', frame) + (direction === 'stay' ? element('path', cross) : '')
  }
  return {
    svg: drawing(width, 11, sorted.map(square).join('')),
    width,
    height: 11,
    alternative: {
      key: 'picture.factors',
      values: { total: directions.length, forReturn: count('return'), forStay: count('stay'), neutral: count('neutral') },
    },
  }
}
