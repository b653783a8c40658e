import { describe, expect, test } from 'vitest'
import type { CaseFile } from '#domain/case/case-file.ts'
import { assessReadiness } from '#domain/readiness/readiness.ts'
import { caseA, catalogue, copy } from '../support/examples.ts'

const changed = (change: (file: CaseFile) => void): CaseFile => {
  const file = copy(caseA)
  change(file)
  return file
}
const verdict = (file: CaseFile, recipient: string, on = '2026-09-30') =>
  assessReadiness(file, catalogue, on).export.find((each) => each.recipient === recipient)
const at = (happenedOn: string) => ({ happenedOn, recordedAt: `${happenedOn}T12:00:00Z` })
const aunt = 'aunt-family'

describe('a plan leaves only for a recipient whose own check allows it', () => {
  test('every recipient of case A is covered', () => {
    for (const { id } of caseA.recipients) expect(verdict(caseA, id)).toMatchObject({ permitted: true, secrecy: { gap: undefined } })
  })

  test('a withdrawn consent to the transfer stops that recipient and no other, and does not pause the case', () => {
    const file = changed((each) =>
      each.transfers.consents.push({ ...at('2026-09-25'), step: 'withdrawn', recipients: ['iom-fi'], purpose: 'plan', by: ['child'] }),
    )
    expect(verdict(file, 'iom-fi')).toMatchObject({ permitted: false, gates: ['G21'], secrecy: { gap: 'consent-withdrawn' } })
    expect(verdict(file, 'dgaspc-bacau')?.permitted).toBe(true)
    expect(assessReadiness(file, catalogue, '2026-09-30').pause).toBeUndefined()
    expect(verdict(file, 'iom-fi', '2026-09-24')?.permitted).toBe(true)
  })

  test.each(['no', 'unknown'] as const)('a relative whose safety is %s gets nothing', (safeToContact) => {
    const file = changed((each) => {
      for (const person of each.people) if (person.id === 'ioana-exemplu') person.safeToContact = safeToContact
    })
    expect(verdict(file, aunt)).toMatchObject({ permitted: false, secrecy: { gap: 'recipient-not-safe' } })
  })

  test('a family recipient without a person behind it gets nothing', () => {
    const file = changed((each) => {
      for (const recipient of each.recipients) delete recipient.person
    })
    expect(verdict(file, aunt)?.secrecy.gap).toBe('recipient-not-safe')
    expect(verdict(file, 'iom-fi')?.permitted).toBe(true)
  })

  test('a later check that says no counts at once', () => {
    const file = changed((each) => {
      const last = each.transfers.secrecyChecks.find((check) => check.recipient === 'iom-fi' && check.purpose === 'plan')
      if (last !== undefined) each.transfers.secrecyChecks.push({ ...last, ...at('2026-09-20'), outcome: 'may-not-be-disclosed' })
    })
    expect(verdict(file, 'iom-fi')).toMatchObject({ permitted: false, secrecy: { gap: 'may-not-be-disclosed' } })
  })

  test.each([
    ['a public authority may not rest on consent', 'gdpr-49-1-a', 'ground-not-allowed'],
    ['an international organisation is never inside the EEA', 'gdpr-inside-eea', 'ground-not-allowed'],
    ['an unknown ground is no ground', 'gdpr-99', 'ground-not-allowed'],
  ])('%s', (_, ground, gap) => {
    const file = changed((each) => {
      for (const check of each.transfers.secrecyChecks) if (check.recipient === 'iom-fi') check.dataProtectionGround = ground
    })
    expect(verdict(file, 'iom-fi')).toMatchObject({ permitted: false, secrecy: { gap } })
  })

  test('for a foreign authority somebody must have decided that it suits Swedish interests', () => {
    const file = changed((each) => {
      for (const check of each.transfers.secrecyChecks) delete check.swedishInterests
    })
    expect(verdict(file, 'dgaspc-bacau')?.secrecy.gap).toBe('swedish-interests-undecided')
  })

  test('an answer without its document is no answer', () => {
    const file = changed((each) => {
      for (const check of each.transfers.secrecyChecks) delete check.evidence
    })
    expect(verdict(file, 'iom-fi')?.secrecy.gap).toBe('evidence-missing')
  })
})
