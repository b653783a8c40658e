import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { setDraft, setPlan } from '#documents/export-plan.ts'
import { type LongCounts, longCase } from '../support/plan-long.ts'
import { draftFor, planAnswer } from '../support/plan-samples.ts'

/** Letters that the shipped face draws, the widest among them, and what surrounds words. */
const word = fc.string({ unit: fc.constantFrom(...'aeinrstdlåäöWMÅĂțłŠß1239-./@:_'), minLength: 1, maxLength: 300 })
const text = (most: number) =>
  fc
    .tuple(fc.array(word, { minLength: 1, maxLength: 40 }), fc.constantFrom(' ', ', ', '\u00a0', ''))
    .map(([words, between]) => words.join(between).slice(0, most))
const prose = fc
  .tuple(fc.array(text(400), { minLength: 1, maxLength: 60 }), fc.constantFrom(' ', '\n', '\n\n'))
  .map(([lines, between]) => lines.join(between).slice(0, 8000))
const counts: fc.Arbitrary<LongCounts> = fc.record({
  budgetLines: fc.integer({ min: 14, max: 60 }),
  goals: fc.integer({ min: 1, max: 8 }),
  activities: fc.integer({ min: 1, max: 40 }),
  factors: fc.integer({ min: 5, max: 30 }),
  measures: fc.integer({ min: 0, max: 4 }),
  documents: fc.integer({ min: 31, max: 45 }),
  answers: fc.integer({ min: 0, max: 12 }),
  strengths: fc.integer({ min: 0, max: 12 }),
})
const lines = fc.array(text(300), { minLength: 3, maxLength: 12 })
const variant = fc
  .record({ lines, prose, counts })
  .map((each) => longCase({ line: (index) => each.lines[index % each.lines.length] ?? 'x', prose: () => each.prose }, each.counts))

describe('however long a case is, its plan can be set', () => {
  it.each([
    ['IOM_FI', 'sv'],
    ['IOM_FI', 'en'],
    ['FAMILY', 'sv'],
    ['FAMILY', 'en'],
  ] as const)('for %s in %s', async (profile, language) => {
    await fc.assert(
      fc.asyncProperty(variant, async (file) => {
        const answer = planAnswer(file, profile)
        // A text may happen to hold a name that must not leave.
        fc.pre(answer.ok || answer.error.code !== 'withheld-words')
        if (!answer.ok) throw new Error(JSON.stringify(answer.error))
        expect(await setPlan(answer.value, language)).toMatchObject({ ok: true })
      }),
      { numRuns: 8 },
    )
  })

  it('as a draft', async () => {
    await fc.assert(
      fc.asyncProperty(variant, fc.constantFrom('sv', 'en'), async (file, language) => {
        expect(await setDraft(draftFor(file), language)).toMatchObject({ ok: true })
      }),
      { numRuns: 10 },
    )
  })
})
