import { describe, expect, test } from 'vitest'
import { dayOfParts, partsOfDay, spanOf, typedDay } from '#domain/dates-typed.ts'

const today = '2026-09-30'

describe('a day as people type it', () => {
  test.each([
    ['2026-08-12', '2026-08-12'],
    ['20260812', '2026-08-12'],
    ['12/8', '2026-08-12'],
    ['12/8 2027', '2027-08-12'],
    ['12.8.2026', '2026-08-12'],
    ['i går', '2026-09-29'],
    ['IDAG', '2026-09-30'],
    ['tomorrow', '2026-10-01'],
  ])('%s is %s', (typed, day) => expect(typedDay(typed, today)).toBe(day))

  test.each(['12/8 26', '26-08-12', '30/2', '2026-02-29', '', 'snart'])('“%s” is no day', (typed) =>
    expect(typedDay(typed, today)).toBeUndefined(),
  )
})

describe('a day of which parts are unknown', () => {
  test('keeps what is known', () => {
    expect(dayOfParts({ year: '2011', month: '?', day: '?' })).toBe('2011-XX-XX')
    expect(dayOfParts({ year: '?', month: '5', day: '12' })).toBe('XXXX-05-12')
    expect(partsOfDay('2011-XX-XX')).toEqual({ year: '2011', month: '?', day: '?' })
  })

  test('is none while a box is empty, or where no such day can be', () => {
    expect(dayOfParts({ year: '2011', month: '', day: '?' })).toBeUndefined()
    expect(dayOfParts({ year: '11', month: '5', day: '1' })).toBeUndefined()
    expect(dayOfParts({ year: '?', month: '13', day: '?' })).toBeUndefined()
    expect(dayOfParts({ year: '?', month: '2', day: '29' })).toBe('XXXX-02-29')
  })

  test('lies between the first and the last day that it can be', () => {
    expect(spanOf('2011-XX-XX', today)).toEqual({ first: '2011-01-01', last: '2011-12-31' })
    expect(spanOf('2012-02-XX', today)).toEqual({ first: '2012-02-01', last: '2012-02-29' })
    expect(spanOf('XXXX-02-29', '2011-06-01')).toEqual({ first: '2011-02-28', last: '2011-02-28' })
    expect(spanOf('2011-05-12', today)).toEqual({ first: '2011-05-12', last: '2011-05-12' })
  })
})
