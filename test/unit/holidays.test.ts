import { describe, expect, it } from 'vitest'
import { workingCalendar } from '#catalogue/holidays.ts'
import { isWorkingDay } from '#domain/follow-up/working-day.ts'
import { catalogue } from '../support/examples.ts'

const of = (country: string, years: readonly number[] = [2026, 2027]) => workingCalendar(country, years, catalogue)

describe('public holidays of a receiving country', () => {
  it('are known for Romania, the Orthodox Easter among them', () => {
    const { holidays } = of('RO')
    for (const day of ['2026-01-24', '2026-04-10', '2026-04-13', '2026-12-01', '2027-04-30', '2027-05-03', '2027-06-21'])
      expect(holidays?.has(day), day).toBe(true)
    for (const day of ['2026-04-03', '2026-10-31', '2026-11-02', '2027-03-29']) expect(holidays?.has(day), day).toBe(false)
  })

  it('are known for Bulgaria', () => {
    const { holidays } = of('BG')
    for (const day of ['2026-03-03', '2026-09-22', '2026-12-24', '2027-05-06', '2027-05-24']) expect(holidays?.has(day), day).toBe(true)
    expect(holidays?.has('2026-11-02')).toBe(false)
  })

  it('of several days are whole days, whatever the hour at which they begin', () => {
    const { holidays } = of('TR', [2026])
    expect([...(holidays ?? [])].filter((day) => day.startsWith('2026-05-2') || day === '2026-05-30' || day === '2026-05-31')).toEqual([
      '2026-05-27',
      '2026-05-28',
      '2026-05-29',
      '2026-05-30',
    ])
  })

  it('of another year are not taken', () => {
    expect([...(of('RO', [2026]).holidays ?? [])].every((day) => day.startsWith('2026'))).toBe(true)
  })

  it.each(['IQ', 'SY', 'XX'])('stay unknown where the library does not know them (%s)', (country) => {
    expect(of(country).holidays).toBeUndefined()
  })

  it('come from the office’s own list where it gives one', () => {
    const { holidays } = workingCalendar('IQ', [2026], catalogue, ['2026-07-14'])
    expect([...(holidays ?? [])]).toEqual(['2026-07-14'])
  })
})

describe('the weekend', () => {
  it('is the country’s own: Friday and Saturday in Iraq', () => {
    const iraq = of('IQ')
    expect(isWorkingDay('2026-10-02', iraq)).toBe(false)
    expect(isWorkingDay('2026-10-04', iraq)).toBe(true)
  })

  it('is Saturday and Sunday where the catalogue does not know the country', () => {
    expect(of('XX').weekend).toEqual([6, 7])
  })
})
