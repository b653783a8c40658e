import type { Block } from './blocks.ts'
import type { Space } from './text.ts'

/** `thin` marks a classification, `normal` holds rules apart from the text, `thick` is for alarm and paused cases only. */
export type BoxWeight = 'thin' | 'normal' | 'thick'

export interface Box {
  readonly kind: 'box'
  readonly weight: BoxWeight
  readonly blocks: readonly Block[]
  /** Points between line and content, default 6 (4 for `thin`); 2 pt more at the sides. */
  readonly padding?: number
  readonly space?: Space
}

/** Boxes side by side, equally wide and high. */
export interface BoxRow {
  readonly kind: 'box-row'
  readonly boxes: readonly { readonly blocks: readonly Block[] }[]
  /** Points between two boxes. */
  readonly gap: number
  /** Exactly this high over all, in points: higher content is refused, since signature fields lie at fixed places. */
  readonly height?: number
  readonly space?: Space
}
