import { describe, expect, test } from 'vitest'
import type { CaseFile } from '#domain/case/case-file.ts'
import { nextPlanVersion } from '#operations/plan-version.ts'
import { caseA, copy } from '../support/examples.ts'

type Copy = { readonly planVersion: number; readonly caseVersion: number; readonly on: string }

/** Case A with these copies already sent. */
const sent = (...copies: readonly Copy[]): CaseFile => {
  const file = copy(caseA)
  file.transfers.log = copies.map(({ planVersion, caseVersion, on }) => ({
    happenedOn: on,
    recordedAt: `${on}T12:00:00Z`,
    recipient: 'iom-fi',
    purpose: 'plan',
    profile: 'IOM_FI',
    language: 'sv',
    planVersion,
    caseVersion,
    sha256: '0'.repeat(64),
    by: 'Anna Testberg',
  }))
  return file
}
const first = { planVersion: 2, caseVersion: 1, on: '2026-09-28' }

describe('the version of a signed plan', () => {
  test('the first after a countersigned one is the next, and names what it replaces', () => {
    expect(nextPlanVersion({ caseFile: caseA, version: 1 })).toEqual({ version: 2, replaces: { version: 1, on: '2026-09-19' } })
  })

  test('without any earlier plan it is one, and replaces nothing', () => {
    const file = copy(caseA)
    file.reintegration.countersignatures = []
    expect(nextPlanVersion({ caseFile: file, version: 4 })).toEqual({ version: 1, replaces: null })
  })

  test('copies of the same case for several recipients share a version and replace the same', () => {
    expect(nextPlanVersion({ caseFile: sent(first), version: 2 })).toEqual({ version: 2, replaces: { version: 1, on: '2026-09-19' } })
    const twice = sent(first, { ...first, caseVersion: 2 })
    expect(nextPlanVersion({ caseFile: twice, version: 3 }).version).toBe(2)
  })

  test('any change of the case since makes a new version', () => {
    expect(nextPlanVersion({ caseFile: sent(first), version: 3 })).toEqual({ version: 3, replaces: { version: 2, on: '2026-09-28' } })
  })
})
