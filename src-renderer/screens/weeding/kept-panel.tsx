import type { ReactNode } from 'react'
import type { Output } from '#contract/operations.ts'
import { useSpeech } from '../../app/text.ts'
import { Panel } from '../../components/panel.tsx'
import parts from '../../components/parts.module.css'
import { Table } from '../../components/table.tsx'
import css from './weeding.module.css'
import { WhenText, WhyText } from './why-text.tsx'

type Given = Pick<Output<'retention.list'>, 'cases' | 'closed'>

/** What stays for now or for good, each with its reason and source. */
export function KeptPanel({ cases, closed }: Given): ReactNode {
  const { t } = useSpeech()
  return (
    <Panel title={t('weeding.kept', { n: cases.length })} aside={t('weeding.kept-aside')}>
      {cases.length === 0 ? null : (
        <Table
          label={t('weeding.kept', { n: cases.length })}
          columns={[
            { key: 'case', title: t('cases.column.case') },
            { key: 'when', title: t('weeding.column.when') },
            { key: 'why', title: t('weeding.column.why') },
          ]}
          rows={cases.map((view) => ({
            key: view.reference,
            cells: [
              { key: 'case', content: view.reference, strong: true, together: true },
              { key: 'when', content: <WhenText view={view} /> },
              { key: 'why', content: <WhyText view={view} /> },
            ],
          }))}
        />
      )}
      {closed.length === 0 ? null : (
        <div className={css['act']}>
          <p className={parts['small']}>{t('weeding.closed', { n: closed.length, list: closed.join(', ') })}</p>
        </div>
      )}
    </Panel>
  )
}
