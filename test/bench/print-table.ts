import type { Row } from './bench-definition.ts'

const factor = (value: number) => `${value < 0.0995 ? value.toPrecision(2) : value.toFixed(value < 9.95 ? 2 : 1)}x`

function cellsOf({ name, competitor, ratio, note = '' }: Row): readonly string[] {
  if (ratio === null) return [name, competitor, note, '', '']
  return [name, competitor, factor(ratio.median), `${factor(ratio.low)} - ${factor(ratio.high)}`, String(ratio.rounds)]
}

/** Rows as an aligned table, with a head. */
export function tableLines(rows: readonly Row[]): string[] {
  const cells = [['ours', 'divided by', 'median', 'range', 'rounds'], ...rows.map(cellsOf)]
  const widths = cells[0]?.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0))) ?? []
  return cells.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}
