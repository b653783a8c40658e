import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { walkAndSearch } from './leak.ts'
import { plantedWords, searchForWords } from './planted.ts'

it('a walk through command line and window, with a crash at the end, leaves no planted word in any file that it wrote', async () => {
  const { whileOpen, afterwards, control, dumps } = await walkAndSearch()
  expect([...whileOpen.hits, ...afterwards.hits]).toEqual([])
  expect(dumps).toEqual([])
  expect(whileOpen.files).toBeGreaterThan(30)
  // In the case file that the user put where they pointed the same search finds every word.
  for (const word of plantedWords) expect(control.hits, word).toContain(`${word} in case.json`)
  // Many programs, each of which works out a key from a passphrase as slowly as in life.
}, 300_000)

it.for([
  ['as it is', (word: string) => Buffer.from(`… ${word} …`)],
  ['in the letters of Windows', (word: string) => Buffer.from(`… ${word} …`, 'utf16le')],
  ['in the letters of Windows, the other way round', (word: string) => Buffer.from(`… ${word} …`, 'utf16le').swap16()],
  ['in base64', (word: string) => Buffer.from(Buffer.from(`… ${word} …`).toString('base64'))],
  ['in base64 of an address', (word: string) => Buffer.from(Buffer.from(`.. ${word} ..`, 'utf16le').toString('base64url'))],
  ['in small letters', (word: string) => Buffer.from(word.toLowerCase())],
] as const)('the search finds a word that leaked %s', ([, written]) => {
  const folder = mkdtempSync(join(tmpdir(), 'hemvag-test-'))
  try {
    for (const [number, word] of plantedWords.entries()) writeFileSync(join(folder, `leak-${number}`), written(word))
    expect(searchForWords(folder).hits.toSorted()).toEqual(plantedWords.map((word, number) => `${word} in leak-${number}`).toSorted())
  } finally {
    rmSync(folder, { recursive: true })
  }
})
