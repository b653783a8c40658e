import type { LabelValueList, Table, TableCell, TableRow } from '../model/tables.ts'
import type { TypeStep } from '../model/text.ts'
import type { BlockContext } from './block-definition.ts'
import type { LayoutNode } from './layout-node.ts'
import { margin, widthOf } from './space.ts'
import { colours } from './style.ts'
import { listLayout, tableLayout } from './table-layouts.ts'
import { alignmentOf, textNode } from './text-definition.ts'

const arranging: readonly Table['style'][] = ['summary', 'plain']

function isText(cell: TableCell): cell is Extract<TableCell, string | readonly unknown[]> {
  return typeof cell === 'string' || Array.isArray(cell)
}

interface CellPosition {
  readonly table: Table
  readonly column: number
  readonly header: boolean
  readonly last: boolean
}

function stepOfCell({ table, header }: CellPosition): TypeStep {
  return header ? 'table-head' : (table.step ?? 'table')
}

function cellNode(cell: TableCell, position: CellPosition, context: BlockContext): LayoutNode {
  const { table, column, header, last } = position
  const align = (isText(cell) ? undefined : cell.align) ?? table.columns[column]?.align
  const named = !header && table.boldRowHeaders === true && column < (table.rowHeaders ?? 1)
  const bold = header || named || (table.total === true && last) ? true : undefined
  if (isText(cell)) return textNode(cell, { step: stepOfCell(position), bold, align })
  const spans = { ...(cell.columnSpan && { colSpan: cell.columnSpan }), ...(cell.rowSpan && { rowSpan: cell.rowSpan }) }
  if ('text' in cell) {
    const options = { step: cell.step ?? stepOfCell(position), bold: cell.bold ?? bold, align, language: cell.language }
    return { ...textNode(cell.text, options), ...spans }
  }
  return { stack: context.nodes(cell.blocks), ...(align && { alignment: alignmentOf(align) }), ...spans }
}

/** pdfmake wants an empty cell for every place that a span covers. */
function expandRows(
  rows: readonly { readonly row: TableRow; readonly header: boolean }[],
  table: Table,
  context: BlockContext,
): LayoutNode[][] {
  const covered = new Set<string>()
  return rows.map(({ row, header }, rowIndex) => {
    const cells: LayoutNode[] = []
    const waiting = [...row.cells]
    for (let column = 0; column < table.columns.length; column++) {
      const cell = covered.has(`${rowIndex}:${column}`) ? undefined : waiting.shift()
      if (cell === undefined) {
        cells.push({ text: '' })
        continue
      }
      const node = cellNode(cell, { table, column, header, last: rowIndex === rows.length - 1 }, context)
      for (let down = 0; down < (node.rowSpan ?? 1); down++)
        for (let along = 0; along < (node.colSpan ?? 1); along++) covered.add(`${rowIndex + down}:${column + along}`)
      if (row.tint) node.fillColor = colours.tint
      cells.push(node)
    }
    return cells
  })
}

export function tableNode(table: Table, context: BlockContext): LayoutNode {
  const headers = table.headerRows ?? []
  const rows = [...headers.map((row) => ({ row, header: true })), ...table.rows.map((row) => ({ row, header: false }))]
  const whole = !context.choices.opened.has(table)
  const rowHeaders = table.rowHeaders ?? (table.style === 'list' && headers.length === 0 ? 1 : 0)
  return {
    table: {
      widths: table.columns.map((column) => widthOf(column.width)),
      body: expandRows(rows, table, context),
      headerRows: headers.length,
      keepWithHeaderRows: headers.length > 0 && whole ? 1 : 0,
      dontBreakRows: whole,
      heights: rows.map(({ row }) => row.height ?? 'auto'),
    },
    layout: tableLayout(table.style, { total: table.total === true, dense: table.step === 'table-dense' }),
    margin: margin(table.space, table.style === 'ruled' ? { before: 2, after: 4 } : {}),
    arranges: arranging.includes(table.style) || (headers.length === 0 && rowHeaders === 0),
    headerColumns: rowHeaders,
    whole: table,
    ...(table.summary && { summary: table.summary }),
  }
}

const defaultLabelWidth = 102

type LabelRow = LabelValueList['rows'][number]

/** Lines of a value that fills a third of a page, and letters that surely fill one of its lines. */
const longValue = 20
const lineLength = 80

function isLong({ value }: LabelRow): boolean {
  if (typeof value === 'object' && 'blocks' in value) return true
  const text = typeof value === 'string' ? value : value.map((run) => (typeof run === 'string' ? run : run.text)).join('')
  return text.split('\n').reduce((lines, line) => lines + Math.ceil(line.length / lineLength), 0) > longValue
}

/** A row that may be broken becomes a table of its own: pdfmake breaks all rows of a table or none. */
function partsOf(list: LabelValueList, opened: boolean): readonly { readonly rows: readonly LabelRow[]; readonly whole: boolean }[] {
  if (!opened) return [{ rows: list.rows, whole: true }]
  const parts: { rows: LabelRow[]; whole: boolean }[] = []
  for (const row of list.rows) {
    const last = parts.at(-1)
    if (isLong(row)) parts.push({ rows: [row], whole: false })
    else if (last?.whole) last.rows.push(row)
    else parts.push({ rows: [row], whole: true })
  }
  return parts
}

export function labelValueNode(list: LabelValueList, context: BlockContext): LayoutNode {
  const step = list.step ?? 'body'
  const tables = partsOf(list, context.choices.opened.has(list)).map(
    ({ rows, whole }, index): LayoutNode => ({
      table: {
        widths: [list.labelWidth ?? defaultLabelWidth, '*'],
        body: rows.map((row) => labelRow(row, step, context)),
        dontBreakRows: whole,
      },
      layout: listLayout(step === 'lead', index > 0),
      headerColumns: 1,
    }),
  )
  const [only, second] = tables
  const outside = { margin: margin(list.space, { after: 3 }), whole: list }
  return only && !second ? { ...only, ...outside } : { stack: tables, ...outside }
}

function labelRow({ label, value }: LabelRow, step: TypeStep, context: BlockContext): LayoutNode[] {
  const labelNode: LayoutNode = { ...textNode(label, { step: 'label' }), margin: [0, 0.8, 0, 0] }
  const isBlocks = typeof value === 'object' && 'blocks' in value
  return [labelNode, isBlocks ? { stack: context.nodes(value.blocks) } : textNode(value, { step })]
}
