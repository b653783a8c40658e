import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { sqliteEngine } from '#register/sqlite/engine.ts'
import { reason, seat, takeIn } from '../support/people-desk.ts'
import { accepted, codeOf, inFolder, reopen } from '../support/register-desk.ts'

const older = fileURLToPath(new URL('../fixtures/register-10', import.meta.url))

it('a register made before there were users gets its glasses at the first opening, before every case it has', () =>
  inFolder(async (place) => {
    const folder = join(place, 'register')
    cpSync(older, folder, { recursive: true })
    const desk = { engine: sqliteEngine, folder, register: accepted(await reopen(folder, sqliteEngine)) }
    try {
      expect(accepted(await desk.register.people.self())).toMatchObject({ name: '', roles: ['coordinator', 'manager'] })
      const cases = accepted(await desk.register.listCases({ limit: 99 }))
      expect(cases.length).toBeGreaterThan(0)
      await takeIn(desk, 'Bo', ['deputy'])
      await seat(desk, 'Bo')
      expect(accepted(await desk.register.people.closed(99))).toEqual(cases.map(({ reference }) => ({ reference, openable: true })))
      for (const { id } of cases) {
        const broken = await desk.register.people.breakGlass({ caseId: id, reason, operationId: desk.register.newId() })
        expect(codeOf(broken)).toBe('accepted')
        expect(codeOf(await desk.register.loadCase(id))).toBe('accepted')
      }
      expect(accepted(await desk.register.verifyJournal()).faults).toEqual([])
    } finally {
      await desk.register.close()
    }
  }))
