import type { CaseFile } from '#domain/case/case-file.ts'
import { copy } from './examples.ts'
import { withAllRecipients } from './plan-samples.ts'

const fact = (happenedOn: string) => ({ happenedOn, recordedAt: `${happenedOn}T12:00:00Z` })
const privatePerson = { custodian: false, mustNotLearnAddress: false, appointments: [] }

/** A case with something in every field that a plan must keep back: informants, suspects, other children, notes, numbers, addresses. */
export function fullCase(caseFile: CaseFile): CaseFile {
  const file = withAllRecipients(copy(caseFile))
  file.diaryNumber = 'dnr'
  file.people.push(
    {
      ...privatePerson,
      id: 'informant',
      roles: ['informant'],
      name: 'Uppgiftslämnare',
      safeToContact: 'yes',
      phone: 'telefon',
      email: 'e-post',
    },
    { ...privatePerson, id: 'suspect', roles: ['suspect'], name: 'Misstänkt', safeToContact: 'no', town: 'ort', streetAddress: 'gata' },
    { ...privatePerson, id: 'other-child', roles: ['friend'], name: 'Annat barn', safeToContact: 'yes', phone: 'telefon' },
    {
      ...privatePerson,
      id: 'unknown-uncle',
      roles: ['relative'],
      name: 'Okänd släkting',
      safeToContact: 'unknown',
      relation: { kinship: 'cousin', side: 'paternal' },
      phone: 'telefon',
    },
  )
  for (const person of file.people) Object.assign(person, { safetyNote: 'anteckning', email: 'e-post', streetAddress: 'gata' })
  for (const recipient of file.recipients) recipient.caseReference = 'deras referens'
  file.child.interpreterWish = 'önskemål om tolk'
  for (const found of file.child.identifications) found.circumstances = 'omständigheter'
  for (const exposed of file.child.exploitation) Object.assign(exposed, { narrative: 'berättelse', places: ['plats'] })
  for (const placement of file.child.placements) placement.name = 'boende'
  for (const step of file.legal.investigation) step.note = 'anteckning'
  for (const check of file.legal.legalChecks) check.note = 'anteckning'
  for (const claim of file.legal.compensation) claim.paymentRoute = 'konto'
  file.legal.protectionClaims.push(
    { ...fact('2026-03-01'), step: 'opened', note: 'anteckning' },
    { ...fact('2026-03-20'), step: 'closed', note: 'not' },
  )
  for (const talk of file.talks) Object.assign(talk, { words: 'barnets ord', method: 'metod' })
  for (const check of file.transfers.secrecyChecks) Object.assign(check, { reason: 'skäl', lawCited: 'lagrum' })
  for (const assessed of file.bestInterests) {
    for (const factor of assessed.factors) factor.text = 'bedömning'
    assessed.decision?.dissent.push({ by: 'någon', text: 'skiljaktig mening' })
    if (assessed.childInformed !== undefined) assessed.childInformed.by = 'handläggare'
  }
  for (const finding of file.riskAssessments.flatMap((each) => each.findings))
    if (finding.finding === 'present') {
      Object.assign(finding, { source: 'källa', note: 'anteckning', reliability: 'B' })
      for (const measure of finding.measures) measure.responsible = 'ansvarig'
    }
  for (const leg of file.travel.itineraries.flatMap((each) => each.legs)) Object.assign(leg, { carrier: 'bolag', number: 'flyg' })
  for (const document of file.travel.travelDocuments) document.number = 'nummer'
  for (const check of file.travel.healthChecks) Object.assign(check, { medication: 'medicin', diagnosis: 'diagnos' })
  for (const line of file.budget.lines) line.provider = 'utförare'
  file.reintegration.closureRule = 'regel'
  file.overrides.push({ ...fact('2026-09-02'), gate: 'G14', reason: 'skäl '.repeat(10), decidedBy: 'chef' })
  file.tasks.push({ id: 'task-1', title: 'uppgift', recordedAt: '2026-09-02T12:00:00Z' })
  file.notes = [{ id: 'note-1', text: 'anteckning', recordedAt: '2026-09-02T12:00:00Z' }]
  return file
}
