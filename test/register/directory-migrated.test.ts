import { cpSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { newest, registerMigrations } from '#register/migrations/migrate.ts'
import { sqliteEngine } from '#register/sqlite/engine.ts'
import { accepted, inFolder, reopen } from '../support/register-desk.ts'

/** A register as the program of schema 20 left it: two cases, one of them changed once, and a setting. */
const older = fileURLToPath(new URL('../fixtures/register-20/', import.meta.url))

it('a register of schema 20 opens with all that it held, and takes in partners and advice', () =>
  inFolder(async (place) => {
    const folder = join(place, 'register')
    cpSync(older, folder, { recursive: true })
    const register = accepted(await reopen(folder, sqliteEngine))
    expect(register.info.schema).toBe(newest(registerMigrations))
    expect(existsSync(join(folder, 'before-schema-20'))).toBe(true)
    expect(accepted(await register.setting('office'))).toEqual({ name: 'Påhittade kontoret' })
    const listed = accepted(await register.listCases({ limit: 9 }))
    expect(listed.map(({ reference, version }) => [reference, version])).toEqual([
      ['HV-2026-0001', 2],
      ['HV-2026-0002', 1],
    ])
    expect(accepted(await register.loadCase(listed[0]?.id ?? '')).document.alias).toBe('Ugglan')
    expect(accepted(await register.directory.list('partner'))).toEqual([])
    const record = { id: register.newId(), kind: 'advice', year: 2026, before: 0, content: { asked: true } } as const
    accepted(
      await register.directory.keep({ action: 'advice.asked', operationId: register.newId(), object: 'directory', records: [record] }),
    )
    expect(accepted(await register.directory.list('advice', 2026))).toMatchObject([{ version: 1, content: { asked: true } }])
    expect(accepted(await register.verifyJournal()).faults).toEqual([])
    await register.close()
  }))
