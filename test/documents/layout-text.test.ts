import { describe, expect, it } from 'vitest'
import type { Block } from '#documents/model/blocks.ts'
import { pageTexts, textOf } from '../support/pdf-objects.ts'
import { refusal, render } from '../support/pdf-render.ts'
import { samplePlan } from '../support/pdf-sample.ts'

const title: Block = { kind: 'heading', level: 1, text: 'Plan' }
const withBlocks = (...blocks: Block[]) => samplePlan({ blocks: [title, ...blocks] })
const paragraph = (text: string): Block => ({ kind: 'paragraph', text })

const lettersOf: Readonly<Record<string, string>> = {
  Romanian: 'Ștefan Țepeluș, București, Mărășești, Brâncuși',
  Vietnamese: 'Nguyễn Thị Ánh Tuyết, Đặng Hữu Phước, Lê Quỳnh Ngọc, Bùi Kiều Oanh',
  Polish: 'Łukasz Żółkiewski, Świętosława Gęsicka, Zażółć gęślą jaźń',
  Greek: 'Γιώργος Παπαδόπουλος, Ευφροσύνη Αΐδη',
  Ukrainian: 'Олена Шевченко, Її Величність, Ґалаґан',
  Bulgarian: 'Щерю Въжаров, Йорданка Люцканова',
  Albanian: 'Përparim Çela, Gëzim Dërvishi',
  Icelandic: 'Þórður Æsisson, Guðný',
  Turkish: 'Çağrı Şimşek, Iğdır, İnönü',
}

describe('names', () => {
  it.each(Object.entries(lettersOf))('in %s come back letter for letter', async (_, text) => {
    expect(textOf(await render(withBlocks(paragraph('i o s e u'), paragraph(text))))).toContain(text)
  })

  it('do not change the letters of the text around them', async () => {
    const text = textOf(await render(withBlocks(paragraph('Thị Ngọc'), paragraph('Familjen i Malmö bor bra, fin officer.'))))
    expect(text).toContain('Thị Ngọc')
    expect(text).toContain('Familjen i Malmö bor bra, fin officer.')
  })

  it('that spell a letter as letter and mark come out composed', async () => {
    expect(textOf(await render(withBlocks(paragraph('S\u0327tefan, s\u0326i'))))).toContain('Ştefan, și')
  })
})

describe('a letter that no face has', () => {
  it('stops the export and is named with its place', async () => {
    const problem = await refusal(withBlocks(paragraph('Klart ✓ och klart'), paragraph('Se → nästa')))
    expect(problem).toEqual({
      code: 'missing-glyphs',
      characters: [
        { character: '✓', codePoint: 'U+2713', near: 'Klart ✓ och klart' },
        { character: '→', codePoint: 'U+2192', near: 'Se → nästa' },
      ],
    })
  })

  it('stops the export in a table, a header and a picture too', async () => {
    const picture: Block = {
      kind: 'figure',
      width: 40,
      alternative: 'Tal',
      svg: '<svg width="40" height="10" viewBox="0 0 40 10"><text x="0" y="8">&#x2265; 3</text></svg>',
    }
    const cell: Block = { kind: 'table', style: 'list', columns: [{ width: 'fill' }], rows: [{ cells: ['●'] }] }
    expect(await refusal(withBlocks(picture))).toMatchObject({ characters: [{ character: '≥', near: '≥ 3' }] })
    expect(await refusal(withBlocks(cell))).toMatchObject({ characters: [{ codePoint: 'U+25CF' }] })
    const { header, ...rest } = samplePlan()
    if (!header) throw new Error('the sample has a header')
    expect(await refusal({ ...rest, header: { ...header, title: 'Plan ☐' } })).toMatchObject({ characters: [{ codePoint: 'U+2610' }] })
  })
})

describe('a word wider than its cell', () => {
  const cell = (text: string, value = 'värde', width = 60): Block => ({
    kind: 'table',
    style: 'ruled',
    columns: [{ width }, { width: 'fill' }],
    headerRows: [{ cells: ['V', 'Hur'] }],
    rows: [{ cells: [text, value] }],
  })

  it('is divided with a hyphen as Swedish divides words, since nobody can make the cell wider', async () => {
    const text = textOf(await render(withBlocks(cell('Återintegrationsplan'))))
    expect(text).toMatch(/Återintegra-\s[^-]*\stionsplan\s/)
  })

  it('of three hundred letters goes on line after line, in a column that takes what is left too', async () => {
    const text = textOf(await render(withBlocks(cell('å'.repeat(300), 'W'.repeat(300)))))
    expect(text.match(/å/g)?.length).toBeGreaterThanOrEqual(300)
    expect(text.match(/W/g)).toHaveLength(300)
  })

  it.each([
    ['a number', '0123456789'.repeat(4)],
    ['an address', 'namn.efternamn_2026@kommun0exempel0se'],
  ])('that is %s gets no hyphen, which would be taken for a part of it', async (_title, word) => {
    const text = textOf(await render(withBlocks(cell(word))))
    expect(text.replace(/Återvändande- och/g, '')).not.toContain('-')
  })

  it('stops the export only where not even one letter has room', async () => {
    expect(await refusal(withBlocks(cell('Åäö', 'värde', 2)))).toMatchObject({ code: 'word-too-wide' })
  })

  it('is broken with a hyphen at a seam where one is marked', async () => {
    const text = textOf(await render(withBlocks(cell('Återintegra\u00adtionsplan'))))
    expect(text).toMatch(/Återintegra-\s[^-]*\stionsplan\s/)
  })

  it('shows no hyphen at seams that are not needed', async () => {
    const text = textOf(await render(withBlocks(paragraph('Återintegra\u00adtions\u00adplan för barnet'))))
    expect(text).toContain('Återintegrationsplan för barnet')
  })
})

