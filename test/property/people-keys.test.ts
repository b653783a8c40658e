import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sqliteEngine } from '#register/sqlite/engine.ts'
import { atDesk } from '../register/conformance/sentence.ts'
import { newCase, takeIn } from '../support/people-desk.ts'
import { accepted } from '../support/register-desk.ts'

type Step = { readonly person: 0 | 1 | 2; readonly to: 'owner' | 'reader' | 'nothing' }
const step: fc.Arbitrary<Step> = fc.record({
  person: fc.constantFrom(0, 1, 2),
  to: fc.constantFrom('owner', 'reader', 'nothing'),
})

it('whatever owners grant and withdraw, a case has an owner, and its list is who holds its key', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), (steps) =>
      atDesk(sqliteEngine, {
        name: 'any order',
        async run(desk) {
          const caseId = await newCase(desk)
          const { people, newId } = desk.register
          const me = accepted(await people.self()).id
          const persons = [me, await takeIn(desk, 'Bo', ['coordinator']), await takeIn(desk, 'Cajsa', ['reader'])] as const
          const expected = new Map<string, string>([[me, 'owner']])
          for (const { person, to } of steps) {
            const personId = persons[person]
            const operationId = newId()
            const done =
              to === 'nothing'
                ? await people.withdraw({ caseId, personId, operationId })
                : await people.grant({ caseId, personId, standing: to, operationId })
            if (!done.ok) continue
            if (to === 'nothing') expected.delete(personId)
            else expected.set(personId, to)
          }
          const holders = accepted(await people.holders(caseId))
          expect(new Map(holders.map((holder) => [holder.personId, holder.standing]))).toEqual(expected)
          expect([...expected.values()]).toContain('owner')
          expect((await desk.register.loadCase(caseId)).ok).toBe(expected.has(me))
        },
      }),
    ),
    { numRuns: 15 },
  )
})
