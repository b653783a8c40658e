import type { ReactNode } from 'react'
import type { Output } from '#contract/operations.ts'
import { useSpeech } from '../../app/text.ts'
import type { StatusId } from '../../components/status.ts'
import { StatusText } from '../../components/status-tag.tsx'
import { Table } from '../../components/table.tsx'
import css from './partners.module.css'

type Row = Output<'partner.preview'>['rows'][number]
const statuses = { refused: 'stop', changed: 'started', new: 'met', same: 'na' } as const satisfies Record<Row['state'], StatusId>
const order = { refused: 0, changed: 1, new: 2, same: 3 } as const

/** What each row would do, what is wrong first: field, what it says now, what it would say. */
export function ImportRows({ rows }: { readonly rows: readonly Row[] }): ReactNode {
  const { t } = useSpeech()
  const column = (key: string) => ({ key, title: t(`partners.import.column.${key}`) })
  const shown = rows.filter(({ state }) => state !== 'same').toSorted((one, other) => order[one.state] - order[other.state])
  if (shown.length === 0) return null
  return (
    <Table
      label={t('partners.import.rows')}
      columns={[column('line'), column('state'), column('name'), column('what')]}
      rows={shown.map((row) => ({
        key: String(row.line),
        cells: [
          { key: 'line', content: String(row.line), together: true },
          {
            key: 'state',
            content: (
              <StatusText status={statuses[row.state]} small>
                {t(`partner.import.state.${row.state}`)}
              </StatusText>
            ),
          },
          { key: 'name', content: row.name, strong: true },
          { key: 'what', content: <What row={row} /> },
        ],
      }))}
    />
  )
}

function What({ row: { faults, changes } }: { readonly row: Row }): ReactNode {
  const { t } = useSpeech()
  const heading = (field: string) => t(`partner.column.${field}`)
  return (
    <ul className={css['differences']}>
      {faults.map(({ field, code, values }) => (
        <li key={field}>{t(`partner.import.fault.${code}`, { column: heading(field), ...values })}</li>
      ))}
      {changes.map(({ field, before, after }) => (
        <li key={field}>
          {before === ''
            ? t('partners.import.sets', { field: heading(field), after })
            : after === ''
              ? t('partners.import.clears', { field: heading(field), before })
              : t('partners.import.changes', { field: heading(field), before, after })}
        </li>
      ))}
    </ul>
  )
}
