import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { CaseFile } from '#domain/case/case-file.ts'
import { checkCode, contentOf } from '#domain/plan/check-code.ts'
import { caseA, copy } from '../support/examples.ts'
import { draftFor, planFor, problemOf } from '../support/plan-samples.ts'

const changed = (change: (file: CaseFile) => void): CaseFile => {
  const file = copy(caseA)
  change(file)
  return file
}
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const iom = planFor('IOM_FI')
const family = planFor('FAMILY')

describe('the plan of case A for IOM Finland', () => {
  test('shows every safeguard met and departure possible until 5 October', () => {
    expect(iom.cover.safeguards).toMatchObject({ met: 24, total: 24 })
    expect(iom.cover.validThrough).toBe('2026-10-05')
  })

  test('says medium risk, no open stop, six protective factors, six as the highest value', () => {
    expect(iom.risk).toMatchObject({ level: 'medium', openStops: 0, highest: 6, allStopsExamined: true })
    expect(iom.risk?.protective).toHaveLength(6)
    expect(iom.risk?.factors.map(({ id }) => id).toSorted()).toEqual(['RC01', 'RF08', 'RI03', 'RS05', 'RT05'])
  })

  test('keeps the source of a risk to its letter', () => {
    expect(iom.risk?.factors.find(({ id }) => id === 'RT05')?.reliability).toBe('A')
    expect(planFor('IOM_MISSION').risk?.factors.find(({ id }) => id === 'RT05')?.reliability).toBeNull()
  })

  test('adds up its own lines', () => {
    expect(iom.budget).toMatchObject({ totalSek: 5_923_550, totalEur: 526_538, contingency: { basisPoints: 349 } })
  })

  test('has the eight follow-ups, the one of a Saturday on Monday', () => {
    expect(iom.followUp?.contacts.map(({ due }) => due)).toEqual([
      '2026-10-02',
      '2026-10-08',
      '2026-10-15',
      '2026-11-02',
      '2026-12-30',
      '2027-03-30',
      '2027-06-28',
      '2027-10-01',
    ])
    expect(iom.followUp?.contacts[3]?.movedFrom).toBe('2026-10-31')
  })

  test('asks for the support that is guaranteed in writing, and only then', () => {
    expect(iom.cover.asks.map(({ ask }) => ask)).toContain('give-guaranteed-support')
    const promised = changed((file) => {
      for (const finding of file.riskAssessments.flatMap(({ findings }) => findings))
        if (finding.finding === 'present') for (const measure of finding.measures) measure.state = 'done'
    })
    expect(planFor('IOM_FI', promised).cover.asks.map(({ ask }) => ask)).not.toContain('give-guaranteed-support')
  })
})

describe('the plan for the receiving family', () => {
  test('has no part about risk, budget, guardian or evidence, and no name in its header', () => {
    for (const part of ['risk', 'budget', 'guardian', 'consent']) expect(family).not.toHaveProperty(part)
    expect(family.evidence).toEqual([])
    expect(family.cover).toMatchObject({ risk: null, budget: null })
    expect(family.recipient.name).toBeNull()
    expect(family.attached).toBe(false)
  })

  test('says the child’s age and no birth date', () => {
    expect(family.child).toMatchObject({ age: 15, birth: null, supportedSince: null })
  })

  test('leaves the office in Finland out of the contacts', () => {
    expect(family.contacts.map(({ organisation }) => organisation)).not.toContain('IOM Finland')
    expect(iom.contacts.map(({ organisation }) => organisation)).toContain('IOM Finland')
  })
})

