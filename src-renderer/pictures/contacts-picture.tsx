import type { ReactNode } from 'react'
import type { FollowUpView } from '#contract/views.ts'
import { useRegister } from '../app/status-context.ts'
import { daysBetween, type Speech, useSpeech } from '../app/text.ts'
import follow from '../screens/follow-up/follow-up.module.css'
import { WithTwin } from './with-twin.tsx'

type Contact = FollowUpView['contacts'][number]
const left = 178
const right = 582
const rowHeight = 25
const top = 24

/** Windows as bars, grace dashed from the day on, which may end before the window does; the day itself a ring, today a line. */
export function ContactsPicture({ followUp }: { readonly followUp: FollowUpView }): ReactNode {
  const speech = useSpeech()
  const { t, tOr, day } = speech
  const { contacts } = followUp
  const name = (contact: Contact): string => tOr([`contact.${contact.row}`, `follow-up.${contact.row}`])
  const twin = {
    head: [t('follow-up.column.what'), t('follow-up.column.due'), t('follow-up.column.window'), t('follow-up.column.grace')],
    rows: contacts.map((contact) => [
      name(contact),
      day(contact.due),
      `${day(contact.windowFrom, contact.windowThrough)}–${day(contact.windowThrough)}`,
      day(contact.graceThrough),
    ]),
  }
  return (
    <WithTwin title={t('follow-up.series')} twin={twin}>
      <div className={follow['body']}>
        <Drawing followUp={followUp} speech={speech} name={name} />
        <ul className={follow['legend']}>
          <li>
            <span className={follow['window']} />
            {t('follow-up.window')}
          </li>
          <li>
            <span className={follow['grace']} />
            {t('followUp.grace')}
          </li>
        </ul>
      </div>
    </WithTwin>
  )
}

type DrawingGiven = { readonly followUp: FollowUpView; readonly speech: Speech; readonly name: (contact: Contact) => string }

function Drawing({ followUp: { contacts }, speech: { t, day }, name }: DrawingGiven): ReactNode {
  const { today } = useRegister()
  const first = `${(contacts[0]?.windowFrom ?? today).slice(0, 7)}-01`
  const last =
    contacts
      .map((contact) => contact.graceThrough)
      .toSorted()
      .at(-1) ?? first
  const span = Math.max(1, daysBetween(first, last))
  const x = (iso: string): number => left + (daysBetween(first, iso) / span) * (right - left)
  const bottom = top + contacts.length * rowHeight
  const isShown = today >= first && today <= last
  return (
    <svg
      width="100%"
      viewBox={`0 0 ${right + 12} ${bottom + (isShown ? 22 : 4)}`}
      role="img"
      aria-label={t('follow-up.pictureLabel', { n: contacts.length, from: day(first), to: day(last) })}
      fontFamily="var(--sans)"
    >
      {monthsBetween(first, last).map((month) => (
        <g key={month}>
          <line x1={x(month)} x2={x(month)} y1={18} y2={bottom} stroke="var(--line)" />
          <text x={x(month) + 3} y={12} fontSize={11} fill="var(--muted)">
            {day(month, month).replace(/^\d+\s/, '')}
          </text>
        </g>
      ))}
      {isShown ? (
        <>
          <line x1={x(today)} x2={x(today)} y1={16} y2={bottom} stroke="var(--accent)" strokeWidth={2} />
          <text x={x(today)} y={bottom + 14} fontSize={11} fontWeight={600} textAnchor="middle" fill="var(--accent)">
            {t('days.today')}
          </text>
        </>
      ) : null}
      {contacts.map((contact, index) => (
        <Bar key={contact.id} contact={contact} y={top + index * rowHeight} x={x} name={name(contact)} date={day(contact.due, first)} />
      ))}
    </svg>
  )
}

type BarGiven = {
  readonly contact: Contact
  readonly y: number
  readonly x: (iso: string) => number
  readonly name: string
  readonly date: string
}

function Bar({ contact, y, x, name, date }: BarGiven): ReactNode {
  const from = x(contact.windowFrom)
  const through = Math.max(x(contact.windowThrough), from + 6)
  const due = x(contact.due)
  return (
    <>
      <text x={0} y={y + 15} fontSize={12} fill="var(--ink)">
        {name}
      </text>
      <text x={left - 12} y={y + 15} fontSize={11} textAnchor="end" fill="var(--muted)">
        {date}
      </text>
      <rect x={from} y={y + 6} width={through - from} height={11} rx={2} fill="var(--open-soft)" stroke="var(--ctl)" />
      <rect
        x={due}
        y={y + 3.5}
        width={Math.max(x(contact.graceThrough) - due, 2)}
        height={16}
        fill="none"
        stroke="var(--soon)"
        strokeDasharray="2 2"
      />
      <circle cx={due} cy={y + 11.5} r={5.5} fill="var(--surface)" stroke="var(--open)" strokeWidth={1.7} />
    </>
  )
}

/** First days of the months from one day to another. */
function monthsBetween(first: string, last: string): readonly string[] {
  const months: string[] = []
  let [year, month] = [Number(first.slice(0, 4)), Number(first.slice(5, 7))]
  for (let day = `${first.slice(0, 7)}-01`; day <= last; ) {
    if (day >= first) months.push(day)
    ;[year, month] = month === 12 ? [year + 1, 1] : [year, month + 1]
    day = `${year}-${String(month).padStart(2, '0')}-01`
  }
  return months
}
