/** A BCP 47 language tag such as `sv-SE`. */
export type LanguageTag = string

/** A step of the type scale; sizes, line heights and weights are in `layout/style.ts`. */
export type TypeStep =
  | 'title'
  | 'subtitle'
  | 'figure'
  | 'figure-large'
  | 'lead'
  | 'body'
  | 'table'
  | 'table-dense'
  | 'table-head'
  | 'sub-heading'
  | 'alarm'
  | 'alarm-large'
  | 'contact'
  | 'phone'
  | 'label'
  | 'small'
  | 'fine'
  | 'form-title'
  | 'form-label'
  | 'form-other'
  | 'child'
  | 'child-title'
  | 'child-day'
  | 'child-heading'
  | 'child-band'
  | 'child-small'
  | 'young-child'
  | 'young-child-title'
  | 'young-child-heading'

/** A stretch of text that differs from its surroundings. `muted` is for the second language and notes. */
export interface Run {
  readonly text: string
  readonly step?: TypeStep
  readonly bold?: boolean
  readonly italic?: boolean
  readonly muted?: boolean
  /** Only where it differs from the surrounding text. */
  readonly language?: LanguageTag
}

/**
 * Text of a paragraph, cell or label. `\n` starts a new line. U+00AD marks the seams of a compound where it may be broken;
 * a hyphen is drawn only where that happens. Words in another language may stand in it: `other-language.ts`.
 */
export type RichText = string | readonly (string | Run)[]

/** Logical alignment: `start` is left in left-to-right text. */
export type Alignment = 'start' | 'center' | 'end'

/** Space in points above and below a block; what is not given follows the kind of block. */
export interface Space {
  readonly before?: number
  readonly after?: number
}
