import { describe, expect, it } from 'vitest'
import { translator } from '#catalogue/messages.ts'
import { readCaseFile, writeCaseFile } from '#exchange/case-bundle.ts'
import type { CaseFault } from '#exchange/case-faults.ts'
import { caseA, caseB, catalogue, copy } from '../support/examples.ts'

function faultsOf(file: Uint8Array | string): readonly CaseFault[] {
  const read = readCaseFile(typeof file === 'string' ? new TextEncoder().encode(file) : file, catalogue)
  return read.ok ? [] : read.error
}
const places = (faults: readonly CaseFault[]): readonly string[] => faults.map(({ path, code }) => `${path} ${code}`)

/** Case A as loose JSON, changed at some places; `undefined` takes a field out. */
function changed(changes: Readonly<Record<string, unknown>>): string {
  const file: unknown = copy(caseA)
  for (const [path, value] of Object.entries(changes)) {
    const parts = path.split('.')
    let holder: unknown = file
    for (const part of parts.slice(0, -1)) holder = Reflect.get(Object(holder), part)
    const last = parts.at(-1) ?? ''
    if (value === undefined) Reflect.deleteProperty(Object(holder), last)
    else Reflect.set(Object(holder), last, value)
  }
  return JSON.stringify(file)
}

describe('a file that is no case file', () => {
  it('is refused by its size before anything in it is looked at', () => {
    const faults = faultsOf(new Uint8Array(50_000_000))
    expect(faults).toMatchObject([{ path: '$', code: 'too-big', values: { size: 50, limit: 20 } }])
  })

  it('is told where it breaks off when it is cut short', () => {
    const whole = writeCaseFile(caseA)
    const cut = whole.slice(0, whole.indexOf('"sex"'))
    const [line, column] = [cut.split('\n').length, cut.length - cut.lastIndexOf('\n')]
    expect(faultsOf(cut)).toMatchObject([{ path: '$', code: 'not-json', values: { line, column } }])
  })

  it.each([
    ['', 1, 1],
    ['{', 1, 2],
    ['{"format" "x"}', 1, 11],
    ['{\n  "format": "hemvag-case-1",\n}', 3, 1],
    ['[1, 2,, 3]', 1, 7],
    ['{"a": tru}', 1, 7],
    ['{"a": "b\nc"}', 1, 9],
    ['{"a": "b\\x"}', 1, 9],
    ['{"a": 01}', 1, 8],
    ['{} {}', 1, 4],
    ['[1]]', 1, 4],
    ['[}', 1, 2],
    ['{"a": 1]', 1, 8],
    ["{'a': 1}", 1, 2],
  ])('is told line and column of what cannot stand there: %j', (text, line, column) => {
    expect(() => JSON.parse(text)).toThrow()
    expect(faultsOf(text)).toMatchObject([{ code: 'not-json', values: { line, column } }])
  })

  it('is refused when it is text in another encoding', () => {
    expect(places(faultsOf(Buffer.from(`\ufeff${writeCaseFile(caseA)}`, 'utf16le')))).toEqual(['$ not-utf8'])
    expect(places(faultsOf(Buffer.from('{"format": "hemväg"}', 'latin1')))).toEqual(['$ not-utf8'])
  })

  it.each(['null', '7', '[]', '"hemvag-case-1"', '{}'])('is refused when it is other JSON: %s', (text) => {
    expect(faultsOf(text).length).toBeGreaterThan(0)
  })

  it('is refused for its version alone, since a later version has another shape', () => {
    expect(places(faultsOf('{"format": "hemvag-case-2", "child": 7}'))).toEqual(['$.format wrong-format-version'])
  })

  it('does not bring the reader down by being nested very deep', () => {
    expect(places(faultsOf(`${'['.repeat(100_000)}${']'.repeat(100_000)}`))).toEqual(['$ wrong-type'])
    expect(places(faultsOf('['.repeat(100_000)))).toEqual(['$ not-json'])
  })
})