describe('people in a plan', () => {
  const caregiver = caseA.reception.arrangements.at(-1)?.livesWith
  const withCaregiver = (change: Partial<CaseFile['people'][number]>) =>
    changed((file) => {
      for (const person of file.people) if (person.id === caregiver) Object.assign(person, change)
    })

  test.each(['no', 'unknown'] as const)('a caregiver whose safety is %s is not named', (safeToContact) => {
    const answer = problemOf('IOM_FI', withCaregiver({ safeToContact }))
    const plan = answer === undefined ? planFor('IOM_FI', withCaregiver({ safeToContact })) : undefined
    expect(plan?.reception?.caregiver ?? null).toBeNull()
  })

  test('an informant is not named though safe to contact and present at the handover', () => {
    const file = changed((each) => {
      each.people.push({
        id: 'informant',
        roles: ['relative', 'informant'],
        name: 'Radu Påhitt',
        custodian: false,
        safeToContact: 'yes',
        mustNotLearnAddress: false,
        appointments: [],
      })
      each.reception.arrangements.at(-1)?.metBy.push('informant')
    })
    expect(JSON.stringify(planFor('IOM_FI', file))).not.toContain('Radu Påhitt')
  })

  test('the name of the child, written into a goal, becomes the alias', () => {
    const file = changed((each) => {
      each.reintegration.childsGoal = `${each.child.givenName} vill rita. ${each.child.givenName}s vän: ${each.child.givenName} ${each.child.familyName}.`
    })
    expect(planFor('IOM_FI', file).child.goal).toBe('M. vill rita. M. vän: M..')
  })

  test.each([
    ['the name of somebody withheld', (file: CaseFile) => file.people.find(({ safeToContact }) => safeToContact === 'no')?.name ?? ''],
    ['a word for a withheld relative', () => 'pappan'],
    ['the name of a placement', (file: CaseFile) => file.child.placements.find(({ name }) => name !== undefined)?.name ?? 'pappa'],
  ])('%s in a free text stops the plan and says where', (_what, word) => {
    const file = changed((each) => {
      each.reintegration.strengths = [`Ska inte bo med ${word(each)}`]
    })
    expect(problemOf('IOM_FI', file)).toEqual({ code: 'withheld-words', fields: ['child.strengths[0]'] })
  })
})

describe('the check code', () => {
  test('is the same when the same version is made again at another hour', () => {
    const again = {
      ...iom,
      issuedAt: '2026-09-30T15:00:00Z',
      journalHead: 'ab'.repeat(32),
      checkpoint: { number: 8, hash: 'cd'.repeat(32) },
    }
    expect(checkCode(contentOf(again), sha256)).toBe(checkCode(contentOf(iom), sha256))
    expect(checkCode(contentOf({ ...iom, version: 3 }), sha256)).not.toBe(checkCode(contentOf(iom), sha256))
  })

  test('is the same for the same content and another for each recipient', () => {
    expect(checkCode(iom, sha256)).toBe(checkCode(planFor('IOM_FI'), sha256))
    expect(checkCode(iom, sha256)).not.toBe(checkCode(family, sha256))
    expect(checkCode(iom, sha256)).toMatch(/^[0-9A-F]{4} [0-9A-F]{4}$/)
  })
})

describe('the draft of case B', () => {
  const draft = draftFor()

  test('lists 18 open safeguards that must be met and five others', () => {
    expect(Object.groupBy(draft.gates, ({ kind }) => kind)).toMatchObject({ hard: { length: 18 }, soft: { length: 5 } })
    expect(draft.safeguards.met).toBe(1)
  })

  test('has six open stops, critical risk and the pause since the child’s no', () => {
    const open = draft.risk?.factors.filter((factor) => factor.open).map(({ id }) => id)
    expect(open?.toSorted()).toEqual(['RF01', 'RF03', 'RI01', 'RS03', 'RT03', 'RT04'])
    expect(draft.risk).toMatchObject({ level: 'critical', fewProtective: true })
    expect(draft.pause).toMatchObject({ since: '2026-09-21', by: ['child'] })
  })

  test('says how long the child waited for a guardian', () => {
    expect(draft.guardian).toEqual({ on: '2026-08-26', daysWaited: 23 })
  })
})
