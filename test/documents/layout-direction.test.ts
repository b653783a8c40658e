import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bidi, reorderLine, rightToLeftLetters } from '#documents/layout/bidi-order.ts'
import { layOutDocument } from '#documents/layout/lay-out-document.ts'
import { Line } from '#documents/layout/pdfmake-internals.ts'
import type { Inline, LayoutLine } from '#documents/layout/pdfmake-types.ts'
import { fontFamily, fontFiles } from '#documents/layout/style.ts'
import type { Block } from '#documents/model/blocks.ts'
import type { DocumentModel } from '#documents/model/document-model.ts'
import { accessibilityFaults } from '../support/pdf-accessibility.ts'
import { PdfObjects, pdfText, runOnPdf } from '../support/pdf-objects.ts'
import { samplePlan } from '../support/pdf-sample.ts'
import { allNodes, readTree } from '../support/pdf-structure.ts'

const own = (file: string) => fileURLToPath(new URL(`../../resources/fonts/${file}`, import.meta.url))
const machine = (file: string) => `/usr/share/fonts/truetype/dejavu/${file}`

/** A face with Hebrew and Arabic letters that the test tools bring; none is shipped yet. */
const fonts = {
  [fontFamily]: {
    normal: own(fontFiles.normal),
    bold: own(fontFiles.bold),
    italics: own(fontFiles.italics),
    bolditalics: own(fontFiles.bolditalics),
  },
  'DejaVu Sans': {
    normal: machine('DejaVuSans.ttf'),
    bold: machine('DejaVuSans-Bold.ttf'),
    italics: machine('DejaVuSans.ttf'),
    bolditalics: machine('DejaVuSans-Bold.ttf'),
  },
}

const blankInline: Omit<Inline, 'text'> = {
  x: 0,
  width: 10,
  height: 10,
  leadingCut: 0,
  trailingCut: 0,
  fontSize: 10,
  font: Object.create(null),
}

const title: Block = { kind: 'heading', level: 1, text: 'Plan' }

async function set(over: Partial<DocumentModel>): Promise<Uint8Array> {
  const result = await layOutDocument(samplePlan(over), fonts)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value.bytes
}

it('a right-to-left word wider than its cell goes on in the next line, whole and without a hyphen', async () => {
  const word = 'שלוםעולםשלוםעולםשלוםעולם'
  const cell: Block = { kind: 'table', style: 'ruled', columns: [{ width: 50 }, { width: 'fill' }], rows: [{ cells: [word, 'x'] }] }
  const text = runOnPdf(await set({ blocks: [title, cell] }), 'pdftotext', '-raw', '{file}', '-').toString('utf8')
  const letters = Array.from(text).filter((letter) => rightToLeftLetters.test(letter))
  expect(letters.toSorted()).toEqual(Array.from(word).toSorted())
  expect(letters.join('')).toContain('שלום')
})

/** Left edge of each word in points; pdftotext prints the letters of a word as they are drawn, from left to right. */
function placesOf(bytes: Uint8Array): (word: string) => number {
  const words = runOnPdf(bytes, 'pdftotext', '-bbox', '{file}', '-').toString('utf8')
  const places = new Map(Array.from(words.matchAll(/xMin="([\d.]+)"[^>]*>([^<]*)</g), ([, left, word]) => [word ?? '', Number(left)]))
  return (word) => {
    const place = places.get(rightToLeftLetters.test(word) ? Array.from(word).reverse().join('') : word)
    if (place === undefined) throw new Error(`${word} is not on the page: ${[...places.keys()]}`)
    return place
  }
}

/** The words in the order in which they stand on their line, from the left. */
function fromLeft(bytes: Uint8Array, ...words: string[]): string[] {
  const place = placesOf(bytes)
  return words.toSorted((one, other) => place(one) - place(other))
}

function actualTexts(bytes: Uint8Array): string[] {
  const tree = readTree(new PdfObjects(bytes))
  return tree
    ? allNodes(tree)
        .map((node) => pdfText(node.entry['/ActualText']))
        .filter((text) => text !== '')
    : []
}

const rightToLeft = { language: 'he-IL', direction: 'right-to-left' } as const

