import { describe, expect, test } from 'vitest'
import type { CaseFile } from '#domain/case/case-file.ts'
import { assessReadiness } from '#domain/readiness/readiness.ts'
import { caseA, catalogue, copy } from '../support/examples.ts'

const day = '2026-09-30'
const gateOf = (file: CaseFile, gate: string, on = day) => assessReadiness(file, catalogue, on).gates.find((each) => each.gate.id === gate)
const at = (happenedOn: string) => ({ happenedOn, recordedAt: `${happenedOn}T12:00:00Z` })
const every = <Item>(items: readonly Item[], change: (item: Item) => void) => {
  for (const item of items) change(item)
}

/** What must open each safeguard of the ready case A: the change, the work that remains, the reason that is given. */
const changes: readonly (readonly [string, string, (file: CaseFile) => void, 'none' | 'begun' | 'answered-no', string])[] = [
  ['G01', 'no guardian is appointed', (f) => every(f.people, (p) => p.appointments.splice(0)), 'none', 'nothing-recorded'],
  [
    'G01',
    'a guardian is only applied for',
    (f) => every(f.people, (p) => every(p.appointments, (a) => (a.step = 'applied'))),
    'begun',
    'guardian-applied-for',
  ],
  [
    'G01',
    'the guardianship has ended',
    (f) => every(f.people, (p) => p.roles.includes('guardian') && p.appointments.push({ ...at('2026-09-29'), step: 'ended' })),
    'answered-no',
    'guardian-ended',
  ],
  [
    'G02',
    'the panel decides that the child stays',
    (f) =>
      every(f.bestInterests, ({ decision }) => {
        if (decision !== undefined) decision.outcome = 'STAY'
      }),
    'answered-no',
    'decided-against-return',
  ],
  ['G02', 'the panel has not decided', (f) => every(f.bestInterests, (b) => delete b.decision), 'begun', 'not-decided'],
  ['G03', 'one alternative is not weighed', (f) => every(f.bestInterests, (b) => b.alternatives.pop()), 'begun', 'alternatives-incomplete'],
  [
    'G03',
    'the alternatives stand but are not weighed',
    (f) => every(f.bestInterests, (b) => delete b.alternativesWeighedOn),
    'begun',
    'alternatives-incomplete',
  ],
  ['G04', 'one wish of the child is unanswered', (f) => f.talks[0]?.wishes.push({ wish: 'Ta med katten' }), 'begun', 'wishes-unanswered'],
  [
    'G04',
    'the alternatives were never explained',
    (f) => every(f.talks, (t) => (t.informedOfAlternatives = false)),
    'begun',
    'alternatives-not-explained',
  ],
  ['G05', 'only the guardian has said yes', (f) => every(f.returnDeclarations, (d) => (d.by = ['guardian'])), 'begun', 'one-voice-missing'],
  ['G05', 'only the child has said yes', (f) => every(f.returnDeclarations, (d) => (d.by = ['child'])), 'begun', 'one-voice-missing'],
  [
    'G05',
    'the child says no in a talk',
    (f) =>
      f.talks.push({
        ...at('2026-09-29'),
        interviewer: 'Nils Dummy',
        alone: true,
        wantsToReturn: 'no',
        informedOfAlternatives: true,
        wishes: [],
      }),
    'answered-no',
    'child-says-no',
  ],
  ['G06', 'the assessment is not signed off', (f) => every(f.riskAssessments, (r) => delete r.signedOff), 'begun', 'not-signed-off'],
  [
    'G06',
    'a newer draft has an open stop',
    (f) => f.riskAssessments.push({ ...copy(required(f.riskAssessments[0])), ...at('2026-09-29'), findings: [] }),
    'answered-no',
    'open-stops',
  ],
  [
    'G07',
    'a protection claim is open',
    (f) => f.legal.protectionClaims.push({ ...at('2026-09-29'), step: 'opened' }),
    'answered-no',
    'protection-claim-open',
  ],
  [
    'G07',
    'a later legal check finds an obstacle',
    (f) => f.legal.legalChecks.push({ ...at('2026-09-29'), obstacle: true, by: 'Jurist' }),
    'answered-no',
    'legal-obstacle',
  ],
  [
    'G08',
    'the identity is not verified',
    (f) => every(f.reception.tracing, (t) => (t.identityVerified = false)),
    'begun',
    'identity-not-verified',
  ],
  [
    'G09',
    'the home study finds a link to trafficking',
    (f) => every(f.reception.homeStudies, (s) => (s.traffickingLink = true)),
    'answered-no',
    'unsuitable',
  ],
  [
    'G09',
    'the home study is about somebody else',
    (f) => every(f.reception.homeStudies, (s) => (s.person = 'dgaspc-officer')),
    'begun',
    'other-caregiver',
  ],
  ['G10', 'the home authority has only been asked', (f) => every(f.homeAuthority, (h) => (h.step = 'asked')), 'begun', 'authority-asked'],
  [
    'G10',
    'the home authority has agreed only by telephone',
    (f) => every(f.homeAuthority, (h) => (h.inWriting = false)),
    'begun',
    'not-in-writing',
  ],
  [
    'G10',
    'the home authority has declined since',
    (f) => f.homeAuthority.push({ ...at('2026-09-29'), authority: 'DGASPC Bacău', step: 'declines', inWriting: true }),
    'answered-no',
    'authority-declines',
  ],
  ['G11', 'nobody has custody', (f) => every(f.reception.arrangements, (a) => delete a.custody), 'begun', 'reception-incomplete'],
  ['G11', 'nobody meets the child', (f) => every(f.reception.arrangements, (a) => (a.metBy = [])), 'begun', 'reception-incomplete'],
  [
    'G11',
    'the father, who must not be contacted, meets the child',
    (f) => every(f.reception.arrangements, (a) => a.metBy.push('father')),
    'answered-no',
    'receiver-not-safe',
  ],
  [
    'G11',
    'a custodian who is safe has not been asked',
    (f) =>
      every(f.people, (p) => {
        p.custodian = p.id === 'ioana-exemplu'
      }),
    'begun',
    'parental-consent-missing',
  ],
  ['G12', 'the takeover is not in writing', (f) => every(f.reception.takeovers, (t) => (t.inWriting = false)), 'begun', 'not-in-writing'],
  ['G13', 'a goal has no activity', (f) => every(f.reintegration.goals, (g) => g.activities.splice(0)), 'begun', 'plan-without-goals'],
  [
    'G14',
    'the budget is not funded to the end',
    (f) => every(f.budget.approvals, (a) => (a.fundedForWholePeriod = false)),
    'begun',
    'not-funded',
  ],
  ['G15', 'the physician says no', (f) => every(f.travel.healthChecks, (h) => (h.fitToTravel = false)), 'answered-no', 'not-fit-to-travel'],
  ['G17', 'no escort is named', (f) => every(f.travel.itineraries, (i) => delete i.escort), 'begun', 'itinerary-unsettled'],
  [
    'G18',
    'the evidence is not secured',
    (f) => every(f.legal.policeContacts, (c) => (c.evidenceSecured = false)),
    'begun',
    'evidence-not-secured',
  ],
  ['G18', 'the police do not know', (f) => f.legal.policeContacts.splice(0), 'begun', 'prosecutor-not-told'],
  [
    'G19',
    'the right to compensation is only explained',
    (f) => every(f.legal.compensation, (c) => (c.step = 'explained')),
    'begun',
    'only-explained',
  ],
  [
    'G20',
    'the receipt is about something else',
    (f) => every(f.legal.informationReceipts, (r) => (r.topics = ['compensation'])),
    'begun',
    'evidence-missing',
  ],
  ['G21', 'one recipient is not covered', (f) => f.transfers.secrecyChecks.pop(), 'begun', 'recipients-not-covered'],
  ['G22', 'nothing is agreed', (f) => f.followUp.agreements.splice(0), 'none', 'nothing-recorded'],
  ['G23', 'the family is not prepared', (f) => every(f.travel.preparations, (p) => (p.family = false)), 'begun', 'preparation-incomplete'],
  ['G24', 'plan B is not in writing', (f) => every(f.reception.contingencies, (c) => (c.inWriting = false)), 'begun', 'not-in-writing'],
]

