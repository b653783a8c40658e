import { readdirSync, readFileSync } from 'node:fs'
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, it } from 'vitest'
import { fileCodes as catalogueFileCodes, referenceCodes } from '#catalogue/faults.ts'
import { languages, readMessages, translator } from '#catalogue/messages.ts'
import { shapeCodes } from '#catalogue/shape-faults.ts'
import { alternativeKinds } from '#domain/case/assessments.ts'
import { budgetPhases, supportForms } from '#domain/case/budget.ts'
import { exploitationTypes, identifiers, placementKinds } from '#domain/case/child.ts'
import { transferPurposes } from '#domain/case/consent.ts'
import { kinships, personRoles, recipientKinds, recipientProfiles } from '#domain/case/people.ts'
import { needAreas } from '#domain/case/reception.ts'
import { followUpChannels, followUpConditions, followUpTools } from '#domain/catalogue/follow-up.ts'
import { gateGroups, signers } from '#domain/catalogue/gates.ts'
import { dimensions } from '#domain/catalogue/questionnaires.ts'
import { riskGroups, riskLevels } from '#domain/catalogue/risk.ts'
import { noAnswers } from '#domain/questionnaires/answer.ts'
import { answerFaultCodes } from '#domain/questionnaires/validate.ts'
import { contentCodes, fileCodes } from '#exchange/case-faults.ts'
import { formNames } from '#exchange/form-names.ts'
import { catalogue } from '../support/examples.ts'

const texts = { sv: readMessages('sv'), en: readMessages('en') }

/** Every file of a language, the window's own among them. */
const filesOf = (language: string) => {
  const folder = new URL(`../../resources/messages/${language}/`, import.meta.url)
  return readdirSync(folder)
    .toSorted()
    .map((file): readonly [string, Record<string, string>] => [file, JSON.parse(readFileSync(new URL(file, folder), 'utf8'))])
}

type Element = {
  readonly type: number
  readonly value?: string
  readonly options?: Readonly<Record<string, { readonly value: readonly Element[] }>>
  readonly children?: readonly Element[]
}
const [literal, select, plural, pound] = [0, 5, 6, 7]

/** The values that a text names: shown as they are, or only choosing between forms as a language's grammar needs. */
function valuesOf(text: string, language: string): { readonly shown: readonly string[]; readonly named: readonly string[] } {
  const walk = (element: Element): readonly Element[] => [
    element,
    ...Object.values(element.options ?? {}).flatMap(({ value }) => value.flatMap(walk)),
    ...(element.children ?? []).flatMap(walk),
  ]
  const elements: readonly Element[] = new IntlMessageFormat(text, language).getAst()
  const values = elements.flatMap(walk).filter(({ type }) => type !== literal && type !== pound)
  const names = (some: readonly Element[]) => some.map(({ value }) => value ?? '')
  return { shown: names(values.filter(({ type }) => type !== select && type !== plural)), named: names(values) }
}

describe('the texts', () => {
  const swedish = filesOf('sv')
  const english = new Map(filesOf('en'))

  it('lie in the same files in both languages', () => {
    expect(swedish.map(([file]) => file)).toEqual([...english.keys()])
    expect(texts.sv.size).toBeGreaterThan(1000)
  })

  it.each(swedish)('of %s have the same keys in both languages', (file, sv) => {
    expect(Object.keys(english.get(file) ?? {}).toSorted()).toEqual(Object.keys(sv).toSorted())
  })

  it.each(swedish)('of %s are well-formed ICU messages, and what one language shows the other names too', (file, sv) => {
    const different = Object.entries(sv).filter(([key, text]) => {
      const [one, other] = [valuesOf(text, 'sv'), valuesOf(english.get(file)?.[key] ?? '', 'en')]
      return one.shown.some((name) => !other.named.includes(name)) || other.shown.some((name) => !one.named.includes(name))
    })
    expect(different.map(([key]) => key)).toEqual([])
  })

  it.each(swedish)('of %s are never empty', (file, sv) => {
    const all = [...Object.entries(sv), ...Object.entries(english.get(file) ?? {})]
    expect(all.filter(([, text]) => text.trim() === '').map(([key]) => key)).toEqual([])
  })
})

