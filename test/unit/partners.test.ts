import { describe, expect, it } from 'vitest'
import { findPartners, fitOf } from '#domain/partners/fit.ts'
import { partnerDetailsSchema } from '#domain/partners/partner.ts'
import { partnerStanding, toCheckNext } from '#domain/partners/standing.ts'
import { aCheck, aPartner } from '../support/partners.ts'

const today = '2026-09-21'
const girl = { sex: 'girl', age: 15, country: 'RO', town: 'bacau', language: 'ro', services: ['therapy'] } as const

describe('what is written of a partner', () => {
  it.each([
    ['2026-09-09', 'current', []],
    ['2026-04-22', 'current', []],
    ['2026-04-21', 'soon', []],
    ['2026-03-21', 'soon', []],
    ['2026-03-20', 'old', ['too-old']],
  ] as const)('and was checked on %s is %s on 21 September', (on, state, refusals) => {
    expect(partnerStanding(aPartner({}, [aCheck(on)]), today)).toMatchObject({ state, refusals, checkedOn: on })
  })

  it('holds through the last day of a shorter month', () => {
    expect(partnerStanding(aPartner({}, [aCheck('2026-08-31')]), '2027-02-28')).toMatchObject({ holdsThrough: '2027-02-28', state: 'soon' })
    expect(partnerStanding(aPartner({}, [aCheck('2026-08-31')]), '2027-03-01').state).toBe('old')
  })

  it('may be chosen again after a new check, and a call that nobody answered is none', () => {
    const old = aCheck('2026-01-10')
    expect(partnerStanding(aPartner({}, [old, aCheck(today)]), today).refusals).toEqual([])
    const silent = partnerStanding(aPartner({}, [old, aCheck(today, { outcome: 'no-answer' })]), today)
    expect(silent).toMatchObject({ state: 'old', silent: true, checkedOn: '2026-01-10', refusals: ['too-old'] })
  })

  it('that was never checked, is no longer used, or is of a person of whom nobody knows whether it is safe, is not chosen', () => {
    expect(partnerStanding(aPartner({}, []), today).refusals).toEqual(['never-checked'])
    expect(partnerStanding(aPartner({ inUse: false }), today).refusals).toEqual(['retired'])
    expect(partnerStanding(aPartner({ kind: 'person', safeToContact: 'unknown' }), today).refusals).toEqual(['not-safe'])
    expect(partnerStanding(aPartner({ kind: 'person', safeToContact: 'yes' }), today).refusals).toEqual([])
    expect(partnerStanding(aPartner({ safeToContact: 'no' }), today).refusals).toEqual(['not-safe'])
  })

  it('is not checked by a day to come', () => {
    expect(partnerStanding(aPartner({}, [aCheck('2026-10-01')]), today).state).toBe('never')
  })

  it('is to be checked in order: never, then the oldest', () => {
    const [fresh, soon, old, never, retired] = [
      aPartner({}, [aCheck(today)], 1),
      aPartner({}, [aCheck('2026-04-01')], 2),
      aPartner({}, [aCheck('2025-12-12')], 3),
      aPartner({}, [], 4),
      aPartner({ inUse: false }, [], 5),
    ]
    expect(toCheckNext([fresh, soon, old, never, retired], today)).toEqual([never, old, soon])
  })
})

describe('who can receive a girl of 15 in Bacău, Romanian, therapy', () => {
  it('is whoever has all of it, with a reason for each', () => {
    const { verdict, reasons } = fitOf(aPartner(), girl, today)
    expect(verdict).toBe('yes')
    expect(reasons.map(({ code }) => code)).toEqual([
      'place',
      'sex',
      'age',
      'language',
      'service',
      'checked',
      'independent',
      'safeguarding',
    ])
    expect(reasons.every(({ outcome }) => outcome === 'yes')).toBe(true)
  })

  it.each([
    ['place', 'no', { town: 'Sliven' }],
    ['place', 'no', { country: 'BG' }],
    ['place', 'yes', { town: 'Iași', area: ['Bacau'] }],
    ['place', 'yes', { town: 'Iași', wholeCountry: true }],
    ['sex', 'no', { receives: ['boy'] as const }],
    ['sex', 'unknown', { receives: [] }],
    ['age', 'no', { toAge: 14 }],
    ['age', 'yes', { fromAge: 15, toAge: 15 }],
    ['age', 'unknown', { toAge: undefined }],
    ['language', 'no', { languages: ['en'] }],
    ['service', 'no', { services: ['reception'] }],
    ['independent', 'no', { independentOfFamily: 'no' }],
    ['safeguarding', 'unknown', { safeguarding: 'unknown' }],
  ] as const)('%s: %s', (code, outcome, change) => {
    const partner = aPartner()
    const changed = { ...partner, details: partnerDetailsSchema.parse({ ...partner.details, ...change }) }
    const fit = fitOf(changed, girl, today)
    expect(fit.reasons.find((reason) => reason.code === code)?.outcome).toBe(outcome)
    expect(fit.verdict).toBe(outcome === 'yes' ? 'yes' : outcome === 'no' ? 'no' : 'perhaps')
  })

  it('is nobody whose details are too old, and says so', () => {
    const fit = fitOf(aPartner({}, [aCheck('2026-01-01')]), girl, today)
    expect(fit).toMatchObject({ verdict: 'no' })
    expect(fit.reasons).toContainEqual({ code: 'checked', outcome: 'no', values: { state: 'old' } })
  })

  it('lists those that fit first, and those of which least speaks against last but one', () => {
    const partners = [
      aPartner({ languages: ['bg'], services: ['school'] }, undefined, 1),
      aPartner({ languages: ['bg'] }, undefined, 2),
      aPartner({ receives: [] }, undefined, 3),
      aPartner({}, undefined, 4),
      aPartner({ inUse: false }, undefined, 5),
    ]
    const found = findPartners(partners, girl, today)
    expect(found.map(({ partner, fit }) => [partner.id.at(-1), fit.verdict])).toEqual([
      ['4', 'yes'],
      ['3', 'perhaps'],
      ['2', 'no'],
      ['1', 'no'],
    ])
  })
})
