import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import css from './table.module.css'

type Cell = {
  readonly key: string
  readonly content: ReactNode
  readonly number?: boolean
  readonly strong?: boolean
  readonly faint?: boolean
  /** Never broken over lines. */
  readonly together?: boolean
}
export type Column = { readonly key: string; readonly title: string; readonly number?: boolean }
export type Row = { readonly key: string; readonly cells: readonly Cell[] }
type Given = { readonly label: string; readonly columns: readonly Column[]; readonly rows: readonly Row[]; readonly foot?: ReactNode }

/** A table to read. Scrolls inside itself, with its first column pinned, before the screen ever would. */
export function Table({ label, columns, rows, foot }: Given): ReactNode {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <div className={css['scroll']} tabIndex={0}>
      <table className={cx(css['table'], css['pinned'])} aria-label={label}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={cx(column.number === true && css['number'])}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              {row.cells.map((cell) => (
                <td
                  key={cell.key}
                  className={cx(
                    cell.number === true && css['number'],
                    cell.strong === true && css['strong'],
                    cell.faint === true && css['faint'],
                    cell.together === true && css['together'],
                  )}
                >
                  {cell.content}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {foot === undefined ? null : <tfoot>{foot}</tfoot>}
      </table>
    </div>
  )
}

export const tableClasses = { number: css['number'], strong: css['strong'], faint: css['faint'] }
