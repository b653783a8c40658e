import { parseCsv, writeCsv } from 'hucre/csv'
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import type { Result } from '#domain/result.ts'

/** Largest sheet that is looked at: bytes, and rows below the heading. */
export const largestSheet = { bytes: 5_000_000, rows: 5000, columns: 100 } as const

/** Why a sheet was not read; texts under `sheet.fault.<code>`. */
export type SheetFault = 'not-a-sheet' | 'encrypted' | 'too-many-rows' | 'empty'

export type Sheet = { readonly name: string; readonly heading: readonly string[]; readonly rows: readonly (readonly (string | number)[])[] }
export type SheetFormat = 'csv' | 'xlsx'

type Cells = readonly (readonly unknown[])[]

const zipMark = [0x50, 0x4b, 0x03, 0x04]
/** Old Excel files and encrypted new ones are both containers of this kind. */
const containerMark = [0xd0, 0xcf, 0x11, 0xe0]
const startsWith = (bytes: Uint8Array, mark: readonly number[]) => mark.every((byte, at) => bytes[at] === byte)

/** UTF-8; what is none was written by an older spreadsheet in the Western code page. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10)
  return typeof cell === 'object' ? '' : String(cell).trim()
}

async function cellsOf(bytes: Uint8Array): Promise<Result<Cells, SheetFault>> {
  if (startsWith(bytes, containerMark)) return { ok: false, error: 'encrypted' }
  if (!startsWith(bytes, zipMark)) {
    const text = textOf(bytes)
    if (text.includes('\0')) return { ok: false, error: 'not-a-sheet' }
    return { ok: true, value: parseCsv(text, { unescapeFormulae: true, maxRows: largestSheet.rows + 2 }) }
  }
  try {
    const book = await readXlsx(bytes, {
      sheets: ({ hidden, veryHidden }) => hidden !== true && veryHidden !== true,
      maxRows: largestSheet.rows + 2,
    })
    const [first] = book.sheets
    return first === undefined ? { ok: false, error: 'empty' } : { ok: true, value: first.rows }
  } catch {
    return { ok: false, error: 'not-a-sheet' }
  }
}

/**
 * The rows of a CSV file or of the first visible sheet of an XLSX file, as text; the first one is the heading. Rows without any
 * content stay, so that a row's number is the one that the spreadsheet shows. Days are written `2026-10-01`.
 */
export async function readSheet(bytes: Uint8Array): Promise<Result<readonly (readonly string[])[], SheetFault>> {
  const cells = await cellsOf(bytes)
  if (!cells.ok) return cells
  const rows = cells.value.map((row) => row.slice(0, largestSheet.columns).map(cellText))
  if (rows.length > largestSheet.rows + 1) return { ok: false, error: 'too-many-rows' }
  return rows.some((row) => row.some((cell) => cell !== '')) ? { ok: true, value: rows } : { ok: false, error: 'empty' }
}

/** Text that a spreadsheet would take for a formula is written so that it stays text. */
export async function writeSheet(format: SheetFormat, { name, heading, rows }: Sheet): Promise<Uint8Array> {
  const all = [[...heading], ...rows.map((row) => [...row])]
  if (format === 'csv') return new TextEncoder().encode(writeCsv(all, { delimiter: ';', bom: true, escapeFormulae: true }))
  const columns = heading.map((_, at) => ({ width: Math.min(48, Math.max(10, ...all.map((row) => String(row[at] ?? '').length + 2))) }))
  return writeXlsx({ sheets: [{ name, rows: all, columns, freezePane: { rows: 1 } }] })
}
