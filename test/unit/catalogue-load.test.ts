import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadCatalogue } from '#catalogue/load.ts'
import { translator } from '#catalogue/messages.ts'
import { catalogue } from '../support/examples.ts'

const shipped = new URL('../../resources/catalogue/', import.meta.url)

describe('the shipped catalogue', () => {
  it('holds what the field has: 24 safeguards, 45 risk factors, 15 deadlines', () => {
    expect(catalogue.gates).toHaveLength(24)
    expect(catalogue.riskFactors).toHaveLength(45)
    expect(catalogue.protectiveFactors).toHaveLength(16)
    expect(catalogue.bestInterestsFactors).toHaveLength(15)
    expect(catalogue.deadlines).toHaveLength(15)
    expect(catalogue.redFlags).toHaveLength(14)
    expect(catalogue.budgetCategories).toHaveLength(19)
    expect(catalogue.documentTypes).toHaveLength(27)
  })

  it('never lets a hard safeguard be set aside or fall away', () => {
    for (const gate of catalogue.gates.filter(({ kind }) => kind === 'hard')) {
      expect(gate.override, gate.id).toBe('never')
      expect(gate.notApplicableWhen, gate.id).toBeUndefined()
    }
  })

  it('says of every item how far it binds', () => {
    const { version, planProfiles, riskScheme, followUpTemplate, ...lists } = catalogue
    const items: readonly { readonly standing?: string }[] = Object.values(lists).flat()
    expect(items.length).toBeGreaterThan(300)
    for (const item of [...items, ...followUpTemplate.rows, riskScheme]) expect(item.standing, JSON.stringify(item)).toBeDefined()
  })

  it('gives an item its list’s provenance, unless it has its own', () => {
    const types = new Map(catalogue.documentTypes.map((each) => [each.id, each]))
    expect(types.get('DOC_BID')).toMatchObject({ standing: 'own' })
    expect(types.get('DOC_VOLDECL')).toMatchObject({ standing: 'guidance', checked: 'read' })
  })

  it('offers a public authority no consent as ground of data protection', () => {
    const onConsent = catalogue.transferGrounds.flatMap(({ dataProtection }) =>
      dataProtection.filter(({ buildsOnConsent }) => buildsOnConsent),
    )
    expect(onConsent.map(({ id, notForPublicAuthority }) => ({ id, notForPublicAuthority }))).toEqual([
      { id: 'gdpr-49-1-a', notForPublicAuthority: true },
    ])
  })

  it('never offers OSL 10:27 for the data of social services', () => {
    expect(catalogue.transferGrounds.flatMap(({ secrecy }) => secrecy.map(({ id }) => id)).join()).not.toContain('10-27')
  })
})

describe('a catalogue that somebody has changed', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'catalogue-'))
    cpSync(shipped, folder, { recursive: true })
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const change = (file: string, from: string, to: string) => {
    const text = readFileSync(join(folder, file), 'utf8')
    expect(text).toContain(from)
    writeFileSync(join(folder, file), text.replace(from, to))
  }
  const faults = () => {
    const loaded = loadCatalogue(pathToFileURL(`${folder}/`))
    return loaded.ok ? [] : loaded.error.map(({ file, path, code }) => `${file} ${path} ${code}`)
  }

  it('is taken when a validity is another number of days', () => {
    change('gates.json', '"validDays": 60', '"validDays": 45')
    const loaded = loadCatalogue(pathToFileURL(`${folder}/`))
    expect(loaded.ok && loaded.value.gates.find(({ id }) => id === 'G06')?.validDays).toBe(45)
  })

  it.each([
    ['gates.json', '"validDays": 60', '"validDays": "sextio"', 'gates.json $.items[5].validDays wrong-type'],
    ['gates.json', '"kind": "hard"', '"kind": "firm"', 'gates.json $.items[0].kind not-one-of'],
    ['gates.json', '"override": "never",', '', 'gates.json $.items[0].override missing'],
    ['gates.json', '"kind": "hard",', '"kind": "hard", "colour": "red",', 'gates.json $.items[0].colour unknown-field'],
    ['gates.json', '"DOC_BID"', '"DOC_GONE"', 'gates.json $.items[1].evidence unknown-reference'],
    ['gates.json', '"id": "G02"', '"id": "G01"', 'gates.json $.items[1] duplicate-id'],
    ['gates.json', '"id": "G24"', '"id": "G25"', 'gates.json $.items[23].id no-rule'],
    ['deadlines.json', '"id": "DL15"', '"id": "DL16"', 'deadlines.json $.items[14].id no-rule'],
    ['risk-stop-rules.json', '"gate": "G05"', '"gate": "G99"', 'risk-stop-rules.json $.items[4].gate unknown-reference'],
    ['red-flags.json', '"FU02"', '"FU77"', 'red-flags.json $.items[0].raisedBy.within[0].throughRow unknown-reference'],
    ['permits.json', '"blocksGate": "G07"', '"blocksGate": "G70"', 'permits.json $.items[3].blocksGate unknown-reference'],
    ['follow-up-template.json', '"offsetDays": 1,', '"offsetDays": "en",', 'follow-up-template.json $.items[0].offsetDays wrong-type'],
    ['edition.json', '2026-11-24', 'i höstas', 'edition.json $.version wrong-form'],
    ['countries.json', '"alpha3": "ALB"', '"alpha3": "AFG"', 'countries.json $.items[1].alpha3 duplicate-id'],
  ])('is refused in the place where it is wrong: %s, %s', (file, from, to, fault) => {
    change(file, from, to)
    expect(faults()).toContain(fault)
  })

  it('is refused when a score belongs to no risk level', () => {
    change('risk-scheme.json', '"from": 8', '"from": 9')
    expect(faults()).toEqual(['risk-scheme.json $.levels level-gap'])
  })

  it('is refused when a file is gone or is no JSON, and tells of both', () => {
    rmSync(join(folder, 'permits.json'))
    writeFileSync(join(folder, 'gates.json'), '{ "items": [')
    expect(faults()).toEqual(['gates.json $ not-json', 'permits.json $ unreadable'])
  })

  it('has every fault told in words that name the file', () => {
    change('gates.json', '"validDays": 60', '"validDays": "sextio"')
    change('permits.json', '"blocksGate": "G07"', '"blocksGate": 7')
    const loaded = loadCatalogue(pathToFileURL(`${folder}/`))
    const told = loaded.ok ? [] : loaded.error.map(({ messageKey, values }) => translator('sv')(messageKey, values))
    expect(told).toEqual([
      'gates.json $.items[5].validDays: fel slags värde (text). Det ska vara ett tal.',
      'permits.json $.items[3].blocksGate: fel slags värde (ett tal). Det ska vara text.',
    ])
  })
})
