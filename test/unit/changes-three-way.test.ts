import { describe, expect, test } from 'vitest'
import { fieldPathOf, patternOf } from '#domain/changes/field-path.ts'
import { conflictBetween, mergeOver } from '#domain/changes/three-way.ts'

const base = {
  alias: 'Svalan',
  tasks: [
    { id: 'call', title: 'Ring' },
    { id: 'write', title: 'Skriv' },
  ],
  talks: [{ on: '2026-09-01', words: 'Vill hem.' }],
  words: ['ett', 'två'],
}
const rowsOf = (steps: Parameters<typeof conflictBetween>[1], theirs: unknown) => {
  const rows = conflictBetween(base, steps, theirs)
  if (!rows.ok) throw new Error('misfit')
  return rows.value
}

describe('what two people made of the same case', () => {
  test('a field that both changed stands with before, mine and theirs', () => {
    const rows = rowsOf([{ path: '/alias', before: 'Svalan', after: 'Lärkan' }], { ...base, alias: 'Duvan' })
    expect(rows).toEqual([{ path: '/alias', before: 'Svalan', mine: 'Lärkan', theirs: 'Duvan', standing: 'overlap' }])
  })

  test('a field that only I changed stands too, as one that overlaps nothing', () => {
    const rows = rowsOf([{ path: '/alias', before: 'Svalan', after: 'Lärkan' }], { ...base, words: ['tre'] })
    expect(rows).toMatchObject([{ path: '/alias', standing: 'apart' }])
  })

  test('a task is known by its id, however the list has moved', () => {
    const steps = [{ path: '/tasks/1/title', before: 'Skriv', after: 'Skriv i dag' }]
    const theirs = {
      ...base,
      tasks: [
        { id: 'new', title: 'Ny' },
        { id: 'write', title: 'Skriv sedan' },
      ],
    }
    expect(rowsOf(steps, theirs)).toMatchObject([{ path: '/tasks/write/title', theirs: 'Skriv sedan', standing: 'overlap' }])
    const mine = { ...base, tasks: [base.tasks[0], { id: 'write', title: 'Skriv i dag' }] }
    expect(mergeOver(base, mine, theirs, () => true).merged).toMatchObject({
      tasks: [
        { id: 'new', title: 'Ny' },
        { id: 'write', title: 'Skriv i dag' },
      ],
    })
  })

  test('what they removed and I changed is a conflict, not a loss', () => {
    const steps = [{ path: '/tasks/1/title', before: 'Skriv', after: 'Skriv i dag' }]
    const rows = rowsOf(steps, { ...base, tasks: [base.tasks[0]] })
    expect(rows).toMatchObject([{ path: '/tasks/write', theirs: undefined, standing: 'overlap' }])
  })

  test('two talks that two people added both stay', () => {
    const mine = { ...base, talks: [...base.talks, { on: '2026-09-20', words: 'Min.' }] }
    const theirs = { ...base, talks: [...base.talks, { on: '2026-09-21', words: 'Deras.' }] }
    const { rows, merged } = mergeOver(base, mine, theirs, () => true)
    expect(rows).toMatchObject([{ path: '/talks/+1', before: undefined, theirs: undefined, standing: 'apart' }])
    expect(merged).toMatchObject({ talks: [{ words: 'Vill hem.' }, { words: 'Deras.' }, { words: 'Min.' }] })
  })

  test('the same change by both is no conflict', () => {
    expect(rowsOf([{ path: '/alias', before: 'Svalan', after: 'Duvan' }], { ...base, alias: 'Duvan' })).toEqual([])
  })
})

test('a field is named the same wherever its item stands, and its pattern names no item', () => {
  expect(fieldPathOf(base, '/tasks/1/title')).toBe('/tasks/write/title')
  expect(fieldPathOf(base, '/tasks/2', { id: 'new', title: 'Ny' })).toBe('/tasks/new')
  expect(['/tasks/write/title', '/talks/+1', '/riskAssessments/0/findings/RF01/residual'].map(patternOf)).toEqual([
    'tasks.title',
    'talks',
    'riskAssessments.findings.residual',
  ])
})