describe('everything the catalogue names has its text', () => {
  const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id)
  const named: readonly (readonly [string, readonly string[]])[] = [
    ['gate', ids(catalogue.gates)],
    ['gate.short', ids(catalogue.gates)],
    ['gate-group', gateGroups],
    ['gate-not-applicable', catalogue.gates.flatMap(({ notApplicableWhen }) => notApplicableWhen ?? [])],
    ['gate-also-evidence', catalogue.gates.flatMap(({ alsoEvidence }) => alsoEvidence?.when ?? [])],
    ['risk-factor', ids(catalogue.riskFactors)],
    ['risk-factor.partner', ids(catalogue.riskFactors)],
    ['risk-group', riskGroups],
    ['risk-level', [...riskLevels, 'none', 'unknown']],
    ['risk-rule', ids(catalogue.riskStopRules)],
    ['likelihood', catalogue.riskScheme.likelihood.map(String)],
    ['severity', catalogue.riskScheme.severity.map(String)],
    ['reliability', catalogue.riskScheme.sourceReliability],
    ['protective-factor', ids(catalogue.protectiveFactors)],
    ['best-interests-factor', ids(catalogue.bestInterestsFactors)],
    ['best-interests-outcome', ids(catalogue.bestInterestsOutcomes)],
    ['alternative', alternativeKinds],
    ['document-type', ids(catalogue.documentTypes)],
    ['signer', signers],
    ['budget-category', ids(catalogue.budgetCategories)],
    ['budget-phase', budgetPhases],
    ['support-form', supportForms],
    ['follow-up', ids(catalogue.followUpTemplate.rows)],
    ['follow-up-template', [catalogue.followUpTemplate.id]],
    ['follow-up-tool', followUpTools],
    ['follow-up-condition', followUpConditions],
    ['channel', followUpChannels],
    ['red-flag', ids(catalogue.redFlags)],
    ['red-flag.action', ids(catalogue.redFlags)],
    ['deadline', ids(catalogue.deadlines)],
    ['permit', ids(catalogue.permits)],
    ['permit-applicant', catalogue.permits.flatMap(({ applicants }) => applicants ?? [])],
    ['compensation', ids(catalogue.compensationRules)],
    ['retention', ids(catalogue.retentionRules)],
    ['scoring', ids(catalogue.scoring)],
    ['scoring-band', catalogue.scoring.flatMap((table) => (table.enabled ? ids(table.bands) : []))],
    ['dimension', dimensions],
    ['scoring.too-few', dimensions],
    ['answer-scale', catalogue.answerScales.flatMap(({ id, options }) => options.map(({ code }) => `${id}.${code}`))],
    ['child-index-item', ids(catalogue.childIndexItems)],
    ['rss-style-item', ids(catalogue.rssStyleItems)],
    ['bbic-area', ids(catalogue.bbicAreas)],
    ['bbic-side', catalogue.bbicAreas.map(({ side }) => side)],
    ['answer.none', noAnswers],
    ['answer-fault', answerFaultCodes],
    ['ceiling', ids(catalogue.ceilings)],
    ['ceiling-per', catalogue.ceilings.flatMap(({ per }) => per ?? [])],
    ['ceiling-eligibility', catalogue.ceilings.flatMap(({ eligibility }) => eligibility ?? [])],
    ['recipient-kind', recipientKinds],
    ['recipient-profile', recipientProfiles],
    ['transfer-purpose', transferPurposes],
    ['secrecy-ground', catalogue.transferGrounds.flatMap(({ secrecy }) => ids(secrecy))],
    ['data-protection-ground', catalogue.transferGrounds.flatMap(({ dataProtection }) => ids(dataProtection))],
    ['standing', ['law', 'guidance', 'own', 'unverified']],
    ['checked', ['read', 'summary', 'unverified']],
    ['person-role', personRoles],
    ['kinship', kinships.flatMap((kin) => [kin, ...['maternal', 'paternal', 'unknown', 'none'].map((side) => `${kin}.${side}`)])],
    ['need-area', needAreas],
    ['placement', placementKinds],
    ['identified-by', identifiers],
    ['exploitation', exploitationTypes],
    ['country', ids(catalogue.countries)],
    ['case-file', [...shapeCodes, ...fileCodes, ...contentCodes]],
    ['catalogue-fault', [...shapeCodes, ...referenceCodes, ...catalogueFileCodes]],
  ]

  it.each(named)('%s', (prefix, names) => {
    expect(names.length).toBeGreaterThan(0)
    for (const language of languages)
      expect(
        names.filter((name) => !texts[language].has(`${prefix}.${name}`)),
        language,
      ).toEqual([])
  })

  it('has a form in words for each pattern of the case file', () => {
    for (const language of languages)
      for (const form of new Set(formNames.values()))
        expect(texts[language].get('case-file.wrong-form'), form).toMatch(new RegExp(`[ {]${form} \\{`))
  })
})

describe('a translator', () => {
  it('tells a maternal aunt from a paternal one in Swedish', () => {
    const text = translator('sv')
    expect(['maternal', 'paternal', 'unknown'].map((side) => text(`kinship.aunt.${side}`))).toEqual([
      'moster',
      'faster',
      'moster eller faster',
    ])
  })

  it('counts in words as the language does', () => {
    const values = { file: 'ärende.json' }
    expect(translator('sv')('failure.case-file', { ...values, count: 1 })).toBe('Filen ärende.json avvisas för ett fel. Inget är inläst.')
    expect(translator('sv')('failure.case-file', { ...values, count: 3 })).toBe('Filen ärende.json avvisas för 3 fel. Inget är inläst.')
  })

  it('throws for a key that no file has, and for a value that was not given', () => {
    expect(() => translator('en')('gate.G99')).toThrow('gate.G99')
    expect(() => translator('en')('failure.case-file', { file: 'x' })).toThrow()
  })
})
