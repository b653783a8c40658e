import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadQuestionnaires, markOf } from '#catalogue/questionnaires.ts'
import { caseFileSchema } from '#domain/case/case-file.ts'
import { immutableTouched } from '#domain/changes/immutable.ts'
import { applySteps } from '#domain/changes/steps.ts'
import { answerSteps, answersIn } from '#domain/questionnaires/bound.ts'
import { carryOver } from '#domain/questionnaires/carry-over.ts'
import { expand, formOf } from '#domain/questionnaires/expand.ts'
import { questionsOf } from '#domain/questionnaires/form.ts'
import { missing, progress, visibleQuestions } from '#domain/questionnaires/look.ts'
import { draftOf, dueAgain, fillingsOf, signedOf } from '#domain/questionnaires/stored.ts'
import { answerFaults } from '#domain/questionnaires/validate.ts'
import { caseA, caseB, catalogue, copy } from '../support/examples.ts'
import { definitionOf, exampleOf, examples, filled, library, shippedForms } from '../support/questionnaires.ts'

const bounds = { today: '2026-11-24', documents: caseA.documents }

describe('the shipped forms', () => {
  it('are eight, each with a filled example that could be signed off', () => {
    const forms = library.definitions.map(formOf).toSorted()
    expect(forms).toEqual([
      ...['BIA-SE-1@1', 'COUNTRY-1@1', 'CRI-1@1', 'FU-REC-1@1', 'NEEDS-1@1', 'QUALITY-1@1', 'RISK-4x4@1', 'RSS-EQ-1@1'],
    ])
    expect(examples.map(({ form }) => form).toSorted()).toEqual(forms)
    for (const { form } of examples) expect(answerFaults(exampleOf(form), bounds), form).toEqual([])
  })

  it('ask what the field asks: 45 risk factors and 16 protective, 15 factors of best interests, 12 areas of need, 24 and 30 questions', () => {
    const questions = (form: string) => questionsOf(expand(definitionOf(form), { catalogue, age: 15 }))
    expect(questions('RISK-4x4@1').filter(({ kind }) => kind === 'risk')).toHaveLength(45)
    const protective = questions('RISK-4x4@1').find(({ kind }) => kind === 'several')
    expect(protective !== undefined && 'options' in protective ? protective.options : []).toHaveLength(16)
    expect(questions('BIA-SE-1@1').filter(({ id }) => /^BI\d\d$/.test(id))).toHaveLength(15)
    expect(questions('NEEDS-1@1').filter(({ id }) => id.endsWith('.needs'))).toHaveLength(12)
    expect(new Set(questions('CRI-1@1').flatMap(({ id }) => (id.startsWith('CRI_') ? [id.slice(0, 7)] : [])))).toHaveLength(24)
    expect(questions('RSS-EQ-1@1').filter(({ id }) => id.startsWith('RSS_'))).toHaveLength(30)
  })
})

describe.each([
  ['sv', 'formular-och-bedomningar.md'],
  ['en', 'forms-and-assessments.md'],
] as const)('the manual in %s', (language, file) => {
  const manual = readFileSync(new URL(`../../resources/manual/${language}/${file}`, import.meta.url), 'utf8')

  it.each(library.definitions.map(({ id, version }) => [id, version] as const))('names %s with its file and version', (id, version) => {
    const title = library.text(language, [`form.${id}@${version}`])
    expect(manual).toContain(`| ${title} | \`questionnaires/${id}/${version}.json\` | ${version} |`)
  })
})

