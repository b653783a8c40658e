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
  const cell = (text: string): Block => ({
    kind: 'table',
    style: 'ruled',
    columns: [{ width: 60 }, { width: 'fill' }],
    headerRows: [{ cells: ['Vad', 'Hur'] }],
    rows: [{ cells: [text, 'värde'] }],
  })

  it('stops the export instead of being cut at any letter', async () => {
    const problem = await refusal(withBlocks(cell('Återintegrationsplan')))
    expect(problem).toMatchObject({ code: 'word-too-wide', words: [{ word: 'Återintegrationsplan', available: 60 }] })
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

  it('stops the export: a section that must stay whole but is higher than a page', async () => {
    const items = Array.from({ length: 120 }, (_, index) => `Punkt ${index}`)
    const problem = await refusal(withBlocks({ kind: 'section', blocks: [{ kind: 'list', ordered: false, items }] }))
    expect(problem).toMatchObject({ code: 'does-not-fit' })
    await expect(
      render(withBlocks({ kind: 'section', breakable: true, blocks: [{ kind: 'list', ordered: false, items }] })),
    ).resolves.toBeDefined()
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
