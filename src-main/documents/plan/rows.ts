/** Lines of a table row that surely has room on a page, with words of the widest letters too. */
const mostLines = 30

/**
 * A table row is never broken, so what is listed in its cells is dealt out over as many rows as it needs. What has room in one row
 * stays in one. `linesOf`: how high one item is.
 */
export function rowfuls<Item>(items: readonly Item[], linesOf: (item: Item) => number): readonly (readonly Item[])[] {
  const rows: Item[][] = [[]]
  let lines = 0
  for (const item of items) {
    const own = linesOf(item)
    if (lines > 0 && lines + own > mostLines) {
      rows.push([])
      lines = 0
    }
    rows.at(-1)?.push(item)
    lines += own
  }
  return rows
}

/** Lines of a text in a column that has room for so many letters. */
export const linesIn = (text: string | null, letters: number): number => Math.ceil((text?.length ?? 0) / letters)
