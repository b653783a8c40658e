import { describe, expect, it } from 'vitest'
import { folded, traced } from '#domain/search/fold.ts'
import { passagesOf } from '#domain/search/passages.ts'
import { excerptOf, termsOf } from '#domain/search/terms.ts'
import { caseA } from '../support/examples.ts'

describe('folding', () => {
  it.each([
    ['Çağla', 'cagla'],
    ['ŁUKASZ', 'lukasz'],
    ['Đặng', 'dang'],
    ['Återförening', 'aterforening'],
    ['Straße', 'strasse'],
    ['İstanbul', 'istanbul'],
    ['Cæsar', 'caesar'],
  ])('%s is found by %s', (text, plain) => {
    expect(folded(text)).toBe(plain)
  })

  it('remembers where each letter came from, also where one becomes two or none', () => {
    const text = 'Straße e\u0301n 😀 ö'
    const { folded: plain, from } = traced(text)
    expect(plain).toBe(folded(text))
    expect(from(plain.length)).toBe(text.length)
    expect(text.slice(from(plain.indexOf('ss')), from(plain.indexOf('ss') + 2))).toBe('ß')
    expect(text.slice(from(plain.length - 1))).toBe('ö')
  })
})

describe('a question', () => {
  it('is its words, folded, each once and none of a single letter', () => {
    expect(termsOf('  Moster i BACĂU moster ')).toEqual(['moster', 'bacau'])
  })

  it('marks every hit in an excerpt and keeps the text as it was typed', () => {
    const text = 'Mostern i Bacău och en moster i Iași'
    const excerpt = excerptOf(text, termsOf('bacau moster')) ?? []
    expect(excerpt.map((stretch) => stretch.text).join('')).toBe(text)
    expect(excerpt.filter(({ hit }) => hit).map((stretch) => stretch.text)).toEqual(['Moster', 'Bacău', 'moster'])
  })

  it('cuts a long text at words around the first hit', () => {
    const text = `${'ord '.repeat(100)}fågelholk ${'mer '.repeat(100)}`
    const shown = (excerptOf(text, ['holk']) ?? []).map((stretch) => stretch.text).join('')
    expect(shown).toMatch(/^… (ord )+fågelholk (mer )*mer …$/)
    expect(shown.length).toBeLessThan(160)
  })
})

describe('the texts of a case', () => {
  const passages = passagesOf(caseA)

  it('hold everything typed, by the part of the case, and no codes, days or ids', () => {
    const areas = new Set(passages.map(({ area }) => area))
    for (const area of [
      'reference',
      'child',
      'people',
      'recipients',
      'talks',
      'reception',
      'reintegration',
      'budget',
      'travel',
      'documents',
    ])
      expect(areas, area).toContain(area)
    for (const { text } of passages) expect(text).not.toMatch(/^(\d{4}-\d{2}-\d{2}|[0-9A-HJKMNP-TV-Z]{26}|DOC_[A-Z]+|G\d\d)$/)
  })

  it('hide each name, phone and address while names are hidden', () => {
    const { givenName, familyName } = caseA.child
    const hidden = passages.flatMap((passage) => (passage.hidden === undefined ? [] : [passage.hidden]))
    for (const name of [givenName, familyName, ...caseA.people.map((person) => person.name)])
      expect(hidden.filter((text) => new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, 'u').test(text))).toEqual([])
    expect(passages.map(({ text }) => text)).toEqual(expect.arrayContaining([givenName, familyName]))
  })
})
