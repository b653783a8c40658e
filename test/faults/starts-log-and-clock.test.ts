import { cpSync, existsSync, readFileSync, rmSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createRegister } from '#register/create.ts'
import { sqliteEngine } from '#register/sqlite/engine.ts'
import { accepted, createOptions, inFolder, refusalOf } from '../support/register-desk.ts'
import { digestsOf, holding, killed, openAt, withClosedRegister } from '../support/starts.ts'

const noon = '2026-10-05T12:00:00.000Z'
const later = '2026-10-06T12:00:00.000Z'

const lastOfRegister = async (folder: string, moment: string, accept: readonly string[] = []) => {
  const register = accepted(await openAt(folder, moment, accept))
  const entries = accepted(await register.history('register', 50))
  const journal = accepted(await register.verifyJournal())
  const cases = accepted(await register.listCases({ limit: 9 })).length
  await register.close()
  return { last: entries.at(-1), intact: journal.intact, cases }
}

describe('a log that is gone', () => {
  it('of a register that was not closed is missed, and nothing is changed until somebody goes on', () =>
    withClosedRegister(async (folder) => {
      await killed(await holding(folder, 'write'))
      rmSync(join(folder, 'register.db-wal'))
      const before = digestsOf(folder)
      const refusal = refusalOf(await openAt(folder, noon))
      expect(refusal).toMatchObject({ code: 'log-missing', values: { folder, file: 'register.db-wal', checkpoint: 1 } })
      expect(refusalOf(await openAt(folder, noon, ['rolled-back', 'clock-behind']))).toEqual(refusal)
      expect(digestsOf(folder)).toEqual(before)
      const opened = await lastOfRegister(folder, noon, ['log-missing'])
      expect(opened).toMatchObject({
        intact: true,
        cases: 1,
        last: { action: 'register.log-missing-accepted', detail: { file: 'register.db-wal' } },
      })
      expect((await lastOfRegister(folder, later)).cases).toBe(1)
    }))

  it('is missed when it was emptied, and when it is the keyring’s', () =>
    withClosedRegister(async (folder, place) => {
      await killed(await holding(folder, 'write'))
      const copy = join(place, 'copy')
      cpSync(folder, copy, { recursive: true })
      truncateSync(join(folder, 'register.db-wal'), 0)
      expect(refusalOf(await openAt(folder, noon))).toMatchObject({ code: 'log-missing', values: { file: 'register.db-wal' } })
      rmSync(join(copy, 'keyring.db-wal'))
      expect(refusalOf(await openAt(copy, noon))).toMatchObject({ code: 'log-missing', values: { file: 'keyring.db-wal' } })
    }))

  it('goes on being missed while what was accepted has not led to an open register', () =>
    withClosedRegister(async (folder) => {
      await killed(await holding(folder, 'write'))
      rmSync(join(folder, 'register.db-wal'))
      expect(refusalOf(await openAt(folder, '2020-01-01T00:00:00.000Z', ['log-missing']))).toMatchObject({ code: 'clock-behind' })
      expect(refusalOf(await openAt(folder, noon))).toMatchObject({ code: 'log-missing' })
    }))

  it.for(['hold', 'write'] as const)('is not what an ordinary kill leaves behind (%s)', (deed) =>
    withClosedRegister(async (folder) => {
      for (let round = 0; round < 3; round += 1) await killed(await holding(folder, 'hold'))
      await killed(await holding(folder, deed))
      expect(await lastOfRegister(folder, noon)).toMatchObject({ intact: true, cases: deed === 'write' ? 2 : 1 })
    }),
  )

  it('is as it should be after a close, which takes the marker away', () =>
    withClosedRegister(async (folder) => {
      const register = accepted(await openAt(folder, noon))
      expect(Object.keys(JSON.parse(readFileSync(join(folder, 'open.json'), 'utf8')))).toEqual([
        'format',
        'registerId',
        'since',
        'checkpoint',
      ])
      await register.close()
      expect([existsSync(join(folder, 'open.json')), existsSync(join(folder, 'register.db-wal'))]).toEqual([false, false])
      await accepted(await openAt(folder, later)).close()
    }))
})

describe('a clock that has jumped back', () => {
  it('is noticed and nothing is changed; a minute is no jump', () =>
    withClosedRegister(async (folder) => {
      await accepted(await openAt(folder, noon)).close()
      const before = digestsOf(folder)
      expect(refusalOf(await openAt(folder, '2026-10-04T12:00:00.000Z'))).toMatchObject({
        code: 'clock-behind',
        values: { now: '2026-10-04T12:00:01.000Z', last: expect.stringMatching(/^2026-10-05T12:00/) },
      })
      expect(digestsOf(folder)).toEqual(before)
      await accepted(await openAt(folder, '2026-10-05T11:59:00.000Z')).close()
    }))

  it('is noticed from the journal alone, after a kill and without the side file', () =>
    withClosedRegister(async (folder) => {
      await accepted(await openAt(folder, noon)).close()
      await killed(await holding(folder, 'write'))
      rmSync(join(folder, 'seen.json'))
      expect(refusalOf(await openAt(folder, '2026-10-05T12:30:00.000Z'))).toMatchObject({ code: 'clock-behind' })
    }))

  it('is passed over once somebody has confirmed the time, is journalled, and is not asked for again', () =>
    withClosedRegister(async (folder) => {
      await accepted(await openAt(folder, noon)).close()
      const opened = await lastOfRegister(folder, '2026-10-04T12:00:00.000Z', ['clock-behind'])
      expect(opened).toMatchObject({
        intact: true,
        last: { action: 'register.clock-behind-accepted', detail: { now: '2026-10-04T12:00:01.000Z' } },
      })
      await accepted(await openAt(folder, '2026-10-04T12:10:00.000Z')).close()
    }))

  it('does not concern a demonstration, which has a day of its own', () =>
    inFolder(async (place) => {
      const folder = join(place, 'register')
      const made = await createRegister(folder, { ...createOptions(sqliteEngine), demonstration: { today: '2026-10-01' } })
      await accepted(made).close()
      await accepted(await openAt(folder, '2020-01-01T00:00:00.000Z')).close()
    }))
})
