import { describe, expect, it } from 'vitest'
import type { Answer } from '#domain/questionnaires/answer.ts'
import { scoringOf } from '#domain/questionnaires/expand.ts'
import type { Filled } from '#domain/questionnaires/look.ts'
import { scoreForm } from '#domain/scoring/form-score.ts'
import { scoreOf, shownScore, tooFew } from '#domain/scoring/score.ts'
import { catalogue } from '../support/examples.ts'
import { exampleOf, filled, library } from '../support/questionnaires.ts'

const score = (form: Filled) => {
  const table = scoringOf(form.form, catalogue)
  if (table === undefined) throw new Error('not scored')
  return scoreForm(form, table)
}
const unknown: Answer = { none: 'unknown' }
const without = (form: Filled, ids: readonly string[], answer: Answer = unknown): Filled => ({
  ...form,
  answers: { ...form.answers, ...Object.fromEntries(ids.map((id) => [id, answer])) },
})

describe('the RSS-style score with equal weights', () => {
  const example = exampleOf('RSS-EQ-1@1')

  it('T-RSS-1: economic 0.5, social 0.675, psychosocial 5.5 of 9, composite 0.595370, enhanced and sufficient', () => {
    const result = score(example)
    expect(result.dimensions.E).toBe(0.5)
    expect(result.dimensions.S).toBe(0.675)
    expect(result.dimensions.P).toBeCloseTo(5.5 / 9, 14)
    expect(result.composite).toBeCloseTo(0.5953703703703703, 14)
    expect(result).toMatchObject({ table: 'RSS-EQ-1', tableVersion: 1, band: 'enhanced', sufficient: true })
    expect(shownScore(result.composite ?? 0, 2)).toBe('0.60')
  })

  it('T-RSS-2: with six of ten social questions answered there is no social score and no composite', () => {
    const result = score(without(example, ['RSS_S05', 'RSS_S07', 'RSS_S09', 'RSS_S10']))
    expect(result.answeredShare.S).toBe(0.6)
    expect(result.dimensions.S).toBeNull()
    expect(result).toMatchObject({ composite: null, band: null, sufficient: null })
    expect(tooFew(result)).toEqual(['S'])
    expect(library.text('sv', ['scoring.too-few.S'])).toBe('För få svar i social dimension')
    expect(library.text('en', ['scoring.too-few.S'])).toBe('Too few answers in the social dimension')
  })

  it('T-RSS-3: seven of ten is enough exactly', () => {
    const result = score(without(example, ['RSS_S05', 'RSS_S07', 'RSS_S10']))
    expect(result.dimensions.S).toBeCloseTo(5.5 / 7, 14)
    expect(result.composite).toBeCloseTo((0.5 + 5.5 / 7 + 5.5 / 9) / 3, 14)
    expect(shownScore(result.composite ?? 0, 6)).toBe('0.632275')
  })

  it('leaves out what does not apply: a household without children of school age', () => {
    const result = score(without(example, ['RSS_S04'], { none: 'not-applicable' }))
    expect(result.answeredShare.S).toBe(1)
    expect(result.dimensions.S).toBeCloseTo(5.75 / 9, 14)
  })

  it('is never called RSS, in either language', () => {
    expect(library.text('sv', ['form.RSS-EQ-1@1'])).toBe('RSS-anpassad självskattning (lika vikter)')
    expect(library.text('en', ['form.RSS-EQ-1@1'])).toBe('RSS-style score (equal weights)')
    expect(library.text('sv', ['scoring.RSS-EQ-1'])).toBe('RSS-anpassad självskattning (lika vikter)')
  })

  it('keeps a closed place for the official table, which nothing scores by', () => {
    expect(catalogue.scoring.find(({ id }) => id === 'RSS-IOM')).toMatchObject({ enabled: false, official: true })
    expect(scoringOf({ scoring: 'RSS-IOM' }, catalogue)).toBeUndefined()
    expect(catalogue.scoring.filter(({ official, enabled }) => official && enabled)).toEqual([])
  })

  it('is basic from 0.67 and intensive below 0.34', () => {
    const table = scoringOf({ scoring: 'RSS-EQ-1' }, catalogue)
    if (table === undefined) throw new Error('no table')
    const at = (value: number) =>
      scoreOf(
        table.dimensions.map((dimension) => ({ id: dimension, dimension, weight: 1, value, applies: true })),
        table,
      ).band
    expect([at(0.33), at(0.34), at(0.66), at(0.67)]).toEqual(['intensive', 'enhanced', 'enhanced', 'basic'])
  })
})

describe('the child index CRI-1', () => {
  const example = exampleOf('CRI-1@1')

  it('T-CRI-1: 0.75, 0.84375 and 0.75 make 0.78125, basic, and the debt raises its alarm all the same', () => {
    const result = score(example)
    expect(result.dimensions).toEqual({ E: 0.75, S: 0.84375, P: 0.75 })
    expect(result.composite).toBe(0.78125)
    expect(result).toMatchObject({ band: 'basic', alerts: ['CRI_E04'], discrepancies: [] })
  })

  it('takes the child’s value where the caregiver says otherwise by a half or more, and says so', () => {
    const apart = without(example, ['CRI_P06.G'], { code: '1', scale: 'FREQ5_NEG' })
    expect(score(apart)).toMatchObject({ discrepancies: ['CRI_P06'], dimensions: { P: 0.75 } })
    expect(score(without(example, ['CRI_P06.G'], { code: '2', scale: 'FREQ5_NEG' })).discrepancies).toEqual([])
  })

  it('raises an alarm on a safe-at-home answer of mostly unsafe, whatever the total', () => {
    expect(score(without(example, ['CRI_P01.C'], { code: '2', scale: 'SAFE5' })).alerts).toContain('CRI_P01')
  })

  it('counts what was not asked because a caregiver heard as missing, never as good', () => {
    const heard = { ...example, answers: { ...example.answers, alone: { code: 'no' } } }
    expect(score(heard).answeredShare.P).toBeCloseTo(5 / 8, 14)
    expect(score(heard).composite).toBeNull()
  })

  it('asks of self-harm only from twelve and by a trained interviewer; else it does not apply', () => {
    const untrained = { ...example, answers: { ...example.answers, trained: { code: 'no' } } }
    expect(score(untrained).answeredShare.P).toBe(1)
    expect(score(untrained).dimensions.P).toBeCloseTo(5 / 7, 14)
  })

  it('gives a child under twelve faces, and adults their own steps; the same code on another scale counts for nothing', () => {
    const young = filled('CRI-1@1', { 'CRI_E01.C': { code: '1', scale: 'SMILE3' }, 'CRI_E01.G': { code: '5', scale: 'FREQ5_POS' } }, 11)
    const scales = young.form.sections.flatMap(({ questions }) =>
      questions.flatMap((each) => (each.kind === 'scale' ? [[each.id, each.scale]] : [])),
    )
    expect(Object.fromEntries(scales)).toMatchObject({ 'CRI_E01.C': 'SMILE3', 'CRI_E01.G': 'FREQ5_POS', 'CRI_E03.C': 'YN_NEG' })
    expect(score(young).discrepancies).toEqual(['CRI_E01'])
    expect(score({ ...young, answers: { 'CRI_E01.C': { code: '1', scale: 'FREQ5_POS' } } }).alerts).toEqual([])
  })
})