function required<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('case A lacks what this test changes')
  return value
}

describe('a safeguard of the ready case A is open again when', () => {
  test.each(changes)('%s: %s', (gate, _, change, work, reason) => {
    const file = copy(caseA)
    change(file)
    expect(gateOf(file, gate)).toMatchObject({ state: 'open', work, reason: { code: reason } })
  })

  test.each(catalogue.gates.map((gate) => [gate.id, gate.evidence] as const))('%s: its document %s is missing', (gate, type) => {
    const file = copy(caseA)
    file.documents = file.documents.filter((document) => document.type !== type)
    expect(gateOf(file, gate)?.state).toBe('open')
  })

  test('G16: the travel document has run out', () => {
    const file = copy(caseA)
    every(file.travel.travelDocuments, (document) => (document.validThrough = '2026-09-29'))
    expect(gateOf(file, 'G16')?.state).toBe('expired')
  })

  test('G02: the day for a new examination has passed', () => {
    expect(gateOf(caseA, 'G02', '2026-12-15')?.state).toBe('met')
    expect(gateOf(caseA, 'G02', '2026-12-16')?.state).toBe('expired')
  })
})

describe('only a soft safeguard is set aside or falls away', () => {
  const reason = 'En skriven motivering som är tillräckligt lång för att godtas av systemet.'
  const overridden = (gate: string, on = '2026-09-29') => {
    const file = copy(caseA)
    file.budget.approvals.splice(0)
    file.travel.healthChecks.splice(0)
    file.overrides.push({ ...at(on), gate, reason, decidedBy: 'Eva Chefsson' })
    return file
  }

  test('a manager’s decision sets the budget aside, and it is not counted as met', () => {
    const readiness = assessReadiness(overridden('G14'), catalogue, day)
    expect(readiness.gates.find((each) => each.gate.id === 'G14')).toMatchObject({ state: 'overridden', blocks: [] })
    expect([readiness.met, readiness.overridden]).toEqual([22, 1])
  })

  test('no decision sets a hard safeguard aside', () => {
    expect(gateOf(overridden('G15'), 'G15')).toMatchObject({ state: 'open', blocks: ['confirm', 'start'] })
  })

  test('a decision of tomorrow does not count today', () => {
    expect(gateOf(overridden('G14', '2026-10-01'), 'G14')?.state).toBe('open')
  })

  test.each([
    ['G18', (f: CaseFile) => f.legal.investigation.splice(0, 9, { ...at('2026-06-01'), step: 'not-opened' })],
    ['G19', (f: CaseFile) => Object.assign(f.legal, { crimeInSweden: 'no' })],
    ['G20', (f: CaseFile) => f.child.citizenships.push('SWE')],
  ] as const)('%s falls away where the catalogue says so', (gate, change) => {
    const file = copy(caseA)
    file.legal.policeContacts.splice(0)
    file.legal.compensation.splice(0)
    file.legal.informationReceipts.splice(0)
    expect(gateOf(file, gate)?.state).toBe('open')
    change(file)
    expect(gateOf(file, gate)).toMatchObject({ state: 'not-applicable', blocks: [] })
  })
})
