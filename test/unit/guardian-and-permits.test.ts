import { describe, expect, it } from 'vitest'
import { daysWithoutGuardian, guardianGaps } from '#domain/deadlines/guardian.ts'
import { reflectionPeriod, temporaryPermit } from '#domain/deadlines/permits.ts'
import { aCase } from '../support/a-case.ts'
import { aCaseA, aCaseB } from '../support/cases.ts'
import { catalogue } from '../support/examples.ts'

describe('days without a guardian', () => {
  it('Case A: two days', () => {
    expect(daysWithoutGuardian(aCaseA().build(), '2026-09-30')).toBe(2)
  })

  it('Case B: 23 days, and on the way there as many as had passed', () => {
    const file = aCaseB().build()
    expect(['2026-09-25', '2026-08-26', '2026-08-10', '2026-08-03'].map((day) => daysWithoutGuardian(file, day))).toEqual([23, 23, 7, 0])
    expect(daysWithoutGuardian(file, '2026-08-02')).toBeUndefined()
  })

  it('a guardian from before the child was found leaves no wait', () => {
    const file = aCase().foundOn('2026-02-10').guardianAppointed('2026-01-15').build()
    expect([daysWithoutGuardian(file, '2026-03-01'), guardianGaps(file, '2026-03-01')]).toEqual([0, []])
  })

  it('a change of guardian on one day leaves no gap', () => {
    const file = aCase().guardianAppointed('2026-02-10').guardianEnded('2026-05-01').guardianAppointed('2026-05-01', 'second').build()
    expect(guardianGaps(file, '2026-06-01')).toEqual([])
  })
})

describe('permits', () => {
  it('Case A: the reflection period of 30 days ended on 2026-03-22', () => {
    expect(reflectionPeriod(aCaseA().build(), catalogue.permits, '2026-09-30')?.endsOn).toBe('2026-03-22')
  })

  it('an extension lengthens it by its days or to its date', () => {
    const granted = aCase().reflectionPeriodGranted('2026-02-20')
    const byDays = granted.permit('PRM_BT_EXT', 'granted', '2026-03-15', { days: 20 })
    const toDate = granted.permit('PRM_BT_EXT', 'granted', '2026-03-15', { validThrough: '2026-05-01' })
    const ends = [byDays, toDate].map((each) => reflectionPeriod(each.build(), catalogue.permits, '2026-03-20'))
    expect(ends).toMatchObject([
      { endsOn: '2026-04-11', extendedOn: '2026-03-15' },
      { endsOn: '2026-05-01', extendedOn: '2026-03-15' },
    ])
  })

  it('a temporary permit without its decided end has none, only the earliest that the law allows', () => {
    const file = aCase().permit('PRM_TUT', 'granted', '2026-04-01').build()
    expect(temporaryPermit(file, catalogue.permits, '2026-05-01')).toMatchObject({ endsOn: null, endsEarliest: '2026-10-01' })
  })

  it('a withdrawn permit says so', () => {
    const file = aCase().permit('PRM_TUT', 'granted', '2026-04-01').permit('PRM_TUT', 'withdrawn', '2026-06-01').build()
    const on = (day: string) => temporaryPermit(file, catalogue.permits, day)?.withdrawnOn
    expect([on('2026-05-31'), on('2026-06-01')]).toEqual([null, '2026-06-01'])
  })
})