const items = (count: number) => Array.from({ length: count }, (_, index) => `Punkt ${index}.`)

describe('what must stay whole but is higher than a page', () => {
  const all = (pages: readonly string[], count: number) => items(count).every((item) => pages.join(' ').includes(item))
  const inSection = (...blocks: readonly Block[]): Block => ({ kind: 'section', blocks })

  it.each([
    ['a section', inSection({ kind: 'list', ordered: false, items: items(120) })],
    ['a box in a section', inSection({ kind: 'box', weight: 'thin', blocks: [{ kind: 'list', ordered: false, items: items(120) }] })],
    ['a row of labels and values', inSection({ kind: 'label-values', rows: [{ label: 'Mål', value: items(120).join('\n') }] })],
    [
      'a row of a table',
      inSection({
        kind: 'table',
        style: 'ruled',
        columns: [{ width: 'fill' }],
        headerRows: [{ cells: ['Vad'] }],
        rows: [{ cells: [items(120).join('\n')] }],
      }),
    ],
  ])('is broken all the same: %s', async (_title, block) => {
    const pages = pageTexts(await render(withBlocks(block)))
    expect(pages.length).toBeGreaterThan(1)
    expect(all(pages, 120)).toBe(true)
  })

  it('does not break its neighbours that have room', async () => {
    const small = inSection(...items(20).map((item): Block => ({ kind: 'paragraph', text: `Liten ${item}` })))
    const pages = pageTexts(await render(withBlocks(inSection({ kind: 'list', ordered: false, items: items(110) }), small)))
    expect(pages.filter((page) => page.includes('Liten'))).toHaveLength(1)
  })

  it('leaves no heading behind at the foot of a page when its table goes on', async () => {
    const row = (index: number) => ({ cells: [`Rad ${index}`, items(12).join('\n')] })
    const table: Block = {
      kind: 'table',
      style: 'ruled',
      columns: [{ width: 100 }, { width: 'fill' }],
      headerRows: [{ cells: ['Vad', 'Hur'] }],
      rows: Array.from({ length: 12 }, (_, index) => row(index)),
    }
    for (const before of [30, 34, 38, 42, 46, 50]) {
      const heading: Block = { kind: 'heading', level: 2, number: '2', text: 'Rubriken', other: { text: 'The heading', language: 'en-GB' } }
      const pages = pageTexts(await render(withBlocks(...items(before).map(paragraph), inSection(heading, table))))
      expect(pages.find((page) => page.includes('Rubriken'))).toContain('Rad 0')
      for (const page of pages.filter((each) => each.includes('Rad '))) expect(page).toContain('Hur')
    }
  })
})

describe('what does not fit', () => {
  it('stops the export: a table wider than its place', async () => {
    const table: Block = {
      kind: 'table',
      style: 'ruled',
      columns: [{ width: 300 }, { width: 200 }],
      headerRows: [{ cells: ['Post', 'Belopp'] }],
      rows: [{ cells: ['Resa', '1'] }],
    }
    expect(await refusal(withBlocks(table))).toMatchObject({ code: 'does-not-fit', parts: [{ what: 'table', content: 'Post' }] })
  })

  it('stops the export of a form, which has one page: a section that is higher', async () => {
    const { header: _, ...form } = withBlocks({ kind: 'section', blocks: [{ kind: 'list', ordered: false, items: items(120) }] })
    expect(await refusal({ ...form, template: 'form' })).toMatchObject({ code: 'does-not-fit' })
  })

  it('stops the export: signature boxes that their content pushes out of place', async () => {
    const lines: Block[] = Array.from({ length: 12 }, () => ({ kind: 'writing-line', label: 'Namn', width: 100 }))
    const problem = await refusal(withBlocks({ kind: 'box-row', gap: 24, height: 264, boxes: [{ blocks: lines }, { blocks: [] }] }))
    expect(problem).toMatchObject({ code: 'does-not-fit', parts: [{ content: 'Namn' }] })
  })

  it('stops the export: a picture wider than the text', async () => {
    const svg = '<svg width="600" height="20" viewBox="0 0 600 20"><rect x="0" y="0" width="600" height="20"/></svg>'
    const problem = await refusal(withBlocks({ kind: 'figure', svg, width: 600, alternative: 'Resan' }))
    expect(problem).toMatchObject({ code: 'does-not-fit', parts: [{ what: 'picture', content: 'Resan', page: 1 }] })
  })
})

it('a heading at the foot of a page goes with what it heads', async () => {
  const lines = Array.from({ length: 54 }, (_, index) => paragraph(`Rad ${index}`))
  const heading: Block = { kind: 'heading', level: 2, number: '2', text: 'Rubriken', other: { text: 'The heading', language: 'en-GB' } }
  const after = Array.from({ length: 6 }, (_, index) => paragraph(`Under rubriken ${index}`))
  const counts = await Promise.all(
    [0, 1, 2, 3, 4, 5].map(async (less) => {
      const pages = pageTexts(await render(withBlocks(...lines.slice(less), heading, ...after)))
      const page = pages.find((text) => text.includes('Rubriken')) ?? ''
      return page.match(/Under rubriken/g)?.length ?? 0
    }),
  )
  expect(Math.min(...counts)).toBeGreaterThanOrEqual(3)
})
