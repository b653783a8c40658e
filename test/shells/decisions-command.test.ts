import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Desk, expectRefusal } from '../support/command-line.ts'

const desk = new Desk()
const register = ['--register', desk.at('demo', 'DEMO-register')]
const annas = ['--user', 'DEMO Anna Testberg', ...register, '--passphrase-file', desk.at('demo', 'DEMO-passphrase.txt')]
const evas = ['--user', 'Eva Chefsson', ...register, '--passphrase-file', desk.at('eva')]
const caseA = 'HV-2026-0001'
const reason = 'Åklagaren har sagt att förundersökningen inte hindrar resan.'

beforeAll(async () => {
  expect((await desk.hemvag(['demo', '--out', desk.at('demo')])).exit).toBe(0)
  writeFileSync(desk.at('eva'), 'evas lösenfras står här\n')
  const first = annas.slice(2)
  const added = ['--name', 'Eva Chefsson', '--role', 'manager', '--new-passphrase-file', desk.at('eva')]
  expect((await desk.hemvag(['register', 'users', 'add', ...added, ...first])).exit).toBe(0)
  expect((await desk.hemvag(['case', 'access', caseA, '--grant', 'Eva Chefsson', ...annas])).exit).toBe(0)
})
afterAll(() => desk.clear())

test('a budget is approved by a manager to whom the case was shown, and not by whoever read it in', async () => {
  expectRefusal(
    await desk.hemvag(['case', 'approve-budget', caseA, '--whole-period', 'yes', ...annas]),
    3,
    /En annan chef måste godkänna den/,
  )
  const approved = await desk.hemvag(['case', 'approve-budget', caseA, '--whole-period', 'yes', ...evas])
  expect(approved).toEqual({ exit: 0, err: '', out: `Budgeten i ärende ${caseA} är godkänd, version 4.\n` })
  expectRefusal(await desk.hemvag(['case', 'approve-budget', caseA, '--whole-period', 'ja', ...evas]), 64, /--whole-period yes/)
})

test('a safeguard is set aside and restored, and the history says by whom', async () => {
  expectRefusal(
    await desk.hemvag(['case', 'set-aside', caseA, '--safeguard', 'G01', '--reason', reason, ...evas]),
    3,
    /ovillkorligt skyddskrav/,
  )
  const aside = await desk.hemvag(['case', 'set-aside', caseA, '--safeguard', 'G18', '--until', '2026-12-31', '--reason', reason, ...evas])
  expect(aside.out).toBe(`Avsteg från G18 är beslutat i ärende ${caseA}, version 5.\n`)
  const restored = await desk.hemvag(['case', 'restore-safeguard', caseA, '--safeguard', 'g18', '--reason', reason, ...evas], {
    language: 'en',
  })
  expect(restored.out).toBe(`G18 counts again in case ${caseA}, version 6.\n`)
  const history = await desk.hemvag(['case', 'history', caseA, '--path', '/overrides', ...evas])
  expect(history.out).toMatch(/Eva Chefsson.*Återtog ett avsteg/)
})
