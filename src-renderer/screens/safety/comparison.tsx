import type { ReactNode } from 'react'
import type { Output } from '#contract/operations.ts'
import { useSpeech } from '../../app/text.ts'
import { StatusText } from '../../components/status-tag.tsx'
import { Table } from '../../components/table.tsx'
import css from './safety.module.css'
import { whenSeen } from './words.ts'

type Found = Output<'backup.compare'>
type Facts = Found['copy']['facts']

const statuses = { same: 'met', ahead: 'met', ancestor: 'soon', diverged: 'stop', other: 'stop', unreadable: 'stop' } as const

/** This register and the copy side by side, and what only one of them has. */
export function Comparison({ found, now }: { readonly found: Found; readonly now: string }): ReactNode {
  const speech = useSpeech()
  const { t, number } = speech
  const { copy, present, relation, lost, lostCases, olderCases } = found
  const row = (key: string, tell: (facts: Facts) => string) => ({
    key,
    cells: [
      { key: 'what', content: t(`safety.compare.${key}`) },
      { key: 'here', content: present.facts === null ? '–' : tell(present.facts), number: true },
      { key: 'copy', content: tell(copy.facts), number: true },
    ],
  })
  const gone = (key: string, n: number) => ({
    key,
    cells: [
      { key: 'what', content: t(`safety.compare.${key}`) },
      { key: 'here', content: '' },
      { key: 'copy', content: relation === 'unreadable' ? '–' : number(n), number: true, strong: n > 0 },
    ],
  })
  return (
    <div className={css['compared']} data-relation={relation ?? 'none'}>
      <h2>{t('safety.compare')}</h2>
      <Table
        label={t('safety.compare')}
        columns={[
          { key: 'what', title: t('safety.compare.what') },
          { key: 'here', title: t('safety.compare.here'), number: true },
          { key: 'copy', title: t('safety.compare.copy'), number: true },
        ]}
        rows={[
          row('newest', ({ newestEntryAt }) => (newestEntryAt === null ? '–' : whenSeen(speech, newestEntryAt, now))),
          row('cases', ({ cases }) => number(cases)),
          row('entries', ({ entries }) => number(entries)),
          row('attachments', ({ attachments }) => number(attachments)),
          gone('lost-cases', lostCases),
          gone('older-cases', olderCases),
          gone('lost', lost),
        ]}
      />
      {relation === null ? null : <StatusText status={statuses[relation]}>{t(`command.backup.relation-${relation}`, { lost })}</StatusText>}
    </div>
  )
}
