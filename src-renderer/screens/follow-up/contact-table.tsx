import type { ReactNode } from 'react'
import type { FollowUpView } from '#contract/views.ts'
import { sentence } from '../../app/reasons.ts'
import { useSpeech } from '../../app/text.ts'
import { Panel } from '../../components/panel.tsx'
import { Table } from '../../components/table.tsx'

/** Each contact: what, on which day and moved from which, in which window, how. */
export function ContactTable({ contacts }: { readonly contacts: FollowUpView['contacts'] }): ReactNode {
  const { t, tOr, day, weekday } = useSpeech()
  const columns = [
    { key: 'what', title: t('follow-up.column.what') },
    { key: 'due', title: t('follow-up.column.due') },
    { key: 'window', title: t('follow-up.column.window') },
    { key: 'grace', title: t('follow-up.column.grace') },
    { key: 'channel', title: t('follow-up.column.channel') },
  ]
  const rows = contacts.map((contact) => ({
    key: contact.id,
    cells: [
      { key: 'what', content: tOr([`follow-up.${contact.row}`]), strong: true },
      {
        key: 'due',
        content:
          contact.movedFrom === null
            ? weekday(contact.due)
            : t('follow-up.moved', { date: weekday(contact.due), from: weekday(contact.movedFrom, contact.due) }),
      },
      { key: 'window', content: `${day(contact.windowFrom, contact.windowThrough)}–${day(contact.windowThrough)}` },
      { key: 'grace', content: day(contact.graceThrough), together: true },
      { key: 'channel', content: sentence(contact.channels.map((channel) => tOr([`channel.${channel}`]).toLowerCase()).join(', ')) },
    ],
  }))
  return (
    <Panel title={t('follow-up.contacts')}>
      <Table label={t('follow-up.contacts')} columns={columns} rows={rows} />
    </Panel>
  )
}
