import { join } from 'node:path'
import { expect, it } from 'vitest'
import { sqliteEngine } from '#register/sqlite/engine.ts'
import { accepted, aPaper, inFolder, newRegister } from '../support/register-desk.ts'
import { killManyTimes } from './kill.ts'
import { works } from './works/all.ts'
import { attachmentsWork } from './works/attachments.ts'
import { backupsWork } from './works/backups.ts'
import { casesWork } from './works/cases.ts'
import { journalWork } from './works/journal.ts'

it('a register whose program is killed fifty times loses nothing acknowledged, keeps nothing by halves, and stays whole', async () => {
  const { kills, duringMigration, acknowledged, lost, torn, broken } = await killManyTimes(50, 20_261_001)
  expect({ kills, lost, torn, broken }).toEqual({ kills: 50, lost: [], torn: [], broken: [] })
  expect(duringMigration).toBeGreaterThan(5)
  expect([...acknowledged.keys()].toSorted()).toEqual(works.map(({ name }) => name).toSorted())
}, 180_000)

it('what was acknowledged and is not there counts as lost, and what stands by halves as torn', () =>
  inFolder(async (place) => {
    const register = await newRegister(join(place, 'register'), sqliteEngine)
    const document = aPaper('written-a-1', { alias: 'not what its version says' })
    accepted(await register.insertCase({ document, operationId: 'written-a-1 1' }))
    const acknowledged = ['written-a-1 1', 'written-a-1 2', 'written-b-1 1']
    expect(await casesWork.check(register, acknowledged, place)).toEqual({ lost: acknowledged.slice(1), torn: ['written-a-1 1'] })
    expect(await journalWork.check(register, ['setting a 1'], place)).toEqual({ lost: ['setting a 1'], torn: [] })
    expect(await attachmentsWork.check(register, ['attached-a id kept'], place)).toEqual({ lost: ['attached-a id'], torn: [] })
    expect(await backupsWork.check(register, ['2026-10-01T08:00:00.000Z'], place)).toEqual({ lost: ['2026-10-01T08:00:00.000Z'], torn: [] })
    await register.close()
  }))
