import { array, assert, boolean, constantFrom, integer, property, record, uniqueArray } from 'fast-check'
import { expect, it } from 'vitest'
import { riskLevels } from '#domain/catalogue/risk.ts'
import { addDays, weekday } from '#domain/dates.ts'
import { followUpSchedule } from '#domain/follow-up/schedule.ts'
import { catalogue } from '../support/examples.ts'

const { rows } = catalogue.followUpTemplate

const someSituation = record({
  handoverDay: integer({ min: 0, max: 3_000 }).map((days) => addDays('2026-01-01', days)),
  weekend: uniqueArray(integer({ min: 1, max: 7 }), { maxLength: 3 }),
  holidayOffsets: array(integer({ min: 0, max: 600 }), { maxLength: 40 }),
  calendarKnown: boolean(),
  riskAtHandover: constantFrom(...riskLevels),
  ageAtHandover: integer({ min: 0, max: 17 }),
  decidedLongerFollowUp: boolean(),
}).map(({ weekend, holidayOffsets, calendarKnown, ...rest }) => {
  const holidays = calendarKnown ? new Set(holidayOffsets.map((days) => addDays(rest.handoverDay, days))) : undefined
  return { ...rest, rows, calendar: { country: 'XX', weekend, holidays } }
})

it('no contact lies before the handover, and they stand in order', async () => {
  await assert(
    property(someSituation, (situation) => {
      const dues = followUpSchedule(situation).contacts.map((each) => each.due)
      expect(dues.every((due) => due > situation.handoverDay)).toBe(true)
      expect(dues).toEqual(dues.toSorted())
    }),
  )
})

it('no contact but the arrival confirmation falls on a day off in the country', async () => {
  await assert(
    property(someSituation, (situation) => {
      const { weekend, holidays } = situation.calendar
      const contacts = followUpSchedule(situation).contacts.filter((each) => each.row !== 'FU00')
      for (const { due } of contacts) expect(weekend.includes(weekday(due)) || holidays?.has(due) === true).toBe(false)
    }),
  )
})

it('every contact lies in its window, its grace ends later, and its id is its own', async () => {
  await assert(
    property(someSituation, (situation) => {
      const { contacts, calendarKnown } = followUpSchedule(situation)
      for (const each of contacts) {
        expect(each.windowFrom <= each.due && each.due <= each.windowThrough && each.due < each.graceThrough).toBe(true)
        expect(each.movedFrom === null || each.movedFrom < each.due).toBe(true)
      }
      expect(new Set(contacts.map((each) => each.id)).size).toBe(contacts.length)
      expect(calendarKnown).toBe(situation.calendar.holidays !== undefined)
    }),
  )
})
