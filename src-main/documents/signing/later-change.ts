import { dictionaryOf, nameText, PdfStream, type PdfValue } from './pdf/values.ts'

/** What a change touched. Each kind has its words under `verify.change.…`. */
export const CHANGE_KINDS = [
  'content',
  'page',
  'attachment',
  'metadata',
  'accessibility',
  'font',
  'annotation',
  'catalog',
  'form',
  'signature-field',
  'new-object',
  'dangling-reference',
  'structure',
  'trailing-bytes',
  'unreadable',
  'other',
] as const
export type ChangeKind = (typeof CHANGE_KINDS)[number]

/** One thing that a revision after a signature changed. */
export interface LaterChange {
  readonly kind: ChangeKind
  readonly isAllowed: boolean
  /** For programs: number of the object, and the key in it. */
  readonly object?: number
  readonly key?: string
}

const KINDS = new Map<string, ChangeKind>([
  ['Page', 'page'],
  ['Pages', 'page'],
  ['EmbeddedFile', 'attachment'],
  ['Filespec', 'attachment'],
  ['Metadata', 'metadata'],
  ['StructElem', 'accessibility'],
  ['StructTreeRoot', 'accessibility'],
  ['Font', 'font'],
  ['FontDescriptor', 'font'],
  ['Annot', 'annotation'],
  ['XObject', 'content'],
  ['Catalog', 'catalog'],
  ['Sig', 'signature-field'],
])

/** What a changed object belongs to, as far as its type says. A stream without a type is page content or a font program. */
export function kindOfObject(value: PdfValue): ChangeKind {
  const type = nameText(dictionaryOf(value)?.get('Type'))
  return KINDS.get(type ?? '') ?? (value instanceof PdfStream ? 'content' : 'other')
}
