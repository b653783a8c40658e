import { describe, expect, test } from 'vitest'
import type { CaseFile } from '#domain/case/case-file.ts'
import { assessReadiness, type Readiness } from '#domain/readiness/readiness.ts'
import { caseA, caseB, catalogue, copy } from '../support/examples.ts'

const day = '2026-09-30'
const at = (happenedOn: string) => ({ happenedOn, recordedAt: `${happenedOn}T12:00:00Z` })

/** The ready case A after one change. */
function changed(change: (file: CaseFile) => void, on = day): Readiness {
  const file = copy(caseA)
  change(file)
  return assessReadiness(file, catalogue, on)
}
const set = <Item extends object>(items: readonly Item[], values: Partial<Item>): void => {
  for (const item of items) Object.assign(item, values)
}
const gate = (readiness: Readiness, id: string) => readiness.gates.find((each) => each.gate.id === id)
const blocked = (readiness: Readiness) => [
  readiness.book.permitted,
  readiness.confirm.permitted,
  ...readiness.export.map((each) => each.permitted),
]
const father = 'father'
const aunt = 'ioana-exemplu'

describe('nobody unsafe comes near the child', () => {
  test('a newer arrangement with the father counts at once, even half filled in', () => {
    const readiness = changed((file) => {
      file.reception.arrangements.push({ ...at('2026-09-29'), metBy: [father], livesWith: father })
      file.reception.homeStudies.push({ ...at('2026-09-29'), person: father, by: 'DGASPC', outcome: 'suitable', traffickingLink: false })
    })
    expect(gate(readiness, 'G11')).toMatchObject({ state: 'open', work: 'answered-no', reason: { code: 'receiver-not-safe' } })
    expect(blocked(readiness)).not.toContain(true)
  })

  test('a newer arrangement that leaves a question open opens the reception again', () => {
    const readiness = changed((file) => file.reception.arrangements.push({ ...at('2026-09-29'), metBy: [aunt] }))
    expect(gate(readiness, 'G11')).toMatchObject({ state: 'open', reason: { code: 'reception-incomplete' } })
  })

  test.each([
    ['suspected', (person: CaseFile['people'][number]) => person.roles.push('suspect')],
    ['one who must not learn the address', (person: CaseFile['people'][number]) => Object.assign(person, { mustNotLearnAddress: true })],
    ['not known as safe', (person: CaseFile['people'][number]) => Object.assign(person, { safeToContact: 'unknown' })],
  ] as const)('a caregiver who is %s does not receive', (_, change) => {
    const readiness = changed((file) => file.people.filter((each) => each.id === aunt).map((person) => change(person)))
    expect(gate(readiness, 'G11')?.reason?.code).toBe('receiver-not-safe')
  })

  test('an escort who is not known as safe does not travel', () => {
    const readiness = changed((file) => set(file.travel.itineraries, { escort: father }))
    expect(gate(readiness, 'G17')).toMatchObject({ state: 'open', work: 'answered-no', reason: { code: 'escort-not-safe' } })
  })

  test('a tracing of somebody else says nothing of the caregiver, and the last finding counts', () => {
    const other = changed((file) => set(file.reception.tracing, { person: 'dgaspc-officer' }))
    expect(gate(other, 'G08')).toMatchObject({ state: 'open', reason: { code: 'other-person-traced' } })
    const doubted = changed((file) => file.reception.tracing.push({ ...at('2026-09-29'), person: aunt, identityVerified: false }))
    expect(gate(doubted, 'G08')).toMatchObject({ state: 'open', reason: { code: 'identity-not-verified' } })
  })

  test('an unsuitable home of somebody else does not speak against the caregiver', () => {
    const readiness = changed((file) =>
      file.reception.homeStudies.push({
        ...at('2026-09-29'),
        person: 'dgaspc-officer',
        by: 'DGASPC',
        outcome: 'unsuitable',
        traffickingLink: true,
      }),
    )
    expect(gate(readiness, 'G09')?.state).toBe('met')
  })
})

