import { type ReactNode, useState } from 'react'
import { ToggleButton } from 'react-aria-components'
import type { TableTwin } from '#domain/pictures/picture.ts'
import { useSpeech } from '../app/text.ts'
import buttons from '../components/button.module.css'
import { cx } from '../components/cx.ts'
import { Panel } from '../components/panel.tsx'
import { Table } from '../components/table.tsx'

type Given = { readonly title: string; readonly twin: TableTwin; readonly children: ReactNode; readonly className?: string | undefined }

/** A panel with a picture that can be read as a table instead. */
export function WithTwin({ title, twin, children, className }: Given): ReactNode {
  const { t } = useSpeech()
  const [asTable, setAsTable] = useState(false)
  const toggle = (
    <ToggleButton className={cx(buttons['button'], buttons['link'])} isSelected={asTable} onChange={setAsTable}>
      {t(asTable ? 'action.asPicture' : 'action.asTable')}
    </ToggleButton>
  )
  return (
    <Panel title={title} aside={toggle} className={className}>
      {asTable ? <TwinTable label={title} twin={twin} /> : children}
    </Panel>
  )
}

function TwinTable({ label, twin }: { readonly label: string; readonly twin: TableTwin }): ReactNode {
  const columns = twin.head.map((title) => ({ key: title, title }))
  const rows = twin.rows.map((row) => ({
    key: row.join(' '),
    cells: columns.map((column, index) => ({ key: column.key, content: row[index] ?? '' })),
  }))
  return <Table label={label} columns={columns} rows={rows} />
}
