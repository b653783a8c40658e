import type { Palette } from './palette.ts'
import type { Picture, TableTwin } from './picture.ts'
import { diamond, drawing, element, label } from './svg.ts'

export type CalendarContact = {
  readonly code: string
  /** Days after the handover. */
  readonly day: number
  /** `2 okt`, never `2/10`. */
  readonly label: string
  readonly kind: 'visit' | 'call'
}

export type CalendarInput = {
  readonly contacts: readonly CalendarContact[]
  /** First day of each month from the month of the handover on; the first lies on day 0. */
  readonly months: readonly { readonly day: number; readonly label: string }[]
  readonly labels: {
    readonly firstWeeks: string
    readonly wholeTime: string
    readonly visit: string
    readonly call: string
    readonly handover: string
    /** `dag 0`, `dag 7` …: one for every week of the upper scale. */
    readonly weeks: readonly string[]
    /** Columns of the table twin: code, day, kind. */
    readonly head: readonly [string, string, string]
  }
}

export type FollowUpCalendar = Picture & { readonly table: TableTwin }

const left = 8
const upperY = 32
const lowerY = 94
const height = lowerY + 42
const firstDays = 35

/** Two scales, five weeks above and the whole time below: on one scale the first contacts would lie on top of one another. */
export function followUpCalendar({ contacts, months, labels }: CalendarInput, palette: Palette, width = 480): FollowUpCalendar {
  const room = width - 40
  const lastDay = Math.max(365, ...contacts.map((contact) => contact.day))
  const upper = (day: number) => left + (day / firstDays) * room
  const lower = (day: number) => left + (day / lastDay) * room
  const near = contacts.filter((contact) => contact.day <= firstDays)
  const far = contacts.filter((contact) => contact.day > 29)
  const content = [
    label(palette, 0, 8, labels.firstWeeks, { size: 8, bold: true }),
    axis(upperY, room, palette),
    ...labels.weeks.map((week, index) => tick(upper(index * 7), upperY, 3, week, palette)),
    diamond(left, upperY, 6.4, palette.accent),
    ...near.map((contact) => drawContact(contact, upper(contact.day), upperY, palette, contact.day < 4 ? 4 : 0)),
    label(palette, 0, lowerY - 24, labels.wholeTime, { size: 8, bold: true }),
    element('rect', {
      x: left,
      y: lowerY - 3.5,
      width: lower(firstDays) - left,
      height: 7,
      fill: palette.tint,
      stroke: palette.mute,
      'stroke-width': 0.4,
    }),
    axis(lowerY, room, palette),
    ...months.map((month, index) => tick(lower(month.day), lowerY, 2, month.label, palette, index === 0 ? 'start' : 'middle')),
    ...far.map((contact) => drawContact(contact, lower(contact.day), lowerY, palette, 0)),
    legend(labels, palette),
  ]
  const words = { visit: labels.visit, call: labels.call }
  return {
    svg: drawing(width, height, content.join('')),
    width,
    height,
    alternative: {
      key: 'picture.calendar',
      values: { count: contacts.length, first: contacts[0]?.label ?? '', last: contacts.at(-1)?.label ?? '' },
    },
    table: { head: labels.head, rows: contacts.map((contact) => [contact.code, contact.label, words[contact.kind]]) },
  }
}

const axis = (y: number, room: number, palette: Palette): string =>
  element('line', { x1: left, y1: y, x2: left + room, y2: y, stroke: palette.mute, 'stroke-width': 0.8 })

function tick(x: number, y: number, half: number, text: string, palette: Palette, anchor: 'start' | 'middle' = 'middle'): string {
  return (
    element('line', { x1: x, y1: y - half, x2: x, y2: y + half, stroke: palette.mute, 'stroke-width': 0.7 }) +
    label(palette, x, y + 24, text, { size: 6.8, anchor, fill: palette.mute })
  )
}

function mark(kind: CalendarContact['kind'], x: number, y: number, palette: Palette): string {
  return kind === 'visit'
    ? element('rect', { x: x - 4, y: y - 4, width: 8, height: 8, fill: palette.ink })
    : element('circle', { cx: x, cy: y, r: 3.8, fill: palette.paper, stroke: palette.ink, 'stroke-width': 1.4 })
}

/** `aside` keeps the words of the first days clear of the handover's mark. */
function drawContact(contact: CalendarContact, x: number, y: number, palette: Palette, aside: number): string {
  return (
    mark(contact.kind, x, y, palette) +
    label(palette, x + aside, y - 9, contact.label, { size: 7.6, bold: true, anchor: 'middle' }) +
    label(palette, x + aside * 2.5, y + 14, contact.code, { size: 7.2, anchor: 'middle' })
  )
}

function legend(labels: CalendarInput['labels'], palette: Palette): string {
  const y = lowerY + 36
  const words = { size: 7.4 }
  return (
    mark('visit', left + 4, y, palette) +
    label(palette, left + 12, y + 2.7, labels.visit, words) +
    mark('call', left + 74, y, palette) +
    label(palette, left + 82, y + 2.7, labels.call, words) +
    diamond(left + 180, y, 5.3, palette.accent) +
    label(palette, left + 190, y + 2.7, labels.handover, words)
  )
}
