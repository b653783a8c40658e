import type { Block } from './blocks.ts'
import type { LanguageTag } from './text.ts'

/**
 * A whole document as plain data: it travels to a worker thread, so no functions and no class instances.
 * Everything in it is final: texts are in the document's language, numbers and dates are written out.
 */
export interface DocumentModel {
  readonly template: PageTemplate
  readonly language: LanguageTag
  /** Default `left-to-right`. */
  readonly direction?: 'left-to-right' | 'right-to-left'
  /** Shown in the window title of a reader. Never a name, country or town. */
  readonly title: string
  /** The organisation, never a person. */
  readonly author: string
  /** Reference, version, recipient and language, for example `HV-2026-0001/2/IOM-FI/sv`. */
  readonly identifier: string
  /** ISO instant, for example `2026-09-30T10:00:00Z`. The only time in the file. */
  readonly createdAt: string
  /** Page count with `{page}` and `{pages}` in place, for example `Sida {page} av {pages}`. */
  readonly pageLabel: string
  /** Children's plans have none. */
  readonly header?: PageHeader
  readonly footer: PageFooter
  /** Its presence makes the document a draft: band and word on every page, more room at the top. */
  readonly draft?: DraftMark
  readonly attachments: readonly Attachment[]
  readonly blocks: readonly Block[]
}

/** Margins and body step: the plan, forms to fill in by hand (one page), the child's own plan, the plan for a child under 12. */
export type PageTemplate = 'plan' | 'form' | 'child' | 'young-child'

export interface PageHeader {
  /** Case reference, SemiBold. */
  readonly reference: string
  readonly title: string
  /** Version, date, recipient of this copy. */
  readonly secondLine: string
  /** The word in the box at the right, for example `SEKRETESS`. */
  readonly classification: string
}

export interface PageFooter {
  /** The alarm sentence: a loose page must still help a child. */
  readonly text: string
  /** Check code, or that drafts are not signed. */
  readonly note?: string
}

export interface DraftMark {
  /** Sentence in the black band above the header. */
  readonly band: string
  /** Large word under the text: `UTKAST`, `DRAFT`. */
  readonly word: string
}

export interface Attachment {
  /** File name, ASCII. */
  readonly name: string
  readonly mediaType: string
  readonly description: string
  readonly bytes: Uint8Array
}
