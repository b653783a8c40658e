import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applySteps } from '#domain/changes/steps.ts'
import { inverseOf } from '#domain/changes/steps-between.ts'
import type { Answer, Answers } from '#domain/questionnaires/answer.ts'
import { answerSteps, answersIn } from '#domain/questionnaires/bound.ts'
import { carryOver } from '#domain/questionnaires/carry-over.ts'
import { answerDifferences } from '#domain/questionnaires/difference.ts'
import { expand, formOf, scoringOf } from '#domain/questionnaires/expand.ts'
import { type Form, type FormQuestion, questionsOf } from '#domain/questionnaires/form.ts'
import { askedAnswers, missing, progress, visibleQuestions } from '#domain/questionnaires/look.ts'
import { answerFaults } from '#domain/questionnaires/validate.ts'
import { scoreForm } from '#domain/scoring/form-score.ts'
import { catalogue } from '../support/examples.ts'
import { library } from '../support/questionnaires.ts'

const bounds = { today: '2026-11-24', documents: [{ id: 'doc', type: 'DOC_RISK' }] }

const rating = fc.record({ likelihood: fc.constantFrom(1, 2, 3, 4), severity: fc.constantFrom(1, 2, 3, 4) })
const risk = fc.oneof(
  fc.constant({ finding: 'absent' }),
  fc.constant({ finding: 'unknown' }),
  rating.map((inherent) => ({ finding: 'present', inherent, measures: [] })),
)

function answerOf(question: FormQuestion): fc.Arbitrary<unknown> {
  const one = (codes: readonly { readonly code: string }[]) => fc.constantFrom(...codes.map(({ code }) => code))
  switch (question.kind) {
    case 'choice':
      return one(question.options).map((code) => ({ code }))
    case 'scale':
      return one(question.options).map((code) => ({ code, scale: question.scale }))
    case 'several':
      return fc.uniqueArray(one(question.options)).map((codes) => ({ codes }))
    case 'risk':
      return risk.map((each) => ({ risk: each }))
    case 'words':
      return fc.constantFrom('hem', 'skolan').map((words) => ({ words }))
    case 'date':
      return fc.constantFrom('2026-10-01', '2027-01-31').map((date) => ({ date }))
    case 'partial-date':
      return fc.constantFrom('2012-??-??').map((partialDate) => ({ partialDate }))
    case 'document':
      return fc.constant({ document: 'doc' })
    case 'text':
      return fc.constantFrom('ja', 'två ord').map((text) => ({ text }))
  }
}

/** Some of the questions of a form, answered as one may. */
const answersOf = (form: Form): fc.Arbitrary<Answers> =>
  fc
    .record(Object.fromEntries(questionsOf(form).map((question) => [question.id, answerOf(question) as fc.Arbitrary<Answer>])), {
      requiredKeys: [],
    })
    .map((answers) => answers as Answers)

const few = { numRuns: 25 }
const forms = library.definitions.map((definition) => [formOf(definition), definition] as const)

describe.each(forms)('whatever is answered in %s', (_, definition) => {
  const form = expand(definition, { catalogue, age: 15 })
  const filledBy = (answers: Answers) => ({ form, answers, age: 15 })

  it('progress, what is missing and what is asked agree', () => {
    fc.assert(
      fc.property(answersOf(form), (answers) => {
        const filled = filledBy(answers)
        const { whole, sections } = progress(filled)
        expect(whole.asked).toBe(visibleQuestions(filled).length)
        expect(whole.required - whole.requiredAnswered).toBe(missing(filled).length)
        expect(sections.reduce((sum, { answered }) => sum + answered, 0)).toBe(whole.answered)
        expect(Object.keys(askedAnswers(filled))).toHaveLength(whole.answered)
      }),
      few,
    )
  })

  it('what is signed asks the same again: taking hidden answers away hides nothing more', () => {
    fc.assert(
      fc.property(answersOf(form), (answers) => {
        const ids = (given: Answers) => visibleQuestions(filledBy(given)).map(({ id }) => id)
        expect(ids(askedAnswers(filledBy(answers)))).toEqual(ids(answers))
      }),
      few,
    )
  })

  it('only what is required and missing is at fault, and all of it carries over to the same version', () => {
    fc.assert(
      fc.property(answersOf(form), (answers) => {
        const faults = answerFaults(filledBy(answers), bounds).filter(({ code }) => code !== 'no-such-document')
        expect(faults.map(({ question }) => question)).toEqual(missing(filledBy(answers)))
        const carried = carryOver(definition, form, { version: definition.version, answers }, bounds)
        const left = answerDifferences(answers, carried).map(({ question }) => question)
        expect(left.every((id) => 'document' in (answers[id] ?? {}))).toBe(true)
      }),
      few,
    )
  })

  it('an answer is read as it was set, and its steps turned round take it away again', () => {
    fc.assert(
      fc.property(answersOf(form), answersOf(form), (before, after) => {
        const place = form.target === 'answers' ? 'questionnaires' : form.target
        const blank = { answers: {}, findings: [], protectiveFactors: [], factors: [], alternatives: [], panel: [] }
        let document: unknown = { [place]: [blank] }
        const here = () => ({ at: `/${place}/0`, value: (document as Record<string, unknown[]>)[place]?.[0] })
        for (const given of [before, after])
          for (const question of questionsOf(form)) {
            const answer = given[question.id]
            if (answer === undefined) continue
            const steps = answerSteps(form, here(), question, answer)
            const applied = applySteps(document, steps)
            if (!applied.ok) throw new Error(applied.error.path)
            const back = applySteps(applied.value, inverseOf(steps))
            expect(back).toEqual({ ok: true, value: document })
            document = applied.value
            const empty = 'codes' in answer && answer.codes.length === 0 && form.target !== 'answers'
            if (steps.length > 0 && !empty) expect(answersIn(form, here())[question.id]).toEqual(answer)
          }
      }),
      few,
    )
  })

  it('an index stays between nought and one, and its alarms stand whatever the total', () => {
    const table = scoringOf(form, catalogue)
    if (table === undefined) return
    fc.assert(
      fc.property(answersOf(form), (answers) => {
        const score = scoreForm(filledBy(answers), table)
        for (const value of [...Object.values(score.dimensions), score.composite])
          if (value !== null) expect(value >= 0 && value <= 1).toBe(true)
        expect(score.composite === null).toBe(Object.values(score.dimensions).includes(null))
      }),
      few,
    )
  })
})
