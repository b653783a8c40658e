import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import type { Register } from '#register/register.ts'
import { sqliteEngine } from '#register/sqlite/engine.ts'
import { accepted, aPaper, inFolder, newRegister, type Paper, reopen } from '../support/register-desk.ts'

const child = fileURLToPath(new URL('../support/register-crash-child.ts', import.meta.url))

/** Lets the child write from a round on, kills it as soon as it has acknowledged so many, and gives the last acknowledged round. */
function killAfter(folder: string, first: number, rounds: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const writer = spawn(process.execPath, [child, folder, String(first)], { stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    let complaint = ''
    const lines = () => said.split('\n').slice(0, -1)
    writer.stderr.on('data', (part) => {
      complaint += part
    })
    writer.stdout.on('data', (part) => {
      said += part
      if (lines().length >= rounds) writer.kill('SIGKILL')
    })
    writer.on('exit', (_, signal) => {
      if (signal === 'SIGKILL') resolve(Number(lines().at(-1)))
      else reject(new Error(complaint))
    })
  })
}

/** Every case of the list is whole: its document, its version and its journal agree. Gives their number. */
async function wholeCases(register: Register<Paper>): Promise<number> {
  const listed = accepted(await register.listCases({ limit: 10_000 }))
  for (const { id, version } of listed) {
    const loaded = accepted(await register.loadCase(id))
    expect(loaded.version).toBe(version)
    expect(loaded.document.alias).toBe(version === 1 ? 'Svalan' : 'Lärkan')
    expect(accepted(await register.history({ caseId: id }, 10))).toHaveLength(version)
  }
  return listed.length
}

it(
  'a register whose program was killed in the middle of writing has everything acknowledged, nothing by halves, and takes the retry',
  () =>
    inFolder(async (place) => {
      const folder = join(place, 'register')
      await (await newRegister(folder, sqliteEngine)).close()
      let next = 1
      for (const rounds of [1, 2, 5, 11, 3, 17]) {
        const acknowledged = await killAfter(folder, next, rounds)
        const register = accepted(await reopen(folder, sqliteEngine))
        expect(accepted(await register.verifyJournal()).faults).toEqual([])
        const whole = await wholeCases(register)
        expect(whole - acknowledged).toBeGreaterThanOrEqual(0)
        expect(whole - acknowledged).toBeLessThanOrEqual(1)
        // The round in which it died is done again with the same operation ids, whether or not its parts had landed.
        const retried = acknowledged + 1
        const document = aPaper(`case-${retried}`, { reference: `HV-2026-${String(retried).padStart(4, '0')}`, notes: ['x'.repeat(3000)] })
        accepted(await register.insertCase({ document, operationId: `open-${retried}` }))
        const steps = [{ path: '/alias', before: 'Svalan', after: 'Lärkan' }]
        const change = { caseId: document.id, expectedVersion: 1, steps, operationId: `change-${retried}` }
        expect(accepted(await register.changeCase(change)).version).toBe(2)
        expect(await wholeCases(register)).toBe(retried)
        await register.close()
        next = retried + 1
      }
    }),
  60_000,
)
