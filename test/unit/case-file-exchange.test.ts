import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type CaseFile, caseFileSchema } from '#domain/case/case-file.ts'
import { caseFileJsonSchema, readCaseFile, writeCaseFile } from '#exchange/case-bundle.ts'
import { formNames } from '#exchange/form-names.ts'
import { caseA, caseB, catalogue } from '../support/examples.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const cases: readonly (readonly [string, CaseFile])[] = [
  ['case A', caseA],
  ['case B', caseB],
]

/** Each value of a case with the key it stands under, the whole first. */
function eachValue(value: unknown, look: (value: unknown, key: string) => void, key = ''): void {
  look(value, key)
  if (typeof value === 'object' && value !== null) for (const [name, each] of Object.entries(value)) eachValue(each, look, name)
}

describe('a case file', () => {
  it.each(['case-a', 'case-b'])('is read as it is shipped: %s', (name) => {
    const read = readCaseFile(readFileSync(new URL(`../../resources/examples/${name}.json`, import.meta.url)), catalogue)
    expect(read).toMatchObject({ ok: true })
  })

  it.each(cases)('comes back without loss: %s', (_name, caseFile) => {
    expect(readCaseFile(bytesOf(writeCaseFile(caseFile)), catalogue)).toEqual({ ok: true, value: caseFile })
  })

  it.each(cases)('is written the same however its fields were ordered: %s', (_name, caseFile) => {
    const turned = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(turned)
      if (value === null || typeof value !== 'object') return value
      const fields = Object.entries(value).toReversed()
      return Object.fromEntries(fields.map(([key, each]) => [key, turned(each)]))
    }
    const written = writeCaseFile(caseFile)
    expect(writeCaseFile(caseFileSchema.parse(turned(caseFile)))).toBe(written)
    expect(written.endsWith('}\n')).toBe(true)
  })

  it('keeps letters of every script, line breaks and marks as they are', () => {
    const words = 'Ștefan Đặng Łukasz Ξένια Олена\n\u202bنور\u202c 👧🏽 "citat" \\ \u2028'
    const changed = caseFileSchema.parse({ ...caseA, talks: [{ ...caseA.talks[0], words }] })
    const read = readCaseFile(bytesOf(writeCaseFile(changed)), catalogue)
    expect(read).toEqual({ ok: true, value: changed })
  })

  it('is read with a byte order mark in front, as some editors write it', () => {
    expect(readCaseFile(bytesOf(`\ufeff${writeCaseFile(caseA)}`), catalogue)).toEqual({ ok: true, value: caseA })
  })
})

describe('the JSON Schema of a case file', () => {
  it('is the one made from the schema that reads it', () => {
    const shipped: unknown = JSON.parse(readFileSync(new URL('../../resources/schemas/case-file.schema.json', import.meta.url), 'utf8'))
    expect(shipped).toEqual(caseFileJsonSchema())
  })

  it('says which version of JSON Schema it is, and allows no unknown field', () => {
    expect(caseFileJsonSchema()).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      additionalProperties: false,
    })
  })

  it('has no pattern that the messages could not name', () => {
    const patterns = new Set<string>()
    eachValue(caseFileJsonSchema(), (value) => {
      if (typeof value === 'object' && value !== null && 'pattern' in value && !('format' in value)) patterns.add(String(value.pattern))
    })
    expect([...patterns].toSorted()).toEqual([...formNames.keys()].toSorted())
  })
})

describe('the shipped examples', () => {
  it.each(cases)('name every document as the proof of a fact, and no other: %s', (_name, caseFile) => {
    const named = new Set<string>()
    eachValue(caseFile, (value, key) => {
      if (key === 'evidence' && Array.isArray(value)) for (const id of value) named.add(String(id))
    })
    expect([...named].toSorted()).toEqual(caseFile.documents.map(({ id }) => id).toSorted())
  })

  it.each(cases)('record each fact on its day: %s', (_name, caseFile) => {
    eachValue(caseFile, (value) => {
      if (typeof value === 'object' && value !== null && 'happenedOn' in value && 'recordedAt' in value)
        expect(value.recordedAt).toBe(`${value.happenedOn}T12:00:00Z`)
    })
  })

  it('cost in case A what the page of the case says', () => {
    const lines = caseA.budget.lines.map(({ category, quantity, unitPrice: { amountMinor, currency } }) => [
      category,
      quantity,
      amountMinor,
      currency,
    ])
    expect(lines.map((line) => line.join(' '))).toEqual([
      'BC01 1 215000 SEK',
      'BC02 1 648000 SEK',
      'BC03 6 65000 SEK',
      'BC06 1 12000 EUR',
      'BC08 12 90000 RON',
      'BC11 20 25000 RON',
      'BC12 1 35000 EUR',
      'BC17 5 8000 EUR',
      'BC19 1 200000 SEK',
    ])
  })

  it('look at every risk factor in case A, and at every stop factor in case B', () => {
    expect(caseA.riskAssessments[0]?.findings).toHaveLength(catalogue.riskFactors.length)
    const looked = new Set(caseB.riskAssessments[0]?.findings.map(({ factor }) => factor))
    expect(catalogue.riskFactors.filter(({ id, stop }) => stop && !looked.has(id))).toEqual([])
  })
})
