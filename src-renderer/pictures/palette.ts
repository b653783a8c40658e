import type { Palette } from '#domain/pictures/palette.ts'

/** The window's colours for the pictures that it shares with the plan; the tokens follow light and dark by themselves. */
export const windowPalette: Palette = {
  ink: 'var(--ink)',
  mute: 'var(--muted)',
  paper: 'var(--surface)',
  tint: 'var(--open-soft)',
  accent: 'var(--accent)',
  onAccent: 'var(--on-accent)',
  levels: {
    low: { fill: 'var(--r1)', text: 'var(--ink)' },
    medium: { fill: 'var(--r2)', text: 'var(--ink)' },
    high: { fill: 'var(--r3)', text: 'var(--ink)' },
    critical: { fill: 'var(--r4)', text: 'var(--ink)' },
  },
  fontFamily: 'var(--sans)',
}
