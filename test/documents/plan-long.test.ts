import { beforeAll, describe, expect, test } from 'vitest'
import { organisationBox, organisationField, partnerBox } from '#documents/plan/signatures.ts'
import { caseB, copy } from '../support/examples.ts'
import { accessibilityFaults } from '../support/pdf-accessibility.ts'
import { PdfObjects, pageTexts, runOnPdf } from '../support/pdf-objects.ts'
import { allNodes, languageOf, readTree, type TreeNode } from '../support/pdf-structure.ts'
import { longCase, longCounts, longSwedish } from '../support/plan-long.ts'
import { draftFor, setCopy, setWorkingCopy } from '../support/plan-samples.ts'

const file = longCase()

const wordsOf = (bytes: Uint8Array, page: number) =>
  [
    ...runOnPdf(bytes, 'pdftotext', '-bbox', '-f', String(page), '-l', String(page), '{file}', '-')
      .toString('utf8')
      .matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>([^<]*)</g),
  ].map(([, left, top, word]) => ({ left: Number(left), top: Number(top), word }))

/** Pages of all that a node holds, in reading order. */
const pagesOf = (node: TreeNode): readonly number[] =>
  allNodes(node).flatMap(({ pieces }) => pieces.map((piece) => Number(piece.split(':')[0])))

const isHeading = ({ type }: TreeNode) => /^H\d$/.test(type)

/** Headings with the page of what they head: their second language is no content. */
function headed(tree: TreeNode): { readonly heading: number; readonly content: number }[] {
  const leaves = allNodes(tree).filter(({ pieces }) => pieces.length > 0)
  return leaves.flatMap((node, index) => {
    if (!isHeading(node)) return []
    const content = leaves.slice(index + 1).find((next, ahead) => !(ahead === 0 && next.type === 'P' && languageOf(next) !== ''))
    return content ? [{ heading: pagesOf(node).at(-1) ?? -1, content: pagesOf(content)[0] ?? -1 }] : []
  })
}

describe.each([
  ['IOM_FI', 'sv'],
  ['IOM_FI', 'en'],
  ['FAMILY', 'sv'],
  ['FAMILY', 'en'],
] as const)('the longest case, for %s in %s', (profile, language) => {
  let bytes: Uint8Array
  let tree: TreeNode
  beforeAll(async () => {
    bytes = (await setCopy(profile, language, file)).bytes
    const found = readTree(new PdfObjects(bytes))
    if (!found) throw new Error('no tree')
    tree = found
  })

  const tables = () => allNodes(tree).filter(({ type, children }) => type === 'Table' && children.some((each) => each.type === 'THead'))

  test('leaves no heading alone at the foot of a page', () => {
    expect(headed(tree).length).toBeGreaterThan(8)
    for (const { heading, content } of headed(tree)) expect(content).toBe(heading)
  })

  test('splits no row of a table, and keeps all of them', () => {
    const rows = tables().flatMap((table) => allNodes(table).filter(({ type }) => type === 'TR'))
    for (const row of rows) expect(new Set(pagesOf(row)).size).toBeLessThanOrEqual(1)
    expect(rows.length).toBeGreaterThan(
      profile === 'IOM_FI' ? longCounts.budgetLines + longCounts.activities + longCounts.factors : longCounts.activities,
    )
  })

  test('repeats the head of a table on each page that it goes on', () => {
    const pages = pageTexts(bytes)
    for (const table of tables()) {
      const on = [...new Set(pagesOf(table))]
      if (on.length === 1) continue
      const head = language === 'sv' ? /Riskfaktor|Kod|Område|Handling/ : /Code|Area|Document/
      for (const page of on) expect(pages[page]).toMatch(head)
    }
  })

  test('has its signature boxes at their places', () => {
    const title = language === 'sv' ? ['För', 'organisationen'] : ['For', 'organisation']
    const all = pageTexts(bytes)
    const page = all.findIndex((text) => text.includes(language === 'sv' ? 'För organisationen' : 'For the organisation')) + 1
    const words = wordsOf(bytes, page)
    const starts = words.filter(({ word, top }) => word === title[0] && top > organisationBox.top && top < organisationBox.top + 20)
    expect(starts.map(({ left }) => left > organisationBox.left && left < organisationBox.right)).toEqual([true, false])
    expect(starts[1]?.left).toBeGreaterThan(partnerBox.left)
    const { left, top, right, bottom } = organisationField
    expect(words.filter((word) => word.left > left && word.left < right && word.top > top - 10 && word.top < bottom)).toEqual([])
  })

  test('is tagged without faults', () => {
    expect(accessibilityFaults(bytes)).toEqual([])
  })
})

test.each(['sv', 'en'] as const)('a draft of case B with forty tasks and long texts can be set, in %s', async (language) => {
  const draft = copy(caseB)
  draft.tasks = Array.from({ length: 40 }, (_, index) => ({
    id: `task-${index}`,
    title: longSwedish.line(index),
    recordedAt: '2026-09-02T12:00:00Z',
  }))
  for (const assessment of draft.riskAssessments)
    for (const finding of assessment.findings)
      if (finding.finding === 'present')
        finding.measures = Array.from({ length: 8 }, (_, index) => ({ text: longSwedish.line(index), state: 'planned' }))
  const { bytes, pages } = await setWorkingCopy(language, draftFor(draft))
  expect(pages).toBeGreaterThanOrEqual(2)
  expect(pageTexts(bytes).join(' ')).toContain('resemottagningsöverenskommelsedokumentation')
  expect(accessibilityFaults(bytes)).toEqual([])
})