describe('a form', () => {
  it('asks why one looks for other work only of who works and looks', () => {
    const asked = (e07: string, e09: string) =>
      visibleQuestions(filled('RSS-EQ-1@1', { RSS_E07: { code: e07, scale: 'YN_POS' }, RSS_E09: { code: e09, scale: 'YN_NEG' } })).some(
        ({ id }) => id === 'RSS_E10',
      )
    expect([asked('Y', 'Y'), asked('Y', 'N'), asked('N', 'Y')]).toEqual([true, false, false])
  })

  it('asks the child four questions only when the caregiver does not hear', () => {
    const ids = (alone: string) => visibleQuestions(filled('CRI-1@1', { alone: { code: alone } })).map(({ id }) => id)
    const only = ids('yes').filter((id) => !ids('no').includes(id))
    expect(only).toEqual(['CRI_S08.C', 'CRI_P01.C', 'CRI_P02.C', 'CRI_P03.C'])
  })

  it('tells how far one has come, section by section', () => {
    const { whole, sections } = progress(filled('COUNTRY-1@1', { place: { text: 'Bacău' }, authority: { none: 'unknown' } }))
    expect(whole).toMatchObject({ answered: 2, required: 15, requiredAnswered: 2 })
    expect(sections.map(({ id, answered }) => [id, answered])).toEqual([
      ['about', 1],
      ['protection', 1],
      ['security', 0],
      ['services', 0],
    ])
    expect(missing(filled('COUNTRY-1@1', {}))).toHaveLength(15)
  })

  it('says of each wrong answer what is wrong', () => {
    const faults = answerFaults(
      filled('FU-REC-1@1', {
        reached: { code: 'maybe' },
        channel: { date: '2026-10-01' },
        rating: { none: 'declined' },
        support: { code: '2', scale: 'YN_POS' },
        nobody: { text: 'x' },
      }),
      bounds,
    )
    const of = (question: string) => faults.find((each) => each.question === question)?.code
    expect([of('reached'), of('channel'), of('rating'), of('nobody')]).toEqual([
      ...['not-an-option', 'wrong-kind', 'not-allowed-without', 'no-such-question'],
    ])
  })

  it('takes over what may still stand, and leaves what was answered on another scale', () => {
    const definition = {
      ...definitionOf('COUNTRY-1@1'),
      version: 2,
      carryOver: { from: [1], renamed: { school: 'mhpss' }, drop: ['health'] },
    }
    const former = {
      place: { text: 'Bacău' },
      school: { code: 'partly' },
      health: { code: 'enough' },
      police: { code: '3', scale: 'RATE5' },
    }
    const form = expand(definition, { catalogue, age: 15 })
    expect(carryOver(definition, form, { version: 1, answers: former }, bounds)).toMatchObject({
      place: { text: 'Bacău' },
      mhpss: { code: 'partly' },
    })
    expect(carryOver(definition, form, { version: 1, answers: former }, bounds)).not.toHaveProperty('health')
    expect(carryOver(definitionOf('COUNTRY-1@1'), form, { version: 7, answers: former }, bounds)).toEqual({})
  })
})

describe('a bound form', () => {
  it.each([
    ['RISK-4x4@1', caseA],
    ['RISK-4x4@1', caseB],
    ['BIA-SE-1@1', caseA],
    ['BIA-SE-1@1', caseB],
  ])('%s reads an assessment as answers, and writes them back as it was', (name, caseFile) => {
    const definition = definitionOf(name)
    const form = expand(definition, { catalogue, age: 15 })
    const [filling] = fillingsOf(caseFile, definition)
    if (filling === undefined) throw new Error('no assessment')
    const answers = answersIn(form, filling)
    const empty = copy(caseFile)
    for (const assessment of empty.riskAssessments) Object.assign(assessment, { findings: [], protectiveFactors: [] })
    for (const procedure of empty.bestInterests) Object.assign(procedure, { factors: [], alternatives: [] })
    let document: unknown = empty
    for (const question of questionsOf(form)) {
      const [here] = fillingsOf(caseFileSchema.parse(document), definition)
      if (here === undefined) throw new Error('gone')
      const applied = applySteps(document, answerSteps(form, here, question, answers[question.id]))
      if (!applied.ok) throw new Error(applied.error.path)
      document = applied.value
    }
    const written = caseFileSchema.parse(document)
    const byName = (one: object, other: object) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1)
    const sorted = (file: typeof written) =>
      definition.target === 'riskAssessments'
        ? file.riskAssessments.map((each) => ({ ...each, findings: each.findings.toSorted(byName) }))
        : file.bestInterests.map((each) => ({ ...each, factors: each.factors.toSorted(byName) }))
    expect(sorted(written)).toEqual(sorted(copy(caseFile)))
  })

  it('knows what is signed off, what is a draft, and when it is due again', () => {
    const risk = definitionOf('RISK-4x4@1')
    expect(signedOf(fillingsOf(caseA, risk))?.signedOff).toEqual({ on: '2026-08-25', by: 'Nils Dummy' })
    expect(draftOf(fillingsOf(caseB, risk))?.at).toBe('/riskAssessments/0')
    const { renewAfterDays } = expand(risk, { catalogue, age: 15 })
    expect(dueAgain(signedOf(fillingsOf(caseA, risk)), caseA, renewAfterDays)).toBe('2026-10-24')
    expect(dueAgain(signedOf(fillingsOf(caseA, definitionOf('BIA-SE-1@1'))), caseA, null)).toBe('2026-12-15')
  })
})

