import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newRecoveryKey, readRecoveryWords } from '#vault/recovery-words.ts'
import { recoveryList as list } from '../support/keys-desk.ts'

const keyFrom = (bytes: Uint8Array) => newRecoveryKey(list, { bytes: (count) => bytes.slice(0, count) })
const anyKey = fc.uint8Array({ minLength: 16, maxLength: 16 }).map(keyFrom)

describe('a recovery key', () => {
  it('is read back from what was printed, whatever it was', () => {
    fc.assert(
      fc.property(anyKey, ({ words }) => {
        expect(readRecoveryWords(words.join(' '), list)).toEqual({ ok: true, value: words })
      }),
    )
  })

  it('is read back from the first four letters of each word, in capitals, numbered and over several lines', () => {
    fc.assert(
      fc.property(anyKey, ({ words }) => {
        const typed = words.map((word, at) => `${at + 1}.  ${word.slice(0, 4).toUpperCase()}${at % 4 === 3 ? '\n' : ' '}`).join('')
        expect(readRecoveryWords(typed, list)).toEqual({ ok: true, value: words })
      }),
    )
  })

  it('in which two words changed places is refused, save by a chance of one in sixteen, and never read as the right one', () => {
    let refused = 0
    fc.assert(
      fc.property(anyKey, fc.integer({ min: 0, max: 10 }), ({ words }, at) => {
        const [one = '', two = ''] = [words[at], words[at + 1]]
        fc.pre(one !== two)
        const read = readRecoveryWords(
          words
            .with(at, two)
            .with(at + 1, one)
            .join(' '),
          list,
        )
        if (read.ok) expect(read.value).not.toEqual(words)
        else {
          expect(read.error.code).toBe('recovery-words-misspelt')
          refused += 1
        }
      }),
      { numRuns: 200 },
    )
    expect(refused).toBeGreaterThan(150)
  })
})
