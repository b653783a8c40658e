import { join } from 'node:path'
import { expect, it } from 'vitest'
import { sqliteEngine } from '#register/sqlite/engine.ts'
import { accepted, inFolder, newRegister } from '../support/register-desk.ts'

it('failed tries to unlock come into the journal once, with their number and times sealed', () =>
  inFolder(async (place) => {
    const register = await newRegister(join(place, 'register'), sqliteEngine)
    const failed = { operationId: '01FAILED', count: 2, times: ['2026-10-01T08:00:00.000Z', '2026-10-01T08:00:09.000Z'] }
    expect(accepted(await register.recordFailedUnlocks(failed))).toEqual({ repeated: false })
    expect(accepted(await register.recordFailedUnlocks(failed))).toEqual({ repeated: true })
    const entries = accepted(await register.history('register', 50)).filter(({ action }) => action === 'unlock.failed')
    expect(entries).toMatchObject([{ detail: { count: 2, times: failed.times } }])
    await register.close()
  }))
