import type { RiskLevel } from '../catalogue/risk.ts'

/** Colours are any attribute value of SVG, `#16191c` or `var(--ink)`: the plan gives the first kind, the window the second. */
export type Palette = {
  readonly ink: string
  readonly mute: string
  /** Ground of the page or panel; fills open marks and chips. */
  readonly paper: string
  readonly tint: string
  readonly accent: string
  readonly onAccent: string
  readonly levels: Readonly<Record<RiskLevel, { readonly fill: string; readonly text: string }>>
  readonly fontFamily: string
}

/** For paper: the four levels differ by at least ten steps of lightness, so that a grey copy still tells them apart. */
export const printPalette: Palette = {
  ink: '#16191c',
  mute: '#4d565c',
  paper: '#ffffff',
  tint: '#eef1f2',
  accent: '#0e4a5a',
  onAccent: '#ffffff',
  levels: {
    low: { fill: '#ffffff', text: '#16191c' },
    medium: { fill: '#f2dfb4', text: '#16191c' },
    high: { fill: '#d98f4e', text: '#16191c' },
    critical: { fill: '#7d2a1a', text: '#ffffff' },
  },
  fontFamily: 'Noto Sans',
}
