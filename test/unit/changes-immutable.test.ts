import { describe, expect, test } from 'vitest'
import type { CaseFile } from '#domain/case/case-file.ts'
import { immutableKinds, immutableTouched } from '#domain/changes/immutable.ts'
import { caseA } from '../support/examples.ts'
import { fullCase } from '../support/full-case.ts'

const standing = { now: '2026-09-30T10:00:00Z', noteLockMinutes: 60 }
const file = fullCase(caseA)
const touched = (change: (after: CaseFile) => void) => {
  const after = structuredClone(file)
  change(after)
  return immutableTouched(file, after, standing).map((each) => each.what)
}

describe('what stands is not altered', () => {
  test.each<readonly [string, (after: CaseFile) => void]>([
    ['risk-assessment', (after) => after.riskAssessments[0]?.findings.pop()],
    ['best-interests-decision', (after) => Object.assign(after.bestInterests[0]?.decision ?? {}, { reasons: 'Andra skäl.' })],
    ['override', (after) => after.overrides.pop()],
    ['budget-approval', (after) => after.budget.approvals.pop()],
    ['transfer-consent', (after) => Object.assign(after.transfers.consents[0] ?? {}, { step: 'withdrawn' })],
    ['secrecy-check', (after) => Object.assign(after.transfers.secrecyChecks[0] ?? {}, { official: 'Någon annan' })],
    ['talk', (after) => Object.assign(after.talks[0] ?? {}, { words: 'Något annat.' })],
    ['return-declaration', (after) => after.returnDeclarations.shift()],
    ['note', (after) => Object.assign(after.notes?.[0] ?? {}, { text: 'Något annat.' })],
  ])('%s', (what, change) => {
    expect(immutableKinds).toContain(what)
    expect(new Set(touched(change))).toEqual(new Set([what]))
  })

  test('new entries may come beside, and what was still to be filled in may be', () => {
    const open = structuredClone(file)
    const talk = open.talks[0]
    const decided = open.bestInterests[0]
    if (talk === undefined || decided === undefined) throw new Error('case A has a talk and a decision')
    talk.wishes.push({ wish: 'Ringa mormor' })
    delete decided.childInformed
    const after = structuredClone(open)
    Object.assign(after.talks[0]?.wishes.at(-1) ?? {}, { answer: { text: 'Ja.', decidedOn: '2026-09-20' } })
    Object.assign(after.bestInterests[0] ?? {}, { childInformed: { on: '2026-09-20', language: 'ro' } })
    after.returnDeclarations.push({ happenedOn: '2026-09-30', recordedAt: '2026-09-30T09:00:00Z', step: 'withdrawn', by: ['child'] })
    expect(immutableTouched(open, after, standing)).toEqual([])
  })

  test('a note may be rewritten until it locks, and not a minute longer', () => {
    const edit = (now: string) =>
      immutableTouched(
        file,
        { ...file, notes: [{ id: 'note-1', text: 'Ändrad', recordedAt: '2026-09-02T12:00:00Z' }] },
        { ...standing, now },
      )
    expect(edit('2026-09-02T12:59:59Z')).toEqual([])
    expect(edit('2026-09-02T13:00:00Z')).toEqual([{ what: 'note', path: '/notes/0' }])
  })

  test('one of two equal entries may not go either', () => {
    const twice = structuredClone(file)
    const first = twice.returnDeclarations[0]
    if (first !== undefined) twice.returnDeclarations.push(structuredClone(first))
    expect(immutableTouched(twice, file, standing).map((each) => each.what)).toEqual(['return-declaration'])
  })
})
