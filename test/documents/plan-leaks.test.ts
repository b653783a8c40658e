import { describe, expect, test } from 'vitest'
import type { RecipientProfile } from '#domain/case/people.ts'
import { caseA } from '../support/examples.ts'
import { fullCase } from '../support/full-case.ts'
import { placesIn, plantMarkers } from '../support/markers.ts'
import { runOnPdf, textOf } from '../support/pdf-objects.ts'
import { planFor, setCopy } from '../support/plan-samples.ts'

const planted = plantMarkers(fullCase(caseA))

/** People by what they do in case A, as ids of the file. */
const idOf = (role: string): string => caseA.people.find((person) => person.roles.some((each) => each === role))?.id ?? role
const [guardian, coordinator] = [idOf('guardian'), idOf('coordinator')]
const caregiver = caseA.reception.arrangements.at(-1)?.livesWith ?? ''
const escort = caseA.travel.itineraries.at(-1)?.escort ?? ''
const receivers = caseA.reception.arrangements.at(-1)?.metBy ?? []
const official = caseA.people.filter((person) => person.roles.includes('partner-officer')).map(({ id }) => id)
const own = (profile: RecipientProfile): string =>
  caseA.recipients.find((each) => each.profile === profile)?.id ?? profile.toLowerCase().replaceAll('_', '-')

const person = (id: string, ...fields: readonly string[]): string[] => fields.map((field) => `people.${id}.${field}`)
const everybodyWhoMeets = [caregiver, ...receivers, ...official].flatMap((id) => person(id, 'name', 'phone', 'organisation', 'position'))
const travel = [
  ...['from', 'to'].flatMap((end) => [`travel.itineraries.legs.${end}.place`, `travel.itineraries.legs.${end}.code`]),
  'travel.handovers.place',
  ...[coordinator, escort].flatMap((id) => person(id, 'name', 'phone', 'organisation', 'position')),
]
const reception = [
  'reception.arrangements.town',
  'reception.arrangements.meetingPlace',
  'reception.takeovers.authority',
  'travel.destination.town',
]
const planB = ['reception.contingencies.text', 'reception.contingencies.responsible']
const wishes = ['reintegration.childsGoal', 'reintegration.strengths']
const goals = ['goal', 'activities.text', 'activities.responsible', 'activities.indicator'].map((field) => `reintegration.goals.${field}`)
const otherOrganisations = caseA.recipients.filter(({ kind }) => kind !== 'family').map(({ id }) => `recipients.${id}.name`)
const recipient = (profile: RecipientProfile): string[] => [`recipients.${own(profile)}.name`, `recipients.${own(profile)}.caseReference`]
const decided = [
  'homeAuthority.authority',
  'bestInterests.panel.role',
  'talks.wishes.answer.text',
  'reception.homeStudies.by',
  ...person(guardian, 'name', 'phone', 'organisation', 'position', 'appointments.by'),
]
const risk = ['riskAssessments.assessors', 'riskAssessments.findings.measures.text']
const budget = ['budget.lines.description']
const funding = ['budget.lines.funder', 'budget.approvals.by']
const evidence = [
  ...['GUARDIAN', 'TRACING', 'HOMESTUDY', 'VIEWS', 'BID', 'COO_AUTH', 'RISK', 'RECEPTION', 'TAKEOVER', 'FOLLOWUP', 'HEALTH', 'VOLDECL'],
].map((type) => `documents.DOC_${type}.issuer`)
const always = ['child.alias', 'office.name']
const followUp = ['followUp.agreements.responsible']

const partner = [
  ...always,
  ...travel,
  ...reception,
  ...everybodyWhoMeets,
  ...planB,
  ...wishes,
  ...goals,
  ...followUp,
  ...otherOrganisations,
]
const inFull = [...partner, ...decided, ...risk, ...evidence, 'travel.travelDocuments.kind']

/** What of a case each profile may get; whatever else turns up is a leak. */
const allowed: Readonly<Record<RecipientProfile, readonly string[]>> = {
  IOM_FI: [...inFull, ...budget, ...funding, ...recipient('IOM_FI')],
  IOM_MISSION: [...inFull, ...budget, ...funding, ...recipient('IOM_MISSION')],
  COO_AUTHORITY: [...inFull, ...budget, ...recipient('COO_AUTHORITY')],
  CARE_PARTNER: [...partner, 'homeAuthority.authority', ...recipient('CARE_PARTNER')],
  FAMILY: [...partner, 'homeAuthority.authority', `recipients.${own('FAMILY')}.caseReference`],
  EMBASSY: [
    ...always,
    ...travel,
    ...everybodyWhoMeets,
    ...person(guardian, 'name', 'phone', 'appointments.by'),
    'reception.takeovers.authority',
    'reception.arrangements.meetingPlace',
    'travel.travelDocuments.kind',
    ...recipient('EMBASSY'),
  ],
  CHILD: [...always, ...travel, ...wishes, ...followUp, 'reception.takeovers.authority', `recipients.${own('CHILD')}.caseReference`],
}
const profiles = Object.keys(allowed) as RecipientProfile[]
const leaks = (profile: RecipientProfile, text: string) => placesIn(text, planted).filter((place) => !allowed[profile].includes(place))

test('a word of its own stands in every text of the case, also in those that never leave', () => {
  const places = [...planted.places.values()]
  for (const place of [
    'child.givenName',
    'child.familyName',
    'child.interpreterWish',
    'child.exploitation.narrative',
    'child.exploitation.places',
    'child.placements.name',
    'people.informant.name',
    'people.suspect.streetAddress',
    'people.other-child.name',
    'people.unknown-uncle.phone',
    'talks.words',
    'talks.wishes.wish',
    'riskAssessments.findings.source',
    'riskAssessments.findings.note',
    'travel.travelDocuments.number',
    'travel.healthChecks.diagnosis',
    'legal.investigation.note',
    'notes.text',
    'tasks.title',
    `people.${caregiver}.streetAddress`,
  ])
    expect(places).toContain(place)
  expect(places.length).toBeGreaterThan(200)
})

describe.each(profiles)('what leaves for %s', (profile) => {
  test('holds nothing that the profile does not allow', () => {
    expect(leaks(profile, JSON.stringify(planFor(profile, planted.caseFile)))).toEqual([])
  })
})

test('the copy for IOM Finland holds what it is allowed', () => {
  const there = placesIn(JSON.stringify(planFor('IOM_FI', planted.caseFile)), planted)
  for (const place of [...wishes, ...goals, ...budget, ...risk, ...planB, `people.${guardian}.name`, `people.${caregiver}.phone`])
    expect(there).toContain(place)
})

describe.each(['IOM_FI', 'FAMILY'] as const)('the file for %s', (profile) => {
  test.each(['sv', 'en'] as const)('holds no withheld word on its pages, in its attachment or in its metadata, in %s', async (language) => {
    const { bytes, fileName } = await setCopy(profile, language, planted.caseFile)
    const laidOpen = runOnPdf(bytes, 'qpdf', '--qdf', '--object-streams=disable', '{file}', '-')
    const everything = [
      fileName,
      textOf(bytes),
      laidOpen.toString('latin1'),
      laidOpen.toString('utf8'),
      // Strings of a PDF are written in UTF-16 where they hold more than ASCII.
      laidOpen.toString('latin1').replaceAll('\0', ''),
      runOnPdf(bytes, 'pdfinfo', '{file}').toString('utf8'),
    ]
    expect(leaks(profile, everything.join('\n'))).toEqual([])
    expect(placesIn(textOf(bytes), planted)).toContain('reintegration.goals.goal')
  })
})