describe('text from right to left', () => {
  it('runs from the right, with Latin words and numbers in their own direction', async () => {
    const bytes = await set({ ...rightToLeft, blocks: [title, { kind: 'paragraph', text: 'הילדה נוסעת אל Malmö CPH מחר' }] })
    expect(fromLeft(bytes, 'הילדה', 'נוסעת', 'אל', 'Malmö', 'CPH', 'מחר')).toEqual(['מחר', 'Malmö', 'CPH', 'אל', 'נוסעת', 'הילדה'])
    expect(accessibilityFaults(bytes)).toEqual([])
  })

  it('keeps the logical text for readers, brackets included', async () => {
    const sentence = 'הילדה (בת 15) נוסעת מחר'
    const bytes = await set({ ...rightToLeft, blocks: [title, { kind: 'paragraph', text: sentence }] })
    expect(actualTexts(bytes).join('')).toBe(sentence)
    expect(runOnPdf(bytes, 'pdftotext', '{file}', '-').toString('utf8')).toContain('(')
  })

  it('does not turn round numbers that are isolated', async () => {
    const bytes = await set({
      language: 'ar',
      direction: 'right-to-left',
      blocks: [title, { kind: 'paragraph', text: 'الهاتف \u2066031-123 45 67\u2069 الآن' }],
    })
    expect(fromLeft(bytes, '031-123', '45', '67')).toEqual(['031-123', '45', '67'])
  })

  it('puts the first column of a table at the right and reads it first', async () => {
    const bytes = await set({
      ...rightToLeft,
      blocks: [
        title,
        {
          kind: 'table',
          style: 'ruled',
          columns: [{ width: 100 }, { width: 'fill' }],
          headerRows: [{ cells: ['alfa', 'beta'] }],
          rows: [{ cells: ['gamma', 'delta'] }],
        },
      ],
    })
    expect(fromLeft(bytes, 'alfa', 'beta')).toEqual(['beta', 'alfa'])
    const tree = readTree(new PdfObjects(bytes))
    const cells = tree ? allNodes(tree).filter((node) => ['TH', 'TD'].includes(node.type)) : []
    const drawn = cells.map((cell) => Number(cell.pieces[0]?.split(':')[1]))
    expect(cells.map((cell) => cell.type)).toEqual(['TH', 'TH', 'TD', 'TD'])
    expect(drawn[0]).toBeGreaterThan(drawn[1] ?? Number.POSITIVE_INFINITY)
    expect(accessibilityFaults(bytes)).toEqual([])
  })

  it('inside a Swedish plan leaves the Swedish text as it is', async () => {
    const bytes = await set({ blocks: [title, { kind: 'paragraph', text: 'Mottagaren heter دانا مثال och bor i Malmö.' }] })
    expect(fromLeft(bytes, 'heter', 'دانا', 'مثال', 'och')).toEqual(['heter', 'مثال', 'دانا', 'och'])
    expect(accessibilityFaults(bytes)).toEqual([])
  })

  it('numbers its lists at the right', async () => {
    const bytes = await set({ ...rightToLeft, blocks: [title, { kind: 'list', ordered: true, items: ['ראשון', 'שני'] }], pageLabel: '' })
    expect(accessibilityFaults(bytes)).toEqual([])
    expect(fromLeft(bytes, 'ראשון', '1')).toEqual(['ראשון', '1'])
  })
})

/** One piece per letter, ten points wide. */
function lineOf(text: string, base: 'ltr' | 'rtl'): LayoutLine {
  const { levels, paragraphs } = bidi.getEmbeddingLevels(text, base)
  const line = new Line(10_000)
  Array.from(text).forEach((letter, index) => {
    line.addInline({ ...blankInline, text: letter, level: levels[index] ?? 0, baseLevel: paragraphs[0]?.level ?? 0 })
  })
  return line
}

it('any mixed line is drawn in the order of the Unicode algorithm', async () => {
  const letters = fc.constantFrom(...Array.from('abc אבג دذر 123 ()-,.'))
  await fc.assert(
    fc.property(fc.array(letters, { minLength: 1, maxLength: 30 }), fc.constantFrom<'ltr' | 'rtl'>('ltr', 'rtl'), (drawn, base) => {
      const text = drawn.join('')
      const line = lineOf(text, base)
      reorderLine(line)
      const expected = bidi.getReorderedIndices(text, bidi.getEmbeddingLevels(text, base))
      const places = line.inlines.toSorted((one, other) => one.x - other.x)
      expect(places.map((inline) => inline.logicalIndex)).toEqual(expected)
    }),
    { numRuns: 500, seed: 20261001 },
  )
})
