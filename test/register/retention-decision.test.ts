import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RetentionDecision } from '#domain/deadlines/retention-decision.ts'
import { caseFileForm } from '#register/case-file-form.ts'
import { openRegister } from '#register/open.ts'
import { sqliteEngine } from '#register/sqlite/engine.ts'
import { demonstration } from '#shells/demonstration.ts'
import { newOperationId } from '#shells/incidents.ts'
import { officeClock } from '#shells/wiring/clocks.ts'
import { systemEntropy } from '#vault/entropy.ts'
import { unlockVault } from '#vault/unlock.ts'
import { ChangesHouse } from '../support/changes-house.ts'
import { accepted } from '../support/register-desk.ts'

const desk = new ChangesHouse()
const agencys = 'HV-2020-0007'
const decision: RetentionDecision = {
  text: 'Dnr DEMO-2020/1',
  years: 5,
  from: 'last-entry',
  decidedBy: 'Eva Chefsson',
  decidedOn: '2026-01-02',
}

async function bringAgencys(reference: string, id: string): Promise<void> {
  const example = JSON.parse(readFileSync(new URL('../../resources/examples/case-a.json', import.meta.url), 'utf8'))
  const office = { ...example.office, type: 'state-agency' }
  const file = join(desk.folder, `${reference}.json`)
  writeFileSync(file, JSON.stringify({ ...example, id, reference, office, lastEntryOn: '2020-03-01' }))
  await desk.call('case.import', { file, operationId: newOperationId() })
}

/** What the register itself would list, with no program around it. */
async function dueBefore(day: string): Promise<readonly string[]> {
  const folder = join(desk.folder, 'DEMO-register')
  await desk.call('register.lock', {})
  const register = accepted(
    await openRegister(folder, () => unlockVault(folder, demonstration.passphrase), {
      engine: sqliteEngine,
      form: caseFileForm(() => ({ status: 'active', nextDue: undefined, eraseAfter: undefined })),
      clock: officeClock,
      entropy: systemEntropy,
    }),
  )
  const due = accepted(await register.listEraseDue(day, 9)).map(({ reference }) => reference)
  await register.close()
  await desk.call('register.unlock', { passphrase: demonstration.passphrase })
  return due
}

beforeAll(async () => {
  await desk.open()
  await bringAgencys(agencys, '01J0000000000000000000AGE1')
})
afterAll(() => desk.close())

test('what the register lists for weeding follows the office’s own decision, for cases that are there and for those that come', async () => {
  expect(await dueBefore('2026-09-30')).toEqual([])
  await desk.call('retention.decide', { decision, operationId: newOperationId() })
  expect(await dueBefore('2025-03-01')).toEqual([])
  expect(await dueBefore('2025-03-02')).toEqual([agencys])
  await bringAgencys('HV-2020-0008', '01J0000000000000000000AGE2')
  expect(await dueBefore('2026-09-30')).toEqual([agencys, 'HV-2020-0008'])
})
