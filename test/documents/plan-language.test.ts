import { beforeAll, describe, expect, test } from 'vitest'
import { changeFirst, inLanguage, stretchesOf, withoutLanguages } from '#documents/model/other-language.ts'
import { caseA, copy } from '../support/examples.ts'
import { PdfObjects, runOnPdf } from '../support/pdf-objects.ts'
import { allNodes, languageOf, readTree } from '../support/pdf-structure.ts'
import { planFor, setCopy } from '../support/plan-samples.ts'

const closed = (text: string) => text.replaceAll(/[\s\u00a0]+/g, ' ').replaceAll('- ', '-')

/** What stands in spans, which only mark a language. */
function spansOf(bytes: Uint8Array): string {
  const lines = runOnPdf(bytes, 'pdfinfo', '-struct-text', '{file}').toString('utf8').split('\n')
  let depth: number | undefined
  const texts: string[] = []
  for (const line of lines) {
    const own = line.search(/\S/)
    if (line.trim() === 'Span (inline)') depth = own
    else if (depth !== undefined && own <= depth) depth = undefined
    else if (depth !== undefined && line.trim().startsWith('"')) texts.push(line.trim().slice(1, -1))
  }
  return closed(texts.join(' '))
}

const languagesOf = (bytes: Uint8Array, type: string): ReadonlySet<string> => {
  const tree = readTree(new PdfObjects(bytes))
  return new Set((tree ? allNodes(tree) : []).filter((node) => node.type === type).map(languageOf))
}

const untranslated = { ...copy(caseA), translations: [] }

describe('a copy in English of texts that nobody has translated', () => {
  let bytes: Uint8Array
  beforeAll(async () => {
    bytes = (await setCopy('IOM_FI', 'en', untranslated)).bytes
  })

  test('says in Swedish what was typed in Swedish', () => {
    const { child, reintegration, budget, risk, reception } = planFor('IOM_FI', untranslated)
    const typed = [
      child.goal ?? '',
      ...child.strengths,
      ...(reintegration?.goals ?? []).flatMap(({ goal, activities }) => [
        goal,
        ...activities.flatMap(({ text, responsible, indicator }) => [text, responsible, indicator ?? '']),
      ]),
      // “Ledsagare” is a role that the product has a word for.
      ...(budget?.lines ?? []).map(({ description }) => description).filter((text) => text !== 'Ledsagare'),
      ...(risk?.factors ?? []).flatMap(({ measures }) => measures.map(({ text }) => text)),
      reception?.contingency?.text ?? '',
      reception?.meetingPlace ?? '',
    ]
    const spans = spansOf(bytes).toLocaleLowerCase()
    expect(typed.filter((text) => text !== '').length).toBeGreaterThan(30)
    for (const text of typed) expect(spans).toContain(closed(text.replace(/\.$/, '')).toLocaleLowerCase())
    expect(languagesOf(bytes, 'Span')).toEqual(new Set(['sv-SE']))
  })

  test('says in English what the product says', () => {
    expect(spansOf(bytes)).not.toMatch(/\b(?:Plan B applies|Responsible|Panel|chair|guaranteed)\b/)
  })

  test('leaves no mark of a language on paper or in the file', () => {
    const all = JSON.stringify(new PdfObjects(bytes).dictionaries()) + runOnPdf(bytes, 'pdftotext', '{file}', '-').toString('utf8')
    expect(all).not.toMatch(/[\uE000-\uF8FF]/)
  })
})

test('a copy in Swedish has nothing to mark as Swedish', async () => {
  const { bytes } = await setCopy('IOM_FI', 'sv')
  expect(languagesOf(bytes, 'Span')).not.toContain('sv-SE')
})

describe('words in another language inside a sentence', () => {
  const sentence = `Then: ${inLanguage('sv-SE', 'ring mormor')}. Responsible: ${inLanguage('sv-SE', 'Socialtjänsten')}.`

  test('are told from what surrounds them', () => {
    expect(stretchesOf(sentence)).toEqual([
      'Then: ',
      { text: 'ring mormor', language: 'sv-SE' },
      '. Responsible: ',
      { text: 'Socialtjänsten', language: 'sv-SE' },
      '.',
    ])
    expect(withoutLanguages(sentence)).toBe('Then: ring mormor. Responsible: Socialtjänsten.')
  })

  test('get their capital behind the mark, and cannot bring marks of their own', () => {
    const upper = (letter: string) => letter.toLocaleUpperCase()
    expect(stretchesOf(changeFirst(inLanguage('sv-SE', 'över'), upper))).toEqual([{ text: 'Över', language: 'sv-SE' }])
    expect(changeFirst('plain', upper)).toBe('Plain')
    expect(stretchesOf(inLanguage('sv-SE', 'a\uE002b\uE000en\uE001c'))).toEqual([{ text: 'abc', language: 'sv-SE' }])
    expect(inLanguage('sv-SE', '')).toBe('')
  })
})
