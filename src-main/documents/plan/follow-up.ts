import { addMonths, daysBetween } from '#domain/dates.ts'
import { type CalendarContact, followUpCalendar } from '#domain/pictures/follow-up-calendar.ts'
import { printPalette } from '#domain/pictures/palette.ts'
import type { FollowUpPart, PlanContactDay } from '#domain/plan/follow-up-part.ts'
import type { Block } from '../model/blocks.ts'
import { capital, dataDate, monthAndYear, monthName, shortDay, weekdayDate, weekdayName } from './formats.ts'
import { note, ruled, section, sectionHeading, sentences } from './parts.ts'
import type { SectionContext } from './section-context.ts'
import type { Words } from './words.ts'

export function followUpSection({ model: { followUp }, words, number }: SectionContext): Block {
  if (followUp === undefined) return section([])
  const { say, language } = words
  const { agreement } = followUp
  return section([
    sectionHeading(words, 'plan.sec.followup', number('follow-up')),
    calendarFigure(followUp, words),
    ruled({
      columns: [{ width: 30 }, { width: 92 }, { width: 'fill' }, { width: 108 }, { width: 64 }],
      head: ['code', 'date', 'what', 'channel', 'alarm'].map((column) => say(`plan.follow.col.${column}`)),
      summary: say('plan.follow.table'),
      rows: followUp.contacts.map((contact) => [
        contact.row,
        weekdayDate(contact.due, language),
        what(contact, words),
        channels(contact, words),
        say('plan.follow.grace', { days: contact.graceDays }),
      ]),
    }),
    note(
      sentences(
        agreement !== null && say('plan.follow.responsible', { name: agreement.responsible }),
        agreement !== null && say('plan.follow.agreed', { date: dataDate(agreement.on, language) }),
        say('plan.visit.alone'),
        say('plan.follow.missed', { n: number('contacts') }),
        !followUp.calendarKnown && say('plan.follow.weekends-only'),
      ),
    ),
  ])
}

function what(contact: PlanContactDay, { say, language }: Words): string {
  const name = say(`follow-up.${contact.row}`).replace(/ \([^)]*\)/, '')
  const moved = contact.movedFrom
  if (moved === null) return name
  return `${name}. ${say('plan.follow.moved-weekday', { date: dataDate(moved, language), weekday: weekdayName(moved, language) })}`
}

function channels({ channels: all }: PlanContactDay, { say }: Words): string {
  const [first = '', ...rest] = all
    .filter((channel) => channel !== 'receiver')
    .map((channel) => say(`channel.${channel}`).toLocaleLowerCase())
  return capital(rest.reduce((text, next) => say('plan.follow.channel-or', { first: text, second: next }), first))
}

function calendarFigure(followUp: FollowUpPart, words: Words): Block {
  const { say, language } = words
  const { dayZero, contacts } = followUp
  const months = Math.max(12, Math.ceil(daysBetween(dayZero, contacts.at(-1)?.due ?? dayZero) / 31))
  const picture = followUpCalendar(
    {
      contacts: contacts.map(
        (contact): CalendarContact => ({
          code: contact.row,
          day: contact.day,
          label: shortDay(contact.due, language),
          kind: contact.channels[0] === 'visit' ? 'visit' : 'call',
        }),
      ),
      months: Array.from({ length: months + 1 }, (_, index) => addMonths(dayZero, index)).map((day) => ({
        day: daysBetween(dayZero, day),
        label: monthName(day, language),
      })),
      labels: {
        firstWeeks: say('plan.follow.first-weeks'),
        wholeTime: say('plan.follow.whole', {
          from: monthAndYear(dayZero, language),
          to: monthAndYear(contacts.at(-1)?.due ?? dayZero, language),
        }),
        visit: say('plan.follow.visit'),
        call: say('plan.follow.call'),
        handover: say('plan.follow.handover'),
        weeks: [0, 7, 14, 21, 28, 35].map((day) => say('plan.follow.day', { day }).replace(' ', '\u00a0')),
        head: ['', '', ''],
      },
    },
    printPalette,
  )
  const { key, values } = picture.alternative
  return { kind: 'figure', svg: picture.svg, width: picture.width, alternative: say(key, values), space: { before: 6, after: 4 } }
}
