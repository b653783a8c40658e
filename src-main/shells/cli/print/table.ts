import { inOneLine } from './visible.ts'

/** Rows as plain aligned columns, two spaces between; the last column keeps its own length. Columns named in `right` are aligned right. */
export function tableLines(cells: readonly (readonly string[])[], right: readonly number[] = []): readonly string[] {
  const rows = cells.map((row) => row.map(inOneLine))
  const widths = rows.reduce<number[]>((widest, row) => row.map((cell, at) => Math.max(widest[at] ?? 0, cell.length)), [])
  return rows.map((row) =>
    row
      .map((cell, at) =>
        right.includes(at) ? cell.padStart(widths[at] ?? 0) : at === row.length - 1 ? cell : cell.padEnd(widths[at] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  )
}
