import { folded } from '../search/fold.ts'
import { type CellFault, cellOf, deepDetails, flatDetails, readCell, type SheetWords } from './cells.ts'
import { mayBeReached, type Partner, type PartnerDetails, partnerContradictions, partnerDetailsSchema, unsaidPartner } from './partner.ts'
import { idColumn, reachFields, type SheetColumn, sheetColumns } from './sheet-columns.ts'

export type ImportChange = { readonly field: string; readonly before: string; readonly after: string }

/** What a row of a sheet would do. `line` is its number in the spreadsheet. */
export type ImportRow = {
  readonly line: number
  readonly state: 'new' | 'changed' | 'same' | 'refused'
  readonly name: string
  /** The partner that it changes. */
  readonly id: string | undefined
  readonly details: PartnerDetails | undefined
  readonly changes: readonly ImportChange[]
  readonly faults: readonly CellFault[]
}
/** `unknown`: headings that nothing here bears. `missing`: columns without which no row can be read. */
export type ImportPreview = {
  readonly unknown: readonly string[]
  readonly missing: readonly string[]
  readonly rows: readonly ImportRow[]
}

type Column = { readonly at: number; readonly column: SheetColumn }
type Head = { readonly id: number | undefined; readonly columns: readonly Column[]; readonly unknown: readonly string[] }

const bare = (text: string) => folded(text.trim())

function readHead(heading: readonly string[], words: SheetWords, ignored: readonly string[]): Head {
  const called = (field: string, title: string) => [field, ...words.heading(field)].some((name) => bare(name) === bare(title))
  const at = (field: string) => heading.findIndex((title) => title !== '' && called(field, title))
  const id = at(idColumn)
  const columns = sheetColumns.flatMap((column) => (at(column.field) < 0 ? [] : [{ at: at(column.field), column }]))
  const fields = [idColumn, ...ignored, ...sheetColumns.map(({ field }) => field)]
  const unknown = heading.filter((title) => title !== '' && !fields.some((field) => called(field, title)))
  return { id: id < 0 ? undefined : id, columns, unknown }
}

type Read = { readonly flat: Readonly<Record<string, unknown>>; readonly faults: readonly CellFault[] }

function readRow(row: readonly string[], { columns }: Head, words: SheetWords, before: Partner | undefined): Read {
  const flat: Record<string, unknown> = before === undefined ? { ...unsaidPartner } : { ...flatDetails(before.details) }
  const faults: CellFault[] = []
  for (const { at, column } of columns) {
    const text = row[at] ?? ''
    // A file never holds how to reach a person who is not safe to contact: the empty cell says nothing.
    if (text === '' && before !== undefined && !mayBeReached(before.details) && reachFields.includes(column.field)) continue
    const cell = readCell(column, text, words)
    if (!cell.ok) faults.push(cell.error)
    else if (cell.value !== undefined || !Object.hasOwn(unsaidPartner, column.field)) flat[column.field] = cell.value
  }
  return { flat, faults }
}

type Match = { readonly partner?: Partner; readonly fault?: CellFault }

/** The partner that a row means: by its id, else by name, country and town together. */
function matchOf(row: readonly string[], head: Head, partners: readonly Partner[], draft: PartnerDetails | undefined): Match {
  const id = head.id === undefined ? '' : (row[head.id] ?? '')
  if (id !== '') {
    const partner = partners.find((each) => each.id === id)
    return partner === undefined ? { fault: { field: idColumn, code: 'unknown-id', values: { found: id } } } : { partner }
  }
  if (draft === undefined) return {}
  const town = bare(draft.town ?? '')
  const alike = partners.filter(({ details }) => bare(details.name) === bare(draft.name) && details.country === draft.country)
  const there = alike.filter(({ details }) => town === '' || bare(details.town ?? '') === town)
  if (there.length > 1) return { fault: { field: 'name', code: 'several', values: { count: there.length } } }
  const [partner] = there
  return partner === undefined ? {} : { partner }
}

function judged({ flat, faults }: Read): { readonly details: PartnerDetails | undefined; readonly faults: readonly CellFault[] } {
  if (faults.length > 0) return { details: undefined, faults }
  const parsed = partnerDetailsSchema.safeParse(deepDetails(flat))
  if (!parsed.success) {
    const fields = [...new Set(parsed.error.issues.map(({ path }) => String(path.at(path[0] === 'position' ? 1 : 0) ?? 'name')))]
    return {
      details: undefined,
      faults: fields.map((field) => ({ field, code: 'malformed', values: { found: String(flat[field] ?? '') } })),
    }
  }
  const against = partnerContradictions(parsed.data).map((field) => ({ field, code: 'contradiction', values: {} }))
  return { details: against.length === 0 ? parsed.data : undefined, faults: against }
}

function changesOf(before: PartnerDetails | undefined, after: PartnerDetails, words: SheetWords): readonly ImportChange[] {
  const [old, now] = [before === undefined ? {} : flatDetails(before), flatDetails(after)]
  return sheetColumns
    .map((column) => ({
      field: column.field,
      before: cellOf(column, old[column.field], words),
      after: cellOf(column, now[column.field], words),
    }))
    .filter((change) => change.before !== change.after)
}

/** What a sheet would do to the directory, row by row. Nothing is changed. @param ignored columns that are passed over knowingly */
export function previewImport(
  sheet: readonly (readonly string[])[],
  partners: readonly Partner[],
  words: SheetWords,
  ignored: readonly string[],
): ImportPreview {
  const [heading = [], ...body] = sheet
  const head = readHead(heading, words, ignored)
  const there = head.columns.map(({ column }) => column.field)
  const missing = sheetColumns.filter(({ field, needed }) => needed === true && !there.includes(field)).map(({ field }) => field)
  // With ids, a sheet may hold only what it changes.
  if (missing.length > 0 && head.id === undefined) return { unknown: head.unknown, missing, rows: [] }
  const seen = new Map<string, number>()
  const rows = body.flatMap((row, index): readonly ImportRow[] => {
    if (row.every((cell) => cell === '')) return []
    const line = index + 2
    const first = judged(readRow(row, head, words, undefined))
    const { partner, fault } = matchOf(row, head, partners, first.details)
    const { details, faults } = fault === undefined ? judged(readRow(row, head, words, partner)) : { details: undefined, faults: [fault] }
    const nameAt = head.columns.find(({ column }) => column.field === 'name')?.at
    const name = details?.name ?? (nameAt === undefined ? undefined : row[nameAt]) ?? ''
    const base = { line, name, id: partner?.id }
    if (details === undefined) return [{ ...base, state: 'refused', details: undefined, changes: [], faults }]
    const key = partner?.id ?? [details.name, details.country, details.town ?? ''].map(bare).join('\n')
    const earlier = seen.get(key)
    if (earlier !== undefined)
      return [
        {
          ...base,
          state: 'refused',
          details: undefined,
          changes: [],
          faults: [{ field: 'name', code: 'twice', values: { line: earlier } }],
        },
      ]
    seen.set(key, line)
    const changes = changesOf(partner?.details, details, words)
    const state = partner === undefined ? 'new' : changes.length === 0 ? 'same' : 'changed'
    return [{ ...base, state, details, changes, faults: [] }]
  })
  return { unknown: head.unknown, missing: [], rows }
}