describe('a case file with a fault', () => {
  it.each<readonly [string, unknown, string]>([
    ['child.birthDate.value', '2011-02-30', '$.child.birthDate.value wrong-form'],
    ['child.birthDate.value', undefined, '$.child.birthDate.value missing'],
    ['child.sex', 'flicka', '$.child.sex not-one-of'],
    ['child', undefined, '$.child missing'],
    ['people', {}, '$.people wrong-type'],
    ['child.givenName', 17, '$.child.givenName wrong-type'],
    ['child.givenName', '', '$.child.givenName too-short'],
    ['child.givenName', 'x'.repeat(301), '$.child.givenName too-long'],
    ['child.givenName', 'Mira\u0000', '$.child.givenName wrong-form'],
    ['child.nickname', 'Mi', '$.child.nickname unknown-field'],
    ['child.citizenships', [], '$.child.citizenships too-short'],
    ['budget.lines.0.unitPrice.amountMinor', -1, '$.budget.lines[0].unitPrice.amountMinor too-small'],
    ['budget.lines.0.unitPrice.amountMinor', 2150.5, '$.budget.lines[0].unitPrice.amountMinor wrong-type'],
    ['budget.lines.0.quantity', 'tolv', '$.budget.lines[0].quantity wrong-form'],
    ['riskAssessments.0.findings.2.inherent.likelihood', 5, '$.riskAssessments[0].findings[2].inherent.likelihood not-one-of'],
    ['riskAssessments.0.findings.2.residual', 'okänd', '$.riskAssessments[0].findings[2].residual not-one-of'],
    ['riskAssessments.0.findings.2.residual.severity', undefined, '$.riskAssessments[0].findings[2].residual.severity missing'],
    ['riskAssessments.0.findings.0.finding', 'kanske', '$.riskAssessments[0].findings[0].finding not-one-of'],
    ['riskAssessments.0.findings.0.factor', 'RZ99', '$.riskAssessments[0].findings[0].factor unknown-catalogue-id'],
    ['riskAssessments.0.findings.1.factor', 'RI01', '$.riskAssessments[0].findings[1].factor duplicate-id'],
    ['documents.0.type', 'DOC_GISSNING', '$.documents[0].type unknown-catalogue-id'],
    ['documents.1.id', 'doc-guardian', '$.documents[1].id duplicate-id'],
    ['talks.0.evidence', ['doc-views-june'], '$.talks[0].evidence[0] unknown-local-id'],
    ['reception.arrangements.0.livesWith', 'uncle', '$.reception.arrangements[0].livesWith unknown-local-id'],
    ['transfers.consents.0.recipients', ['interpol'], '$.transfers.consents[0].recipients[0] unknown-local-id'],
    ['reintegration.goals.0.activities.0.budgetLines', ['yacht'], '$.reintegration.goals[0].activities[0].budgetLines[0] unknown-local-id'],
    ['transfers.secrecyChecks.0.secrecyGround', 'osl-10-27', '$.transfers.secrecyChecks[0].secrecyGround unknown-catalogue-id'],
    ['recipients.0.country', 'QQ', '$.recipients[0].country unknown-catalogue-id'],
    ['legal.permits.0.permit', 'PRM_X', '$.legal.permits[0].permit unknown-catalogue-id'],
    ['bestInterests.0.decision.outcome', 'GO_HOME', '$.bestInterests[0].decision.outcome unknown-catalogue-id'],
    ['followUp.template', 'FU-ADULT-1', '$.followUp.template unknown-catalogue-id'],
    ['child.placements.0.happenedOn', '2010-01-01', '$.child.placements[0].happenedOn before-birth'],
    ['child.placements.0.endedOn', '2026-02-10', '$.child.placements[0].endedOn before-beginning'],
    ['homeAuthority.0.happenedOn', '2062-08-19', '$.homeAuthority[0].recordedAt recorded-before'],
    ['bestInterests.0.decision.reviewBy', '2026-08-14', '$.bestInterests[0].decision.reviewBy before-beginning'],
    ['travel.itineraries.0.legs.0.to.at', '2026-10-01T11:00', '$.travel.itineraries[0].legs[0].to.at arrives-before-leaving'],
    ['travel.itineraries.0.legs.0.from.at', '2026-10-01T25:05', '$.travel.itineraries[0].legs[0].from.at no-such-time'],
    ['travel.handovers.0.at', '2026-09-31T14:35', '$.travel.handovers[0].at no-such-time'],
    ['travel.handovers.0.zone', 'Mars/Phobos', '$.travel.handovers[0].zone no-such-zone'],
  ])('is told where: %s = %j', (path, value, expected) => {
    expect(places(faultsOf(changed({ [path]: value })))).toContain(expected)
  })

  it('is none where a clock at the arrival shows less than the one at the departure', () => {
    const from = { place: 'Bukarest', at: '2026-10-01T10:05', zone: 'Europe/Bucharest' }
    const to = { place: 'London', at: '2026-10-01T09:40', zone: 'Europe/London' }
    expect(faultsOf(changed({ 'travel.itineraries.0.legs': [{ from, to }] }))).toEqual([])
  })

  it('hears of a field that stands twice, of which one would be lost', () => {
    const twice = JSON.stringify(caseB).replace('"sex":"M"', '"sex":"M","sex":"F"')
    expect(places(faultsOf(twice))).toContain('$.child.sex duplicate-field')
  })

  it('is not read past by a field with a name of the language itself', () => {
    const sly = JSON.stringify(caseB).replace('"sex":"M"', '"sex":"M","__proto__":{"alias":"X"}')
    expect(faultsOf(sly).length).toBeGreaterThan(0)
  })

  it('hears of all faults at once, whatever their kind', () => {
    const faults = faultsOf(
      changed({
        'child.sex': 'flicka',
        'child.birthDate.standing': undefined,
        'documents.0.type': 'DOC_GISSNING',
        'talks.0.evidence': ['doc-views-june', 'doc-views-july'],
        'child.placements.0.endedOn': '2026-02-10',
        'people.0.shoeSize': 43,
      }),
    )
    expect(places(faults).toSorted()).toEqual([
      '$.child.birthDate.standing missing',
      '$.child.placements[0].endedOn before-beginning',
      '$.child.sex not-one-of',
      '$.documents[0].type unknown-catalogue-id',
      '$.people[0].shoeSize unknown-field',
      '$.talks[0].evidence[0] unknown-local-id',
    ])
  })

  it('is told in words what was expected and how to mend it', () => {
    const faults = faultsOf(changed({ 'child.birthDate.value': '14/3 2011', 'child.sex': 'flicka', 'documents.0.type': 'DOC_GISSNING' }))
    const told = (language: 'sv' | 'en') => faults.map(({ messageKey, values }) => translator(language)(messageKey, values))
    expect(told('sv').toSorted()).toEqual([
      'DOC_GISSNING finns inte bland handlingstyperna i katalogen. Rätta det, eller lägg till det i katalogen.',
      'Texten har fel form. Skriv ett datum, till exempel 2026-10-01.',
      'flicka är inget tillåtet värde. Välj ett av: F, M, X, U.',
    ])
    expect(told('en').toSorted()).toEqual([
      'DOC_GISSNING is not among the document types in the catalogue. Correct it, or add it to the catalogue.',
      'The text has the wrong form. Write a date such as 2026-10-01.',
      'flicka is not allowed. Choose one of: F, M, X, U.',
    ])
  })

  it('never repeats the words, names or numbers of people', () => {
    const secrets = ['Mira Exempelsson', 'Mira', '20110314-1234', '+40 700 000 001', 'Hon sa att hon är rädd.', 'mira@example.org and more']
    const fields = ['child.sex', 'child.birthDate.value', 'recipients.0.country', 'child.citizenships.0', 'documents.0.sha256', 'id']
    for (const secret of secrets)
      for (const field of fields) {
        const faults = faultsOf(changed({ [field]: secret }))
        expect(faults.length, field).toBeGreaterThan(0)
        expect(JSON.stringify(faults), field).not.toContain(secret)
      }
  })
})
