import type { Result } from '../result.ts'
import { folded } from '../search/fold.ts'
import { mayBeReached, type Partner, type PartnerDetails } from './partner.ts'
import { reachFields, type SheetColumn, sheetColumns, type WordList } from './sheet-columns.ts'

/** The words of a list: each code with how it is said. The first one is how it is written. */
export type SheetWords = {
  readonly heading: (field: string) => readonly string[]
  readonly codes: (list: WordList) => readonly string[]
  readonly said: (list: WordList, code: string) => readonly string[]
}

/** What is wrong with a cell; texts under `partner.import.fault.<code>`. */
export type CellFault = { readonly field: string; readonly code: string; readonly values: Readonly<Record<string, string | number>> }

type Flat = Readonly<Record<string, unknown>>

/** The details with their position in two fields, as a sheet has them. */
export function flatDetails({ position, ...rest }: PartnerDetails): Flat {
  return { ...rest, ...(position === undefined ? {} : position) }
}

/** The other way round, for the schema to judge. */
export function deepDetails({ latitude, longitude, ...rest }: Flat): unknown {
  const known = Object.entries(rest).filter(([, value]) => value !== undefined)
  const position = latitude === undefined && longitude === undefined ? {} : { position: { latitude, longitude } }
  return { ...Object.fromEntries(known), ...position }
}

const same = (one: string, other: string) => folded(one.trim()) === folded(other.trim())

function codeOf(list: WordList, word: string, words: SheetWords): string | undefined {
  const codes = words.codes(list)
  return codes.find((code) => same(code, word)) ?? codes.find((code) => words.said(list, code).some((said) => same(said, word)))
}

const valueFor = (list: WordList, code: string): unknown => (list === 'yesNo' ? code === 'yes' : code)
const parts = (text: string) =>
  text
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')

const wrong = (field: string, code: string, values: CellFault['values'] = {}): Result<never, CellFault> => ({
  ok: false,
  error: { field, code, values },
})

/** What a cell says; `undefined` where it is empty. */
export function readCell({ field, form, needed }: SheetColumn, text: string, words: SheetWords): Result<unknown, CellFault> {
  if (text === '') {
    if (needed === true) return wrong(field, 'missing')
    return { ok: true, value: form.kind === 'texts' || form.kind === 'words' ? [] : undefined }
  }
  switch (form.kind) {
    case 'text':
      return { ok: true, value: text }
    case 'texts':
      return { ok: true, value: parts(text) }
    case 'number': {
      const value = Number(text.replace(',', '.'))
      return Number.isFinite(value) ? { ok: true, value } : wrong(field, 'not-a-number', { found: text })
    }
    case 'day':
      return /^\d{4}-\d{2}-\d{2}$/.test(text) ? { ok: true, value: text } : wrong(field, 'not-a-day', { found: text })
    case 'word': {
      const code = codeOf(form.list, text, words)
      return code === undefined ? wrong(field, 'unknown-word', { found: text }) : { ok: true, value: valueFor(form.list, code) }
    }
    case 'words': {
      const found = parts(text).map((part) => ({ part, code: codeOf(form.list, part, words) }))
      const unknown = found.find(({ code }) => code === undefined)
      return unknown === undefined
        ? { ok: true, value: found.map(({ code }) => code) }
        : wrong(field, 'unknown-word', { found: unknown.part })
    }
  }
}

/** How a value stands in its cell. */
export function cellOf({ form }: SheetColumn, value: unknown, words: SheetWords): string {
  const said = (list: WordList, code: unknown) => words.said(list, String(code))[0] ?? String(code)
  if (value === undefined) return ''
  if (form.kind === 'word') return said(form.list, form.list === 'yesNo' ? (value === true ? 'yes' : 'no') : value)
  if (Array.isArray(value)) return value.map((each) => (form.kind === 'words' ? said(form.list, each) : String(each))).join(', ')
  return String(value)
}

/** A partner as a row: how to reach a person who is not safe to contact stays here. */
export function partnerCells({ id, details }: Partner, checkedOn: string | undefined, words: SheetWords): readonly string[] {
  const flat = flatDetails(details)
  const kept = mayBeReached(details)
  const cells = sheetColumns.map((column) => (!kept && reachFields.includes(column.field) ? '' : cellOf(column, flat[column.field], words)))
  return [id, ...cells, checkedOn ?? '']
}
