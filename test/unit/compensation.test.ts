import { describe, expect, it } from 'vitest'
import { compensationDeadline } from '#domain/deadlines/compensation.ts'
import { aCase, type CaseBuilder } from '../support/a-case.ts'
import { aCaseA } from '../support/cases.ts'
import { catalogue } from '../support/examples.ts'

const on = (builder: CaseBuilder, day = '2026-09-30') => compensationDeadline(builder.build(), catalogue.compensationRules, day)
const proceedings = (builder: CaseBuilder, day?: string) => on(builder, day)?.days.find((each) => each.trigger !== 'birth')

describe('crime victim compensation', () => {
  it('Case A: three years from closing would end 2029-05-20', () => {
    expect(proceedings(aCaseA())).toMatchObject({ trigger: 'closing-or-no-prosecution', from: '2026-05-20', lastDay: '2029-05-20' })
  })

  it('Case A: the child may apply until she turns 21, so the last safe day is 2032-03-13', () => {
    expect(on(aCaseA())).toMatchObject({ lastSafeDay: '2032-03-13', decides: { rule: 'DL_BSE_21' } })
  })

  it('before the prosecution was dropped no years run', () => {
    const opened = aCaseA().investigation('opened', '2026-02-12')
    expect(proceedings(opened, '2026-05-19')).toBeUndefined()
    expect(on(opened, '2026-05-19')?.lastSafeDay).toBe('2032-03-13')
  })

  it('three years from legal force win where they end after the 21st birthday', () => {
    const judged = aCase().investigation('opened', '2026-03-01').investigation('judgment-in-legal-force', '2030-01-10')
    expect(on(judged, '2030-02-01')).toMatchObject({ lastSafeDay: '2033-01-10', decides: { trigger: 'final-judgment-legal-force' } })
  })

  it('an investigation opened again stops the years', () => {
    const again = aCase().investigation('closed', '2026-04-01').investigation('opened', '2026-06-01')
    expect(proceedings(again, '2026-05-01')?.lastDay).toBe('2029-04-01')
    expect(proceedings(again)).toBeUndefined()
  })

  it('where nothing was opened the years run from the crime', () => {
    const unopened = aCase().exploited('2025-11-05').investigation('reported', '2026-02-11').investigation('not-opened', '2026-03-01')
    expect(proceedings(unopened)).toMatchObject({ trigger: 'crime-if-no-investigation', lastDay: '2028-11-05' })
  })

  it('a rule past the day to which it was checked asks to be looked up again', () => {
    expect([proceedings(aCaseA(), '2026-08-31')?.recheck, proceedings(aCaseA(), '2026-09-01')?.recheck]).toEqual([false, true])
  })
})
