import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sqliteEngine } from '#register/sqlite/engine.ts'
import { atDesk } from '../register/conformance/sentence.ts'
import { accepted, aPaper } from '../support/register-desk.ts'

describe('the journal under any sequence of acts', () => {
  it('stays intact, and misses whichever entry is then taken out', async () => {
    const acts = fc.array(fc.constantFrom('open', 'change', 'read', 'checkpoint', 'reopen'), { minLength: 3, maxLength: 14 })
    const property = fc.asyncProperty(acts, fc.nat(), (sequence, choice) =>
      atDesk(sqliteEngine, {
        name: 'any sequence',
        async run(desk) {
          const versions = new Map<string, number>()
          const first = desk.register.newId()
          for (const act of ['open', ...sequence]) {
            const { register } = desk
            const operationId = register.newId()
            const [caseId = '', version = 0] = [...versions].at(-1) ?? []
            if (act === 'open') {
              const id = versions.size === 0 ? first : register.newId()
              const reference = `HV-2026-${String(versions.size + 1).padStart(4, '0')}`
              accepted(await register.insertCase({ document: aPaper(id, { reference }), operationId }))
              versions.set(id, 1)
            } else if (act === 'change') {
              const steps = [{ path: '/notes/0', after: `Anteckning ${version}` }]
              accepted(await register.changeCase({ caseId, expectedVersion: version, steps, operationId }))
              versions.set(caseId, version + 1)
            } else if (act === 'read') accepted(await register.record({ action: 'case.read', caseId, operationId }))
            else if (act === 'checkpoint') accepted(await register.checkpoint())
            else await desk.reopen()
          }
          expect(accepted(await desk.register.verifyJournal()).faults).toEqual([])
          await desk.behindItsBack(async (database) => {
            const entries = await database.selectFrom('journal').select('operation_id').execute()
            const chosen = entries[choice % entries.length]?.operation_id ?? ''
            await database.deleteFrom('journal').where('operation_id', '=', chosen).execute()
          })
          expect(accepted(await desk.register.verifyJournal()).intact).toBe(false)
        },
      }),
    )
    await fc.assert(property, { numRuns: 25 })
  }, 60_000)
})
