import { describe, expect, it } from 'vitest'
import type { RiskFinding } from '#domain/case/assessments.ts'
import type { WorkingCalendar } from '#domain/catalogue/follow-up.ts'
import { followUpOf, riskAtHandover } from '#domain/follow-up/follow-up-of.ts'
import { type FollowUpSituation, followUpSchedule } from '#domain/follow-up/schedule.ts'
import { aCase } from '../support/a-case.ts'
import { aCaseA, romania } from '../support/cases.ts'
import { catalogue } from '../support/examples.ts'

const situation: FollowUpSituation = {
  handoverDay: '2026-10-01',
  rows: catalogue.followUpTemplate.rows,
  calendar: romania,
  riskAtHandover: 'medium',
  ageAtHandover: 15,
  decidedLongerFollowUp: false,
}
const contactsOf = (change: Partial<FollowUpSituation> = {}) => followUpSchedule({ ...situation, ...change }).contacts
const idsOf = (change: Partial<FollowUpSituation>) => contactsOf(change).map((each) => each.id)

describe('Case A, follow-up', () => {
  const schedule = followUpOf(aCaseA().build(), catalogue, romania, '2026-10-01', '2026-09-30')

  it('Case A: the eight follow-ups have their dates', () => {
    expect(schedule.contacts.map((each) => each.due)).toEqual([
      ...['2026-10-02', '2026-10-08', '2026-10-15', '2026-11-02', '2026-12-30', '2027-03-30', '2027-06-28', '2027-10-01'],
    ])
  })

  it('Case A: only the one-month visit moved, from Saturday 31 October', () => {
    expect(schedule.contacts.flatMap((each) => (each.movedFrom === null ? [] : [[each.id, each.movedFrom]]))).toEqual([
      ['FU03', '2026-10-31'],
    ])
  })

  it('Case A: no 18-month visit and no weekly calls', () => {
    expect(schedule.contacts.map((each) => each.row)).toEqual(['FU00', 'FU01', 'FU02', 'FU03', 'FU04', 'FU05', 'FU06', 'FU07'])
  })
})

describe('the series', () => {
  it('the arrival confirmation stays on a Saturday, everything else moves', () => {
    expect(contactsOf({ handoverDay: '2026-10-02' })[0]).toMatchObject({ id: 'FU00', due: '2026-10-03', movedFrom: null })
    expect(contactsOf({ handoverDay: '2026-10-03' })[1]).toMatchObject({ id: 'FU01', due: '2026-10-12', movedFrom: '2026-10-10' })
  })

  it('grace counts from the due date, also from a moved one', () => {
    expect(contactsOf()[3]).toMatchObject({
      due: '2026-11-02',
      graceThrough: '2026-11-07',
      windowFrom: '2026-10-26',
      windowThrough: '2026-11-05',
    })
  })

  it('a public holiday moves a contact past the weekend after it', () => {
    const holidays = new Set(['2026-10-08', '2026-10-09'])
    expect(contactsOf({ calendar: { ...romania, holidays } })[1]).toMatchObject({ due: '2026-10-12', windowThrough: '2026-10-12' })
  })

  it('the weekend is the country’s own', () => {
    const egypt: WorkingCalendar = { country: 'EG', weekend: [5, 6], holidays: new Set() }
    const [, first, , month] = contactsOf({ calendar: egypt, handoverDay: '2026-10-02' })
    expect([first?.due, month?.due]).toEqual(['2026-10-11', '2026-11-01'])
  })

  it('where holidays are not known only weekends count, and that is said', () => {
    const unknown = followUpSchedule({ ...situation, calendar: { ...romania, holidays: undefined } })
    expect([unknown.calendarKnown, unknown.contacts[3]?.due]).toEqual([false, '2026-11-02'])
  })

  it('weekly calls stand on days 21 to 56 when the risk is high or critical, or the child is under twelve', () => {
    const weekly = ['FUW-21', 'FUW-28', 'FUW-35', 'FUW-42', 'FUW-49', 'FUW-56']
    for (const change of [{ riskAtHandover: 'high' }, { riskAtHandover: 'critical' }, { ageAtHandover: 11 }] as const)
      expect(idsOf(change)).toEqual(expect.arrayContaining(weekly))
    for (const change of [{ riskAtHandover: 'medium' }, { ageAtHandover: 12 }, { decidedLongerFollowUp: true }] as const)
      expect(idsOf(change)).not.toContain('FUW-21')
  })

  it('the 18-month visit comes with a high risk at handover or by decision, not by age', () => {
    expect(contactsOf({ riskAtHandover: 'high' }).at(-1)).toMatchObject({ id: 'FU08', due: '2028-03-24' })
    expect(idsOf({ decidedLongerFollowUp: true })).toContain('FU08')
    expect(idsOf({ ageAtHandover: 11 })).not.toContain('FU08')
  })
})

describe('risk at handover', () => {
  const low: RiskFinding[] = catalogue.riskFactors.map(({ id }) => ({ factor: id, finding: 'absent' }))

  const high: RiskFinding[] = low.map((finding) =>
    finding.factor === 'RF08' ? { factor: 'RF08', finding: 'present', inherent: { likelihood: 4, severity: 2 }, measures: [] } : finding,
  )

  it('the last version signed off before departure decides', () => {
    const reassessed = aCase().riskAssessed('2026-08-01', high).riskAssessed('2026-09-01', low).departing('2026-10-01', '2026-09-02')
    expect(riskAtHandover(reassessed.build(), catalogue, '2026-10-01', '2026-10-05')).toBe('low')
    expect(riskAtHandover(reassessed.riskAssessed('2026-10-02', high).build(), catalogue, '2026-10-02', '2026-10-05')).toBe('low')
  })

  it('a version signed after the day asked about is not known yet', () => {
    const reassessed = aCase()
      .riskAssessed('2026-08-01', high)
      .riskAssessed('2026-09-20', low)
      .departing('2026-10-01', '2026-08-15')
      .build()
    const asked = (on: string) => riskAtHandover(reassessed, catalogue, '2026-10-01', on)
    expect([asked('2026-09-19'), asked('2026-09-20')]).toEqual(['high', 'low'])
  })

  it('a risk nobody has signed for counts as high', () => {
    expect(riskAtHandover(aCase().build(), catalogue, '2026-10-01', '2026-09-30')).toBe('high')
  })
})
