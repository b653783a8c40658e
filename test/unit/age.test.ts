import { describe, expect, it } from 'vitest'
import { ageAtIdentification, ageOfChild, majorityOf } from '#domain/case/age.ts'
import { aCase, fact } from '../support/a-case.ts'
import { aCaseA, aCaseB } from '../support/cases.ts'
import { catalogue } from '../support/examples.ts'

describe('age', () => {
  it('Case A: age at identification is 14', () => {
    expect(ageAtIdentification(aCaseA().build().child, '2026-09-30')).toEqual({ years: 14, standing: 'verified' })
  })

  it('Case A: she turns 18 on 2029-03-14', () => {
    expect(majorityOf(aCaseA().build().child, catalogue.deadlines)).toBe('2029-03-14')
  })

  it('Case B: a disputed age stays the stated 14 and says that it is disputed', () => {
    expect(ageAtIdentification(aCaseB().build().child, '2026-09-25')).toEqual({ years: 14, standing: 'disputed' })
  })

  it('the earliest identification counts, and none before the day asked about gives no age', () => {
    const twice = aCase().with((file) => file.child.identifications.push({ ...fact('2024-01-01'), by: 'police', municipality: '1280' }))
    expect(ageAtIdentification(twice.build().child, '2026-09-30')?.years).toBe(12)
    expect(ageAtIdentification(twice.build().child, '2023-12-31')).toBeUndefined()
  })

  it('a child born on a leap day comes of age on 28 February', () => {
    const { child } = aCase().born('2012-02-29').build()
    expect(majorityOf(child, catalogue.deadlines)).toBe('2030-02-28')
    expect([ageOfChild(child, '2030-02-27').years, ageOfChild(child, '2030-02-28').years]).toEqual([17, 18])
  })
})
