import { describe, expect, test } from 'vitest'
import {
  amount,
  clock,
  dataDate,
  hexGroups,
  longDate,
  money,
  percent,
  phoneNumber,
  rate,
  score,
  shortDay,
  weekdayDate,
  zoneOffset,
} from '#documents/plan/formats.ts'

const day = '2026-10-01'
const _ = '\u00a0'

describe('how a plan writes', () => {
  test('dates of data, of sentences, of tables and of pictures', () => {
    expect([dataDate(day, 'sv'), dataDate(day, 'en')]).toEqual(['2026\u201110\u201101', `1${_}Oct${_}2026`])
    expect([longDate(day, 'sv'), longDate(day, 'en')]).toEqual([`1${_}oktober${_}2026`, `1${_}October${_}2026`])
    expect([weekdayDate(day, 'sv'), weekdayDate(day, 'en')]).toEqual([`tors${_}2026\u201110\u201101`, `Thu${_}1${_}Oct${_}2026`])
    expect([shortDay('2026-09-02', 'sv'), shortDay('2026-09-02', 'en')]).toEqual([`2${_}sep`, `2${_}Sep`])
  })

  test('money with the digits of its currency', () => {
    expect(money(5_923_550, 'SEK', 'sv')).toBe(`59${_}235,50${_}kr`)
    expect(money(5_923_550, 'SEK', 'en')).toBe(`SEK${_}59,235.50`)
    expect(money(526_538, 'EUR', 'sv')).toBe(`5${_}265,38${_}EUR`)
    expect([amount(1_500, 'JPY', 'en'), amount(1_500, 'TND', 'en')]).toEqual(['1,500', '1.500'])
  })

  test('rates with four decimals, shares with two', () => {
    const euro = { base: 'EUR', quote: 'SEK', rate: '11.2500' }
    expect([rate(euro, 'sv'), rate(euro, 'en')]).toEqual([`1${_}EUR${_}=${_}11,2500${_}kr`, `EUR${_}1${_}=${_}SEK${_}11.2500`])
    expect([percent(349, 'sv'), percent(349, 'en'), percent(1000, 'en')]).toEqual([`3,49${_}%`, '3.49%', '10%'])
  })

  test('times, zones, telephone numbers, scores and checksums', () => {
    expect(clock('2026-10-01T14:35')).toBe('14:35')
    expect([zoneOffset('+02:00'), zoneOffset('-03:30')]).toEqual(['UTC+2', 'UTC−3:30'])
    expect(phoneNumber('+46 70 174 06 11')).toBe(`+46${_}70${_}174${_}06${_}11`)
    expect(score({ likelihood: 3, severity: 2 })).toBe(`3×2${_}=${_}6`)
    expect(hexGroups('91fe27c04d8b3a15ffff')).toBe(`91fe${_}27c0${_}4d8b${_}3a15`)
  })
})
