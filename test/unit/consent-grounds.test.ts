import { describe, expect, test } from 'vitest'
import type { CaseFile } from '#domain/case/case-file.ts'
import type { Recipient } from '#domain/case/people.ts'
import { decisionsIn } from '#domain/changes/decisions.ts'
import { groundHindrance, groundsFor } from '#domain/readiness/transfer-grounds.ts'
import { caseA, catalogue, copy } from '../support/examples.ts'

const partnerIn = (country: string): Recipient => ({
  id: 'partner',
  kind: 'private-partner',
  profile: 'CARE_PARTNER',
  name: 'Casa Exemplu',
  country,
})

function hindrance(caseFile: CaseFile, id: string, country: string) {
  const recipient = partnerIn(country)
  const ground = groundsFor({ catalogue }, recipient)?.dataProtection.find((each) => each.id === id)
  if (ground === undefined) throw new Error(`the catalogue has no ground ${id}`)
  return groundHindrance({ caseFile, catalogue }, ground, recipient)
}

describe('a ground for a transfer', () => {
  const association = copy(caseA)
  association.office.type = 'other'

  test('explicit consent cannot be chosen by a public authority, and can by another office', () => {
    expect(hindrance(caseA, 'gdpr-49-1-a', 'VN')).toBe('not-for-public-authority')
    expect(hindrance(association, 'gdpr-49-1-a', 'VN')).toBeUndefined()
  })

  test('belongs to one side of the border of the EEA', () => {
    expect(hindrance(caseA, 'gdpr-inside-eea', 'RO')).toBeUndefined()
    expect(hindrance(caseA, 'gdpr-inside-eea', 'VN')).toBe('inside-eea-only')
    expect(hindrance(caseA, 'gdpr-46-instrument', 'RO')).toBe('outside-eea-only')
  })
})

test('that a paused case goes on is a decision of its own, whatever way it comes', () => {
  const after = copy(caseA)
  after.resumptions.push({ happenedOn: '2026-09-30', recordedAt: '2026-09-30T08:00:00Z', decidedBy: 'Nils Dummy', reason: 'Nytt samtal' })
  expect(decisionsIn(caseA, after)).toEqual(['approve-resumption'])
  expect(decisionsIn(after, after)).toEqual([])
})
