import { type ReactNode, useState } from 'react'
import type { Output } from '#contract/operations.ts'
import { exportAdvice } from '../../app/actions/advice.ts'
import { useAttempt } from '../../app/attempt.ts'
import { useAnswer, useCommand } from '../../app/queries.ts'
import { useRegister } from '../../app/status-context.ts'
import { useSpeech } from '../../app/text.ts'
import { ActionButton } from '../../components/action-button.tsx'
import { Answer } from '../../components/answer.tsx'
import { FailureText } from '../../components/failure-note.tsx'
import { Facts, Panel } from '../../components/panel.tsx'
import { Table } from '../../components/table.tsx'
import { Field } from '../../components/text-field.tsx'
import css from './advice.module.css'

/** A year in figures, and the file that may leave: no request is in it, only counts. */
export function YearPanel({ year }: { readonly year: number }): ReactNode {
  const answer = useAnswer('advice.year', { year })
  return (
    <div className={css['column']}>
      <Answer query={answer}>{(figures) => <Figures figures={figures} />}</Answer>
    </div>
  )
}

function Figures({ figures }: { readonly figures: Output<'advice.year'> }): ReactNode {
  const { t, number } = useSpeech()
  const counts = (['asked', 'answered', 'waiting', 'withCase'] as const).map(
    (each) => [t(`advice.year.${each}`), number(figures[each])] as const,
  )
  const median =
    figures.medianDays === null
      ? undefined
      : ([t('advice.year.medianDays'), number(figures.medianDays, figures.medianDays % 1 === 0 ? 0 : 1)] as const)
  return (
    <Panel title={t('advice.year.title', { year: String(figures.year) })}>
      <div className={css['facts']}>
        <Facts rows={[...counts, median]} />
      </div>
      <Counts name="asker" prefix="advice.asker" rows={figures.byAsker} />
      <Counts name="topic" prefix="advice-topic" rows={figures.byTopic} />
      <ExportForm year={figures.year} />
    </Panel>
  )
}

type Counted = { readonly name: 'asker' | 'topic'; readonly prefix: string; readonly rows: Output<'advice.year'>['byAsker'] }

function Counts({ name, prefix, rows }: Counted): ReactNode {
  const { t, tOr, number } = useSpeech()
  if (rows.length === 0) return null
  const title = t(`advice.sheet.${name}`)
  return (
    <Table
      label={title}
      columns={[
        { key: 'what', title },
        { key: 'count', title: t('advice.sheet.column.count'), number: true },
      ]}
      rows={rows.map(({ id, count }) => ({
        key: id,
        cells: [
          { key: 'what', content: tOr([`${prefix}.${id}`]) },
          { key: 'count', content: number(count), number: true },
        ],
      }))}
    />
  )
}

function ExportForm({ year }: { readonly year: number }): ReactNode {
  const { t } = useSpeech()
  const { exportFolder } = useRegister()
  const [folder, setFolder] = useState(exportFolder)
  const command = useCommand('advice.export')
  const { idOf, done } = useAttempt()
  const run = (): void =>
    command.mutate({ year, folder: folder.trim(), format: 'csv', operationId: idOf(`${year} ${folder}`) }, { onSuccess: done })
  return (
    <div className={css['export']}>
      <Field
        label={t('advice.export.folder')}
        value={folder}
        onChange={setFolder}
        error={command.isError ? <FailureText failure={command.error.failure} /> : undefined}
      />
      <div>
        <ActionButton
          action={exportAdvice}
          context={{ busy: command.isPending, run, refusal: folder.trim() === '' ? 'partners.export.noFolder' : undefined }}
        />
      </div>
      {command.data === undefined ? null : <p role="status">{t('command.advice.exported', { file: command.data.file })}</p>}
    </div>
  )
}
