import { writeSync } from 'node:fs'
import { sqliteEngine } from '#register/sqlite/engine.ts'
import { accepted, aPaper, reopen } from './register-desk.ts'

/** Writes case after case into a register until it is killed; says the number of each round that was acknowledged. */
const [folder = '', first = '1'] = process.argv.slice(2)
const register = accepted(await reopen(folder, sqliteEngine))
for (let round = Number(first); ; round += 1) {
  const id = `case-${round}`
  const document = aPaper(id, { reference: `HV-2026-${String(round).padStart(4, '0')}`, notes: ['x'.repeat(3000)] })
  accepted(await register.insertCase({ document, operationId: `open-${round}` }))
  const steps = [{ path: '/alias', before: 'Svalan', after: 'Lärkan' }]
  accepted(await register.changeCase({ caseId: id, expectedVersion: 1, steps, operationId: `change-${round}` }))
  writeSync(1, `${round}\n`)
}
