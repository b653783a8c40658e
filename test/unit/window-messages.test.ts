import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const root = new URL('../../', import.meta.url)

function gather(language: string): ReadonlyMap<string, string> {
  const folder = new URL(`resources/messages/${language}/`, root)
  return new Map(readdirSync(folder).flatMap((file) => Object.entries<string>(JSON.parse(readFileSync(new URL(file, folder), 'utf8')))))
}
const spoken = { sv: gather('sv'), en: gather('en') }
const own = (language: 'sv' | 'en'): Record<string, string> =>
  JSON.parse(readFileSync(new URL(`resources/messages/${language}/window.json`, root), 'utf8'))

const sources = readdirSync(new URL('src-renderer/', root), { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => readFileSync(new URL(`src-renderer/${path}`, root), 'utf8'))

/** Keys written out in the window's code: `t('…')` and `key: '…'`. */
const named = [
  ...new Set(
    sources.flatMap((source) => [...source.matchAll(/\b(?:t\(|key: )'([a-z][\w-]*(?:\.[\w-]+)+)'/gi)].map((found) => found[1] ?? '')),
  ),
]

test('the window asks for many texts by name', () => {
  expect(named.length).toBeGreaterThan(150)
})

test.each(['sv', 'en'] as const)('every text that the window asks for by name exists in %s', (language) => {
  expect(named.filter((key) => !spoken[language].has(key))).toEqual([])
})

test('Swedish and English say the same things of the window', () => {
  expect(Object.keys(own('en'))).toEqual(Object.keys(own('sv')))
})

test('a text takes the same values in both languages', () => {
  const english = own('en')
  const values = (text: string): readonly string[] =>
    [...new Set([...text.replaceAll(/(?:=-?\d+|one|other) \{/g, '').matchAll(/\{(\w+)[,}]/g)].map((found) => found[1] ?? ''))].toSorted()
  // Swedish has one form of “skyddskrav” where English needs to know the number.
  const differ = Object.entries(own('sv')).filter(([key, text]) =>
    values(text).some((value) => !values(english[key] ?? '').includes(value)),
  )
  expect(differ.map(([key]) => key)).toEqual([])
})
