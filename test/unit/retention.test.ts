import { describe, expect, it } from 'vitest'
import { isOnWeedingList, retentionOf } from '#domain/deadlines/retention.ts'
import { aCase, type CaseBuilder } from '../support/a-case.ts'
import { aCaseA } from '../support/cases.ts'
import { catalogue } from '../support/examples.ts'

const on = (builder: CaseBuilder, day: string) => retentionOf(builder.build(), catalogue.retentionRules, day)
const listed = (builder: CaseBuilder, day: string) => isOnWeedingList(on(builder, day), day)

describe('retention', () => {
  it('Case A: placed in HVB, the file is kept and never on the weeding list', () => {
    const closed = aCaseA().inquiryOpened('2026-02-10').lastEntry('2027-10-01')
    expect(on(closed, '2026-09-30')).toMatchObject({ rule: 'RET2', action: 'keep', listedFrom: null, alsoApply: ['RET3'] })
    expect(['2027-10-01', '2041-03-15', '2100-01-01'].map((day) => listed(closed, day))).toEqual([false, false, false])
  })

  it('papers of an inquiry stay until the thirtieth birthday, whatever the last entry', () => {
    const inquiry = aCase().inquiryOpened('2026-02-10').lastEntry('2026-12-01')
    expect(on(inquiry, '2026-12-31')).toMatchObject({ rule: 'RET3', action: 'not-before', listedFrom: '2041-03-14', completeBy: null })
    expect([listed(inquiry, '2041-03-13'), listed(inquiry, '2041-03-14')]).toEqual([false, true])
  })

  it('a report that led to no inquiry is weeded after five years, by the end of the next calendar year', () => {
    const unopened = aCase()
      .concernReported('2026-02-10', { inquiryDecision: { decidedOn: '2026-02-20', opened: false } })
      .lastEntry('2026-02-20')
    expect(on(unopened, '2026-12-31')).toEqual({
      rule: 'RET1',
      action: 'erase-due',
      listedFrom: '2031-02-20',
      completeBy: '2032-12-31',
      alsoApply: [],
    })
  })

  it('a note written here is an entry, and the five years count from it', () => {
    const old = aCase().concernReported('2018-02-10').lastEntry('2018-02-20')
    expect(on(old, '2026-12-31').listedFrom).toBe('2023-02-20')
    const noted = old.noted('Kommunen ringde.', '2026-11-23T23:30:00.000Z')
    expect(on(noted, '2026-12-31').listedFrom).toBe('2031-11-24')
    expect(on(noted, '2026-11-22').listedFrom).toBe('2023-02-20')
  })

  it('while entries are still made no clock runs', () => {
    expect(on(aCase(), '2026-12-31')).toMatchObject({ rule: 'RET1', listedFrom: null })
  })

  it('the rule on inquiries did not hold before it was in force', () => {
    expect(on(aCase().inquiryOpened('2025-12-01'), '2026-01-14').rule).toBe('RET1')
  })

  it('what a state agency has decided counts from the day of its decision', () => {
    const decision = { text: 'RA-MS 2026:7', years: 10, from: 'last-entry', decidedBy: 'Enhetschefen', decidedOn: '2026-06-01' } as const
    const file = aCase().inOffice('state-agency').lastEntry('2026-05-04').build()
    const decided = (day: string) => retentionOf(file, catalogue.retentionRules, day, decision)
    expect(decided('2026-05-31')).toMatchObject({ rule: 'RET4', action: 'ask', listedFrom: null })
    expect(decided('2026-06-01')).toMatchObject({ rule: 'RET4', action: 'ask', listedFrom: '2036-05-04', completeBy: null })
    expect(isOnWeedingList(decided('2036-05-04'), '2036-05-04')).toBe(true)
  })

  it('the decision of a state agency changes nothing for the social services', () => {
    const decision = { text: 'RA-MS 2026:7', years: 1, from: 'birth', decidedBy: 'Enhetschefen', decidedOn: '2020-01-01' } as const
    expect(retentionOf(aCaseA().build(), catalogue.retentionRules, '2026-09-30', decision)).toMatchObject({
      rule: 'RET2',
      listedFrom: null,
    })
  })

  it('another office is offered weeding five years after the last entry', () => {
    const closed = aCase().inOffice('other').lastEntry('2026-02-20')
    expect(on(closed, '2031-02-20')).toMatchObject({ rule: 'RET5', action: 'propose', listedFrom: '2031-02-20', completeBy: null })
    expect([listed(closed, '2031-02-19'), listed(closed, '2031-02-20')]).toEqual([false, true])
  })

  it('a state agency decides for itself, also for a placed child', () => {
    expect(on(aCaseA().inOffice('state-agency'), '2026-09-30')).toMatchObject({ rule: 'RET4', action: 'ask', listedFrom: null })
  })
})
