import { describe, expect, it } from 'vitest'
import { newRecoveryKey, readRecoveryWords } from '#vault/recovery-words.ts'
import { recoveryList as list } from '../support/keys-desk.ts'
import { seededEntropy } from '../support/register-desk.ts'

describe('the list of words of the recovery key', () => {
  it('has 2048 words of four to eight letters that every keyboard has, in order', () => {
    expect(list.length).toBe(2048)
    expect(list.filter((word) => !/^[a-z]{4,8}$/.test(word))).toEqual([])
    expect(list.toSorted()).toEqual(list)
  })

  it('tells every word from all others by its first four letters', () => {
    expect(new Set(list.map((word) => word.slice(0, 4))).size).toBe(2048)
  })

  it('holds nothing that a frightened person should have to read', () => {
    const never = [
      'vapen',
      'krig',
      'dolk',
      'slag',
      'grav',
      'mord',
      'hora',
      'slav',
      'rova',
      'fara',
      'gift',
      'sorg',
      'slida',
      'bomb',
      'neger',
    ]
    expect(list.filter((word) => never.includes(word))).toEqual([])
  })
})

describe('words typed for a recovery key', () => {
  const { words, code } = newRecoveryKey(list, seededEntropy('print'))
  const codeOf = (text: string) => {
    const read = readRecoveryWords(text, list)
    return read.ok ? 'accepted' : { code: read.error.code, ...read.error.values }
  }

  it('are named by their number when the list does not hold them', () => {
    expect(codeOf(words.with(6, 'qvist').join(' '))).toEqual({ code: 'recovery-word-unknown', number: 7 })
  })

  it('are counted before anything else', () => {
    expect(codeOf(words.slice(1).join(' '))).toEqual({ code: 'recovery-words-count', found: 11, needed: 12 })
    expect(codeOf('')).toEqual({ code: 'recovery-words-count', found: 0, needed: 12 })
  })

  it('that are all in the list and do not fit together are said to be misspelt', () => {
    const other = words.map((_, at) => list[at * 7] ?? '')
    expect(codeOf(other.join(' '))).toEqual({ code: 'recovery-words-misspelt' })
  })

  it('stand beside a code of four letters and figures that look like no others', () => {
    expect(code).toMatch(/^[2-9A-HJ-NP-Z]{4}$/)
  })
})