describe('a signed-off questionnaire', () => {
  it('stands for ever', () => {
    const before = copy(caseA)
    const frame = { form: 'CRI-1@1', catalogueVersion: catalogue.version, startedOn: '2027-04-01', recordedAt: '2027-04-01T12:00:00Z' }
    const signedOff = { happenedOn: '2027-04-01', recordedAt: '2027-04-01T13:00:00Z', by: 'Nils Dummy' }
    before.questionnaires = [{ id: 'one', ...frame, answers: exampleOf('CRI-1@1').answers, signedOff }]
    const after = copy(before)
    Object.assign(after.questionnaires?.[0] ?? {}, { answers: {} })
    expect(immutableTouched(before, after)).toEqual([{ what: 'questionnaire', path: '/questionnaires/0' }])
  })
})

describe('the list of shipped forms', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'hemvag-forms-'))
    cpSync(shippedForms.forms, folder, { recursive: true })
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))
  const read = () => loadQuestionnaires([{ ...shippedForms, forms: pathToFileURL(`${folder}/`) }], catalogue)
  const change = (file: string, edit: (text: string) => string) =>
    writeFileSync(join(folder, file), edit(readFileSync(join(folder, file), 'utf8')))
  const codes = () => {
    const loaded = read()
    return loaded.ok ? [] : loaded.error.map(({ file, code }) => `${file} ${code}`)
  }

  it('refuses a shipped version that was edited', () => {
    change('CRI-1/1.json', (text) => text.replace('"answer": "alone"', '"answer": "trained"'))
    expect(codes()).toEqual(['questionnaires/CRI-1/1.json shipped-and-edited'])
  })

  it('takes another layout of the same', () => {
    change('CRI-1/1.json', (text) => JSON.stringify(JSON.parse(text)))
    expect(codes()).toEqual([])
  })

  it('refuses a version that is not listed, and misses one that is gone', () => {
    change('CRI-1/1.json', (text) => text)
    cpSync(join(folder, 'CRI-1/1.json'), join(folder, 'CRI-1/2.json'))
    change('CRI-1/2.json', (text) => text.replace('"version": 1', '"version": 2'))
    rmSync(join(folder, 'RSS-EQ-1'), { recursive: true })
    expect(codes()).toEqual(['questionnaires/CRI-1/2.json not-listed', 'questionnaires/RSS-EQ-1/1.json unreadable'])
  })

  it('names a condition that looks ahead, a scale that is not there, a text that is missing', () => {
    change('COUNTRY-1/1.json', (text) => text.replace('"answer": "authority"', '"answer": "school"'))
    change('QUALITY-1/1.json', (text) => text.replace('"AGREE5"', '"AGREE9"'))
    change('FU-REC-1/1.json', (text) => text.replace('"nextOn"', '"laterOn"'))
    const list = join(folder, 'shipped.json')
    const marks = Object.fromEntries(
      ['COUNTRY-1', 'QUALITY-1', 'FU-REC-1'].map((id) => [`${id}@1`, markOf(JSON.parse(readFileSync(join(folder, id, '1.json'), 'utf8')))]),
    )
    writeFileSync(list, JSON.stringify({ ...JSON.parse(readFileSync(list, 'utf8')), ...marks }))
    expect(codes().toSorted()).toEqual([
      'questionnaires/COUNTRY-1/1.json unknown-reference',
      ...['no-text', 'no-text'].map((code) => `questionnaires/FU-REC-1/1.json ${code}`),
      'questionnaires/QUALITY-1/1.json unknown-reference',
    ])
  })
})
