import type { TableStyle } from '../model/tables.ts'
import type { TableInLayout, TableLayout } from './layout-node.ts'
import { colours, rules } from './style.ts'

const rowCount = (table: TableInLayout) => table.table.body.length
const isLastColumn = (column: number, table: TableInLayout) => column === table.table.widths.length - 1

/** Padding shared by tables that start at the text edge and have 4 pt between columns. */
const openSides = {
  paddingLeft: (column: number) => (column === 0 ? 0 : 4),
  paddingRight: (column: number, table: TableInLayout) => (isLastColumn(column, table) ? 0 : 4),
}

function ruled(total: boolean, dense: boolean): TableLayout {
  const heavy = (row: number, table: TableInLayout) =>
    row === 0 || row === table.table.headerRows || row >= rowCount(table) - (total ? 1 : 0)
  return {
    ...openSides,
    hLineWidth: (row, table) => {
      if (row === 0) return rules.tableTop
      if (row === table.table.headerRows) return rules.tableHead
      if (total && row >= rowCount(table) - 1) return rules.total
      return row === rowCount(table) ? rules.tableHead : rules.hairline
    },
    hLineColor: (row, table) => (heavy(row, table) ? colours.ink : colours.hair),
    vLineWidth: () => 0,
    paddingTop: () => (dense ? 1.9 : 2.6),
    paddingBottom: () => (dense ? 2.1 : 3),
  }
}

/** Hairlines between rows only; `roomy` is the cover's. `continues`: another part of the same list stands above. */
export function listLayout(roomy: boolean, continues = false): TableLayout {
  return {
    hLineWidth: (row, table) => ((row === 0 && !continues) || row === rowCount(table) ? 0 : rules.hairline),
    hLineColor: () => colours.hair,
    vLineWidth: () => 0,
    paddingLeft: (column) => (column === 0 ? 0 : 6),
    paddingRight: () => 0,
    paddingTop: () => (roomy ? 3.7 : 2.6),
    paddingBottom: () => (roomy ? 3.9 : 2.8),
  }
}

const form: TableLayout = {
  hLineWidth: () => rules.form,
  vLineWidth: () => rules.form,
  hLineColor: () => colours.mute,
  vLineColor: () => colours.mute,
  paddingLeft: () => 5,
  paddingRight: () => 5,
  paddingTop: () => 2.5,
  paddingBottom: () => 2.5,
}

const summary: TableLayout = {
  hLineWidth: () => rules.tableTop,
  vLineWidth: (column, table) => (column === 0 || column === table.table.widths.length ? rules.tableTop : rules.partition),
  hLineColor: () => colours.ink,
  vLineColor: () => colours.ink,
  paddingLeft: () => 8,
  paddingRight: () => 8,
  paddingTop: () => 6,
  paddingBottom: () => 6,
}

const plain: TableLayout = {
  hLineWidth: () => 0,
  vLineWidth: () => 0,
  paddingLeft: () => 0,
  paddingRight: () => 0,
  paddingTop: () => 0,
  paddingBottom: () => 0,
}

export function ruleLayout(weight: number): TableLayout {
  return { ...plain, hLineWidth: (row) => (row === 0 ? weight : 0), hLineColor: () => colours.ink }
}

/** Box of one or more cells with lines all around; the sides get 2 pt more room. */
export function boxLayout(weight: number, padding: number, fill: string | null = null): TableLayout {
  return {
    hLineWidth: () => weight,
    vLineWidth: () => weight,
    hLineColor: () => colours.ink,
    vLineColor: () => colours.ink,
    paddingLeft: () => padding + 2,
    paddingRight: () => padding + 2,
    paddingTop: () => padding,
    paddingBottom: () => padding,
    fillColor: () => fill,
  }
}

export function tableLayout(style: TableStyle, options: { readonly total: boolean; readonly dense: boolean }): TableLayout {
  switch (style) {
    case 'ruled':
      return ruled(options.total, options.dense)
    case 'list':
      return listLayout(false)
    case 'form':
      return form
    case 'summary':
      return summary
    case 'plain':
      return plain
  }
}
