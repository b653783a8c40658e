import { describe, it } from 'vitest'
import { sqliteEngine } from '#register/sqlite/engine.ts'
import { allSentences } from './conformance/all.ts'
import { atDesk } from './conformance/sentence.ts'

describe('the register on SQLite', () => {
  for (const sentence of allSentences) it(sentence.name, () => atDesk(sqliteEngine, sentence))
})
