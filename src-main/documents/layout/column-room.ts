/** A column of a table or of columns, as pdfmake has measured it. */
interface MeasuredColumn {
  readonly width?: unknown
  _minWidth: number
}

const isMeasured = (column: unknown): column is MeasuredColumn =>
  typeof column === 'object' && column !== null && '_minWidth' in column && typeof column._minWidth === 'number'

/**
 * pdfmake gives a column at least its widest word, and lets the table run into the margin if that is more than there is. Such words are
 * divided: the columns without a width of their own share what is left.
 */
export function shareRoom(columns: readonly unknown[], available: number): void {
  const measured = columns.filter(isMeasured)
  const elastic = measured.filter(({ width }) => typeof width !== 'number')
  const fixed = measured.reduce((sum, { width }) => sum + (typeof width === 'number' ? width : 0), 0)
  const left = available - fixed
  const stars = elastic.filter(({ width }) => width !== 'auto')
  const automatic = elastic.filter(({ width }) => width === 'auto')
  const widestStar = Math.max(0, ...stars.map(({ _minWidth }) => _minWidth))
  const wanted = automatic.reduce((sum, { _minWidth }) => sum + _minWidth, 0) + widestStar * stars.length
  if (left <= 0 || wanted < left) return
  const share = left / elastic.length
  for (const column of elastic) column._minWidth = Math.min(column._minWidth, share)
}