describe('the child’s no stands', () => {
  test('a child who would not be handed over pauses the case', () => {
    const readiness = changed((file) => {
      const [planned] = file.travel.handovers
      if (planned !== undefined) file.travel.handovers.push({ ...planned, ...at('2026-10-01'), status: 'failed-refused-by-child' })
    }, '2026-10-02')
    expect(readiness.pause).toMatchObject({ since: '2026-10-01', because: 'spoken-no', by: ['child'] })
    expect(blocked(readiness)).not.toContain(true)
  })

  test.each(['failed-unsafe', 'failed-no-show'] as const)('after a handover that %s the reception is arranged anew', (status) => {
    const fail = (file: CaseFile) => {
      const [planned] = file.travel.handovers
      if (planned !== undefined) file.travel.handovers.push({ ...planned, ...at('2026-10-01'), status })
    }
    expect(gate(changed(fail, '2026-10-02'), 'G11')).toMatchObject({ state: 'open', reason: { code: 'reception-failed' } })
    const again = changed((file) => {
      fail(file)
      const [arranged] = file.reception.arrangements
      if (arranged !== undefined) file.reception.arrangements.push({ ...arranged, ...at('2026-10-02') })
    }, '2026-10-02')
    expect(gate(again, 'G11')?.state).toBe('met')
  })

  test('a declaration that the child has not signed is none, whatever it is said to have confirmed', () => {
    const readiness = changed((file) =>
      set(
        file.returnDeclarations.filter((each) => each.step === 'given'),
        { by: ['guardian'] },
      ),
    )
    expect(gate(readiness, 'G05')).toMatchObject({ state: 'open', reason: { code: 'one-voice-missing' } })
    expect(readiness.export.map((each) => each.permitted)).not.toContain(true)
  })

  test('a custodian speaks only where the case has one', () => {
    const change = (file: CaseFile) => set(file.returnDeclarations, { by: ['child', 'custodian'] })
    expect(gate(changed(change), 'G05')?.state).toBe('open')
  })

  test('views and consent from before a withdrawal no longer count', () => {
    const file = copy(caseA)
    file.returnDeclarations.push({ ...at('2026-09-29'), step: 'withdrawn', by: ['guardian'] })
    file.resumptions.push({ ...at('2026-09-30'), decidedBy: 'Eva Chefsson', reason: 'Ingen grund.' })
    const readiness = assessReadiness(file, catalogue, day)
    expect(readiness.pause?.missing).toEqual(['talk', 'declaration', 'decision'])
    expect([gate(readiness, 'G04')?.state, gate(readiness, 'G05')?.state]).toEqual(['open', 'open'])
  })

  test('both voices are asked for before a paused case goes on', () => {
    const file = copy(caseB)
    file.talks.push({
      ...at('2026-09-22'),
      interviewer: 'Karin Låtsas',
      alone: true,
      wantsToReturn: 'yes',
      informedOfAlternatives: true,
      wishes: [],
    })
    file.returnDeclarations.push({ ...at('2026-09-22'), step: 'given', by: ['guardian'] })
    file.resumptions.push({ ...at('2026-09-23'), decidedBy: 'Eva Chefsson', reason: 'Bara god man.' })
    expect(assessReadiness(file, catalogue, '2026-09-25').pause?.missing).toEqual(['declaration', 'decision'])
    file.returnDeclarations.push({ ...at('2026-09-23'), step: 'given', by: ['child'] })
    expect(assessReadiness(file, catalogue, '2026-09-25').pause).toBeUndefined()
    file.talks.push({
      ...at('2026-09-25'),
      interviewer: 'Karin Låtsas',
      alone: true,
      wantsToReturn: 'yes',
      informedOfAlternatives: true,
      wishes: [],
    })
    expect(assessReadiness(file, catalogue, '2026-09-25').pause, 'an ordinary talk later on pauses nothing').toBeUndefined()
  })

  test('what was set aside during a pause stays open after it', () => {
    const file = copy(caseB)
    const reason = 'En skriven motivering som är tillräckligt lång för att godtas av systemet.'
    file.overrides.push({ ...at('2026-09-22'), gate: 'G14', reason, decidedBy: 'Eva Chefsson' })
    file.talks.push({
      ...at('2026-09-23'),
      interviewer: 'Karin Låtsas',
      alone: true,
      wantsToReturn: 'yes',
      informedOfAlternatives: true,
      wishes: [],
    })
    file.returnDeclarations.push({ ...at('2026-09-23'), step: 'given', by: ['child', 'guardian'] })
    file.resumptions.push({ ...at('2026-09-24'), decidedBy: 'Eva Chefsson', reason: 'Nytt samtal och ny förklaring.' })
    const readiness = assessReadiness(file, catalogue, '2026-09-25')
    expect([readiness.pause, gate(readiness, 'G14')?.state]).toEqual([undefined, 'open'])
  })

  test('the spoken yes is the child’s own, and of the travel day', () => {
    const asked = (happenedOn: string, by: 'child' | 'guardian') =>
      changed((file) => file.returnDeclarations.push({ ...at(happenedOn), step: 'spoken-yes', by: [by] }), '2026-10-01').start.permitted
    expect([asked('2026-10-01', 'child'), asked('2026-10-01', 'guardian'), asked('2026-09-30', 'child')]).toEqual([true, false, false])
  })

  test('a transfer that the child has stopped goes on only with the child', () => {
    const given = (by: CaseFile['transfers']['consents'][number]['by']) =>
      changed((file) => {
        const plan = { recipients: ['iom-fi'], purpose: 'plan' as const, evidence: ['doc-consent-plan'] }
        file.transfers.consents.push({ ...at('2026-09-25'), ...plan, step: 'withdrawn', by: ['child'] })
        file.transfers.consents.push({ ...at('2026-09-26'), ...plan, step: 'given', by })
      }).export.find((each) => each.recipient === 'iom-fi')?.secrecy.gap
    expect([given(['guardian']), given(['child', 'guardian'])]).toEqual(['consent-withdrawn', undefined])
  })
})

