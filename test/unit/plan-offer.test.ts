import { describe, expect, test } from 'vitest'
import { planFields } from '#domain/catalogue/plan-profiles.ts'
import { planOffer } from '#domain/plan/plan-offer.ts'
import { catalogue } from '../support/examples.ts'

const profiles = catalogue.planProfiles.profiles.map(({ id }) => id)
const goes = (profile: (typeof profiles)[number]) => planOffer(catalogue, profile).goes.map(({ field }) => field)

describe('what goes and what stays', () => {
  test('there is a profile for every kind of recipient', () => {
    expect(profiles.toSorted()).toEqual(['CARE_PARTNER', 'COO_AUTHORITY', 'CHILD', 'EMBASSY', 'FAMILY', 'IOM_FI', 'IOM_MISSION'].toSorted())
  })

  test.each(profiles)('for %s every field either goes or stays with a reason', (profile) => {
    const offer = planOffer(catalogue, profile)
    const staying = offer.stays.filter(({ always }) => !always)
    expect([...offer.goes, ...staying].map(({ field }) => field).toSorted()).toEqual([...planFields].toSorted())
    for (const { why } of offer.stays) expect(why).toMatch(/^[a-z-]+$/)
  })

  test.each(profiles)('for %s the child’s name, exploitation, informants and people not safe to contact stay', (profile) => {
    const { stays } = planOffer(catalogue, profile)
    expect(goes(profile)).not.toContain('child.name')
    const always = stays.filter((each) => each.always).map(({ field }) => field)
    expect(always).toEqual(
      expect.arrayContaining([
        'exploitation',
        'police-and-informants',
        'persons-not-safe-to-contact',
        'placements',
        'other-children',
        'street-address',
      ]),
    )
  })

  test('the family and the care partner get the same', () => {
    expect(planOffer(catalogue, 'FAMILY').goes).toEqual(planOffer(catalogue, 'CARE_PARTNER').goes)
  })

  test('the family gets neither risk nor budget nor the guardian', () => {
    for (const field of ['risk.assessment', 'cover.risk', 'budget.lines', 'cover.budget', 'guardian.person', 'attachment.data'])
      expect(goes('FAMILY')).not.toContain(field)
  })

  test('only the copies for IOM Finland and the family are set by this version', () => {
    expect(profiles.filter((profile) => planOffer(catalogue, profile).available).toSorted()).toEqual(['FAMILY', 'IOM_FI'])
  })
})
