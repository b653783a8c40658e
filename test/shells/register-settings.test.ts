import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { refusalOf } from '#operations/permissions.ts'
import type { Ports } from '#operations/ports.ts'
import type { Composed } from '#shells/compose.ts'
import { createDemonstration } from '#shells/demonstration.ts'

let around: string
let house: Composed
const answer = (name: string, input: unknown) => house.application.answer(name, input)

beforeAll(async () => {
  around = mkdtempSync(join(tmpdir(), 'hemvag-settings-'))
  house = await createDemonstration(join(around, 'DEMO-register'), { language: 'sv', exportFolder: around })
})
afterAll(async () => {
  await house.close()
  rmSync(around, { recursive: true, force: true })
})

test('the age of copies and the lock of notes are a day and an hour until a manager says otherwise', async () => {
  expect(await answer('register.settings', {})).toEqual({ ok: true, value: { copyHours: 24, noteMinutes: 60, mayChange: true } })
  expect(await answer('register.change-settings', { copyHours: 72, operationId: '01HZZZZZZZZZZZZZZZZZZZZZZ1' })).toMatchObject({ ok: true })
  expect(await answer('register.change-settings', { noteMinutes: 0, operationId: '01HZZZZZZZZZZZZZZZZZZZZZZ2' })).toMatchObject({
    ok: true,
  })
  expect(await answer('register.settings', {})).toMatchObject({ value: { copyHours: 72, noteMinutes: 0 } })
})

test('each change is an entry of the journal', async () => {
  await answer('journal.export', { folder: around, name: 'journal.jsonl', operationId: '01HZZZZZZZZZZZZZZZZZZZZZZ3' })
  const journal = readFileSync(join(around, 'journal.jsonl'), 'utf8')
  for (const name of ['backup-max-age-hours', 'notes-lock-minutes'])
    expect(journal.split('\n').filter((line) => line.includes('setting.changed') && line.includes(`setting:${name}`))).toHaveLength(1)
})

test('an age of no hours and a lock after days are refused', async () => {
  for (const change of [{ copyHours: 0 }, { noteMinutes: 3000 }, { copyHours: 24, noteMinutes: 60 }])
    expect(await answer('register.change-settings', { ...change, operationId: '01HZZZZZZZZZZZZZZZZZZZZZZ4' })).toMatchObject({ ok: false })
})

test('who is no manager changes neither', async () => {
  const people = { self: async () => ({ id: 'U', name: 'Bo', roles: ['coordinator'], addedAt: '' }) }
  const refusal = await refusalOf({ people } as unknown as Ports, 'register.change-settings', { copyHours: 72, operationId: 'x' })
  expect(refusal?.code).toBe('not-permitted')
})
