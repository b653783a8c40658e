import { writeSync } from 'node:fs'
import { sqliteEngine } from '#register/sqlite/engine.ts'
import { accepted, aPaper, reopen } from './register-desk.ts'

/** Inserts and changes cases and keeps settings in a register, one acknowledged line for each. */
const register = accepted(await reopen(process.argv[2] ?? '', sqliteEngine))
const say = (what: string) => writeSync(1, `${what}\n`)
say('opened')
for (let number = 1; number <= 4; number += 1) {
  const id = `case-${number}`
  accepted(await register.insertCase({ document: aPaper(id, { reference: `HV-2026-${number}` }), operationId: `open-${number}` }))
  say('inserted')
  const steps = [{ path: '/alias', before: 'Svalan', after: 'Lärkan' }]
  accepted(await register.changeCase({ caseId: id, expectedVersion: 1, steps, operationId: `change-${number}` }))
  say('changed')
  accepted(await register.record({ action: 'case.read', caseId: id, operationId: `read-${number}` }))
  say('recorded')
}
await register.close()
