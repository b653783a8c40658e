import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applySteps } from '#domain/changes/steps.ts'
import { inverseOf, stepsBetween } from '#domain/changes/steps-between.ts'

// JSON knows no minus zero, and the register refuses the name that would reach an object's prototype.
const asJson = (value: unknown) => JSON.parse(JSON.stringify(value))
const document = fc
  .dictionary(fc.string(), fc.jsonValue({ maxDepth: 4 }), { maxKeys: 6 })
  .map(asJson)
  .filter((value) => !JSON.stringify(value).includes('__proto__'))

describe('the steps of a change', () => {
  it('lead from any document to any other, and back', async () => {
    await fc.assert(
      fc.property(document, document, (before, after) => {
        const steps = stepsBetween(before, after)
        expect(applySteps(before, steps)).toEqual({ ok: true, value: after })
        expect(applySteps(after, inverseOf(steps))).toEqual({ ok: true, value: before })
      }),
    )
  })

  it('lead between lists that grew, shrank and changed inside', async () => {
    const list = fc.array(fc.oneof(fc.integer(), fc.record({ a: fc.integer(), b: fc.string() })), { maxLength: 8 }).map(asJson)
    await fc.assert(
      fc.property(list, list, (one, other) => {
        const steps = stepsBetween({ list: one }, { list: other })
        expect(applySteps({ list: one }, steps)).toEqual({ ok: true, value: { list: other } })
        expect(applySteps({ list: other }, inverseOf(steps))).toEqual({ ok: true, value: { list: one } })
      }),
    )
  })

  it('are none between equal documents', async () => {
    await fc.assert(
      fc.property(document, (one) => {
        expect(stepsBetween(one, structuredClone(one))).toEqual([])
      }),
    )
  })

  it('leave the document they are applied to as it was', () => {
    const before = { list: [1, 2, 3] }
    applySteps(before, [{ path: '/list/1', before: 2 }])
    expect(before).toEqual({ list: [1, 2, 3] })
  })
})
