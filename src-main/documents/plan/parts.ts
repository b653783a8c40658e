import type { Block, Heading } from '../model/blocks.ts'
import type { LabelValueList, Table, TableCell, TableColumn } from '../model/tables.ts'
import type { RichText } from '../model/text.ts'
import { tagOf } from './formats.ts'
import type { Words } from './words.ts'

/** Begins the second line of every page of a copy made for practice. */
export const practiceMark = ({ demonstration }: { readonly demonstration: boolean }): string => (demonstration ? 'DEMO · ' : '')

export const otherTag = ({ language }: Words) => tagOf[language === 'sv' ? 'en' : 'sv']

/** Section heading with its number and, small, the same in the other language. */
export function sectionHeading(words: Words, key: string, number?: string): Heading {
  const text = words.say(key)
  const other = words.other(key)
  return {
    kind: 'heading',
    level: 2,
    text,
    ...(number !== undefined && { number }),
    ...(other !== text && { other: { text: other, language: otherTag(words) } }),
  }
}

export const subHeading = (text: string): Heading => ({ kind: 'heading', level: 3, text })

/** One unbreakable part: heading and content stay on one page. */
export const section = (blocks: readonly Block[]): Block => ({ kind: 'section', blocks })

export type LabelRow = LabelValueList['rows'][number]
export const row = (label: string, value: LabelRow['value']): LabelRow => ({ label, value })
export const optionalRow = (label: string, value: string): readonly LabelRow[] => (value === '' ? [] : [row(label, value)])
export const labelValues = (rows: readonly LabelRow[]): Block => ({ kind: 'label-values', rows })

export const bold = (text: string): RichText => [{ text, bold: true }]
export const note = (text: string): Block => ({ kind: 'paragraph', step: 'small', text })

/** Sentences that are there, one after another. */
export const sentences = (...parts: readonly (string | false | null | undefined)[]): string =>
  parts.filter((part) => typeof part === 'string' && part !== '').join(' ')

export type RuledTable = {
  readonly columns: readonly TableColumn[]
  readonly head: readonly string[]
  readonly rows: readonly (readonly TableCell[])[]
  readonly summary: string
} & Pick<Table, 'step' | 'total' | 'space'>

/** Head, hairlines, the first column in SemiBold. */
export function ruled({ columns, head, rows, summary, ...rest }: RuledTable): Table {
  return {
    kind: 'table',
    style: 'ruled',
    columns,
    headerRows: [{ cells: head }],
    rows: rows.map((cells) => ({ cells })),
    boldRowHeaders: true,
    summary,
    ...rest,
  }
}
