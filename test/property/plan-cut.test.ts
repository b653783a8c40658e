import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from '#domain/plan/check-code.ts'
import { caseA, copy } from '../support/examples.ts'
import { planAnswer } from '../support/plan-samples.ts'

const unsafe = caseA.people.filter((person) => person.safeToContact === 'no').map(({ name }) => name)
/** Whole names and first names alone. */
const withheld = unsafe.flatMap((name) => [name, name.split(' ')[0] ?? name])
const profiles = ['IOM_FI', 'FAMILY', 'COO_AUTHORITY', 'IOM_MISSION'] as const

test('a name that must not be named either stops the plan or is not in it, wherever somebody has written it', () => {
  const place = fc.constantFrom('goal', 'strength', 'activity', 'indicator', 'measure', 'contingency', 'description', 'answer', 'note')
  fc.assert(
    fc.property(
      fc.constantFrom(...withheld),
      place,
      fc.constantFrom(...profiles),
      fc.string({ maxLength: 12 }),
      (name, where, profile, around) => {
        const text = `${around.replaceAll(/[\p{L}\p{N}\0\n\r]/gu, '.')} ${name.toUpperCase()}, ${around.replaceAll(/[\0\n\r]/g, '')}`
        const file = copy(caseA)
        const [goal] = file.reintegration.goals
        const [activity] = goal?.activities ?? []
        const finding = file.riskAssessments.at(-1)?.findings.find((each) => each.finding === 'present')
        const [measure] = finding?.finding === 'present' ? finding.measures : []
        const written = {
          goal: () => goal !== undefined && Object.assign(goal, { goal: text }),
          strength: () => file.reintegration.strengths.push(text),
          activity: () => activity !== undefined && Object.assign(activity, { text }),
          indicator: () => activity !== undefined && Object.assign(activity, { indicator: text }),
          measure: () => measure !== undefined && Object.assign(measure, { text }),
          contingency: () => Object.assign(file.reception.contingencies[0] ?? {}, { text }),
          description: () => Object.assign(file.budget.lines[0] ?? {}, { description: text }),
          answer: () => Object.assign(file.talks[0]?.wishes[0]?.answer ?? {}, { text }),
          note: () => Object.assign(finding ?? {}, { note: text }),
        }
        written[where]()
        const answer = planAnswer(file, profile)
        expect(answer.ok && JSON.stringify(answer.value).toUpperCase().includes(name.toUpperCase())).toBe(false)
      },
    ),
    { numRuns: 40 },
  )
})

test('canonical JSON does not follow the order of keys', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue(), { noNullPrototype: true }), (value) => {
      const turned = Object.fromEntries(Object.entries(value).toReversed())
      expect(canonicalJson(turned)).toBe(canonicalJson(value))
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})
