import { describe, expect, test } from 'vitest'
import { hideNames } from '#domain/case/hide-names.ts'
import { caseA } from '../support/examples.ts'

describe('names are hidden in running text', () => {
  test.each([
    ['Mira Exempelsson vill bo hos Ioana Exemplu.', 'M. vill bo hos ….'],
    ['MIRA ringer', 'M. ringer'],
    ['Miras skola', 'M.s skola'],
    ['Mirakel', 'Mirakel'],
    ['Sven Fiktivsson och Fiktivsson', '… och …'],
    ['Ingen nämns här.', 'Ingen nämns här.'],
  ])('%s', (text, hidden) => {
    expect(hideNames(text, caseA)).toBe(hidden)
  })

  test('a name with signs of its own is taken literally', () => {
    const file = { child: { ...caseA.child, givenName: 'A.B', familyName: '(Test)' }, people: [] }
    expect(hideNames('A.B är inte AxB. (Test)', file)).toBe('M. är inte AxB. M.')
  })

  test('a question mark for a name that is unknown hides nothing', () => {
    const file = { child: { ...caseA.child, givenName: '?', familyName: '?' }, people: [] }
    expect(hideNames('Bor hos moster ? Fråga.', file)).toBe('Bor hos moster ? Fråga.')
  })
})