describe('evidence is of its day and of its kind', () => {
  test('a document issued after the day asked about proves nothing yet', () => {
    const readiness = changed((file) => set(file.documents, { issuedOn: '2027-05-01' }))
    expect(readiness.met).toBe(0)
  })

  test('a custodian’s consent needs its own document', () => {
    const asked = (evidence: string[]) =>
      changed((file) => {
        set(
          file.people.filter((each) => each.id === aunt),
          { custodian: true },
        )
        file.documents.push({
          id: 'doc-parent',
          type: 'DOC_PARENT',
          title: 'Medgivande',
          issuer: 'Vårdnadshavare',
          issuedOn: '2026-09-20',
          recordedAt: '2026-09-20T12:00:00Z',
        })
        file.reception.parentalConsents.push({ ...at('2026-09-20'), person: aunt, evidence })
      })
    expect(gate(asked([]), 'G11')?.reason?.code).toBe('parental-consent-missing')
    expect(gate(asked(['doc-parent']), 'G11')?.state).toBe('met')
  })

  test('consent that a ground builds on needs its own document', () => {
    const readiness = changed((file) => set(file.transfers.consents, { evidence: [] }))
    expect(readiness.export.map((each) => each.secrecy.gap)).toContain('consent-missing')
  })

  test('a signing off of tomorrow and a measure of tomorrow do not count today', () => {
    const unsigned = changed((file) =>
      set(
        file.riskAssessments.flatMap((each) => each.signedOff ?? []),
        { happenedOn: '2026-10-01' },
      ),
    )
    expect(gate(unsigned, 'G06')).toMatchObject({ state: 'open', reason: { code: 'not-signed-off' } })
  })

  test('a family’s signature under the plan does not take over responsibility', () => {
    const readiness = changed((file) => set(file.reintegration.countersignatures, { recipient: 'aunt-family' }))
    expect(gate(readiness, 'G13')?.state).toBe('open')
  })

  test('a best-interests decision needs its panel and all its factors', () => {
    const small = changed((file) => file.bestInterests.map((each) => each.panel.pop()))
    expect(gate(small, 'G02')?.reason?.code).toBe('panel-incomplete')
    const thin = changed((file) => file.bestInterests.map((each) => each.factors.pop()))
    expect(gate(thin, 'G02')?.reason?.code).toBe('factors-incomplete')
  })

  test('every protection claim is closed, and the legal check made after', () => {
    const claims = (closings: number, checkedOn?: string) =>
      changed((file) => {
        for (const on of ['2026-08-01', '2026-08-02']) file.legal.protectionClaims.push({ ...at(on), step: 'opened' })
        for (let each = 0; each < closings; each++) file.legal.protectionClaims.push({ ...at('2026-09-01'), step: 'closed' })
        const [check] = file.legal.legalChecks
        if (checkedOn !== undefined && check !== undefined) file.legal.legalChecks.push({ ...check, ...at(checkedOn) })
      })
    expect(gate(claims(1, '2026-09-02'), 'G07')?.reason?.code).toBe('protection-claim-open')
    expect(gate(claims(2), 'G07')?.state).toBe('open')
    expect(gate(claims(2, '2026-09-02'), 'G07')?.state).toBe('met')
  })
})

describe('a departure is confirmed for a day that is decided and not past', () => {
  test.each([
    ['hoped for', { date: '2026-10-01', standing: 'hoped-for' }, 'departure-only-hoped-for'],
    ['of another day than the itinerary', { date: '2026-10-03', standing: 'planned' }, 'itinerary-of-another-day'],
    ['past', { date: '2026-09-29', standing: 'planned' }, 'departure-passed'],
  ] as const)('not one that is %s', (_, departure, obstacle) => {
    const readiness = changed((file) => file.travel.departures.push({ ...at('2026-09-29'), ...departure }))
    expect(readiness.confirm.permitted).toBe(false)
    expect(readiness.confirm.obstacles).toContain(obstacle)
  })

  test('nothing is booked for a child who has been handed over', () => {
    const readiness = changed((file) => {
      const [planned] = file.travel.handovers
      if (planned !== undefined) file.travel.handovers.push({ ...planned, ...at('2026-10-01'), status: 'handed-over' })
    }, '2026-10-02')
    expect([readiness.book.obstacles, readiness.confirm.obstacles.includes('handed-over')]).toEqual([['handed-over'], true])
  })
})
