import { describe, expect, test } from 'vitest'
import type { CaseFile } from '#domain/case/case-file.ts'
import { isNamedElsewhere } from '#domain/case/person-references.ts'
import { deadlinesOf } from '#domain/deadlines/deadlines-of.ts'
import { assessReadiness } from '#domain/readiness/readiness.ts'
import { romania } from '../support/cases.ts'
import { caseA, catalogue, copy } from '../support/examples.ts'
import { planFor, problemOf } from '../support/plan-samples.ts'

const at = (happenedOn: string) => ({ happenedOn, recordedAt: `${happenedOn}T12:00:00Z` })
const day = '2026-09-30'
const number = '+46 700 000 099'

/** Case A in which one of its people has a number and something else about them. */
function withPerson(id: string, change: Partial<CaseFile['people'][number]>): CaseFile {
  const file = copy(caseA)
  for (const person of file.people) if (person.id === id) Object.assign(person, { phone: number }, change)
  return file
}

/** What leaves for IOM Finland; nothing where the plan is refused. */
const leaves = (file: CaseFile): string => (problemOf('IOM_FI', file) === undefined ? JSON.stringify(planFor('IOM_FI', file)) : '')

describe('a number leaves in a plan', () => {
  test.each(['anna-testberg', 'nils-dummy', 'sven-fiktivsson'])('of somebody by office who is safe to contact: %s', (id) => {
    expect(leaves(withPerson(id, {}))).toContain(number)
  })

  test.each(['anna-testberg', 'sven-fiktivsson', 'dgaspc-officer'])('and not before somebody has found out, nor by office: %s', (id) => {
    // Of whom nobody has said anything yet the office may stand in the plan, without the number.
    expect(leaves(withPerson(id, { safeToContact: 'unknown' }))).not.toBe('')
    for (const safeToContact of ['unknown', 'no'] as const) expect(leaves(withPerson(id, { safeToContact }))).not.toContain(number)
    expect(leaves(withPerson(id, { mustNotLearnAddress: true }))).not.toContain(number)
  })

  test('not that of an officer who also gave information in secret', () => {
    expect(leaves(withPerson('dgaspc-officer', { roles: ['partner-officer', 'informant'] }))).not.toContain(number)
  })
})

describe('a person', () => {
  test('who receives the child is named elsewhere in the case; one of whom nothing else tells is not', () => {
    expect(isNamedElsewhere(caseA, 'ioana-exemplu')).toBe(true)
    expect(isNamedElsewhere(caseA, 'lisa-pahittad')).toBe(false)
  })
})

describe('a specially appointed custodian', () => {
  /** The guardian has ended and a custodian stands in. */
  const taken = copy(caseA)
  taken.legal.permits.push({ ...at('2026-08-01'), permit: 'PRM_TUT', step: 'granted', validThrough: '2027-02-01' })
  for (const person of taken.people) if (person.roles.includes('guardian')) person.appointments.push({ ...at('2026-09-01'), step: 'ended' })
  const evidence = caseA.people.flatMap(({ appointments }) => appointments.flatMap((each) => each.evidence ?? []))
  const custodian: CaseFile['people'][number] = {
    id: 'siv',
    name: 'Siv Påhittad',
    roles: ['appointed-custodian'],
    custodian: false,
    safeToContact: 'yes',
    mustNotLearnAddress: false,
    appointments: [{ ...at('2026-09-01'), step: 'appointed', evidence }],
  }
  const stand = (file: CaseFile): CaseFile => ({ ...file, people: [...file.people, custodian] })
  const guardianGate = (file: CaseFile) => assessReadiness(file, catalogue, day).gates.find(({ gate }) => gate.id === 'G01')
  const asked = (file: CaseFile) => deadlinesOf(file, catalogue, romania, day, []).find(({ id }) => id === 'DL14')

  test('stands in the guardian’s place', () => {
    expect(guardianGate(taken)?.state).toBe('open')
    expect(guardianGate(stand(taken))?.state).toBe('met')
  })

  test('need not be asked for again', () => {
    expect(asked(taken)?.state).toBe('due')
    expect(asked(stand(taken))).toMatchObject({ state: 'done', since: '2026-09-01' })
  })
})
