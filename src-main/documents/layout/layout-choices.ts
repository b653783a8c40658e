import type { Block } from '../model/blocks.ts'

/** What earlier attempts at laying out a document have shown. */
export interface LayoutChoices {
  /** Blocks that are higher than a page, so they may be broken. */
  readonly opened: ReadonlySet<Block>
  /** Headings that would stand alone at the foot of a page, so they begin the next one. */
  readonly moved: ReadonlySet<Block>
}
