import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Desk, expectRefusal, parsed } from '../support/command-line.ts'

const desk = new Desk()
const register = ['--register', desk.at('demo', 'DEMO-register')]
const annas = [...register, '--passphrase-file', desk.at('demo', 'DEMO-passphrase.txt')]
const anna = ['--user', 'DEMO Anna Testberg', ...annas]
const bo = ['--user', 'Bo Exempelsson', ...register, '--passphrase-file', desk.at('bo')]
const caseA = 'HV-2026-0001'
const reason = 'Polisen ringde i natt och barnet måste hittas.'

beforeAll(async () => {
  expect((await desk.hemvag(['demo', '--out', desk.at('demo')])).exit).toBe(0)
  mkdirSync(desk.at('stick'))
  writeFileSync(desk.at('bo'), 'boken ligger kvar här\n')
})
afterAll(() => desk.clear())

describe('users on the command line', () => {
  test('the first one is coordinator and manager, and is called what the signer is called', async () => {
    const { value } = parsed(await desk.hemvag(['register', 'users', '--json', ...annas]))
    expect(value).toMatchObject([{ name: 'DEMO Anna Testberg', roles: ['coordinator', 'manager'], self: true }])
  })

  test('a user needs a role that exists', async () => {
    expectRefusal(await desk.hemvag(['register', 'users', 'add', '--name', 'Bo', ...annas]), 64, /--role coordinator\|deputy/)
    const wrong = await desk.hemvag(['register', 'users', 'add', '--name', 'Bo', '--role', 'boss', ...annas])
    expectRefusal(wrong, 64, /”boss” är ingen roll\. Det finns: coordinator, deputy, manager, reader/)
  })

  test('one who is added opens the register with a passphrase of their own, and must then say who they are', async () => {
    const words = ['--name', 'Bo Exempelsson', '--role', 'deputy', '--role', 'reader', '--new-passphrase-file', desk.at('bo')]
    const added = await desk.hemvag(['register', 'users', 'add', ...words, ...annas], { language: 'en' })
    expect(added).toEqual({ exit: 0, err: '', out: 'Bo Exempelsson is a user. Let them change the passphrase.\n' })
    expectRefusal(await desk.hemvag(['case', 'list', ...annas]), 3, /Flera personer har en lösenfras här/)
    const { out } = await desk.hemvag(['register', 'users', ...bo])
    expect(out).toMatch(/^DEMO Anna Testberg +Samordnare, Chef +sedan 2026-09-30\nBo Exempelsson +Ställföreträdare, Läsare +du\n$/)
  })

  test('a deputy manages nobody', async () => {
    expectRefusal(
      await desk.hemvag(['register', 'users', 'remove', '--name', 'DEMO Anna Testberg', ...bo]),
      3,
      /Bara en chef hanterar användare/,
    )
  })
})

const allClosed = '2 ärenden är stängda för dig: HV-2026-0001, HV-2026-0002\n'

describe('who may see a case', () => {
  test('to others it is a reference, not in the list', async () => {
    expect((await desk.hemvag(['case', 'list', ...bo])).out).toBe(allClosed)
    expectRefusal(await desk.hemvag(['case', 'show', caseA, ...bo]), 3, /Du har inte tillgång till ärendet|ingen tillgång|inte behörighet/)
  })

  test('an owner shows it to read, and takes it back', async () => {
    const granted = parsed(await desk.hemvag(['case', 'access', caseA, '--grant', 'bo exempelsson', '--json', ...anna])).value
    expect(granted.holders.map(({ name, standing }: { name: string; standing: string }) => [name, standing])).toEqual([
      ['DEMO Anna Testberg', 'owner'],
      ['Bo Exempelsson', 'reader'],
    ])
    expect((await desk.hemvag(['case', 'list', ...bo])).out).toContain(caseA)
    expectRefusal(await desk.hemvag(['case', 'export', caseA, ...bo]), 3, /visat för dig att läsa, inte att arbeta i/)
    const withdrawn = await desk.hemvag(['case', 'access', caseA, '--withdraw', 'Bo Exempelsson', ...anna], { language: 'en' })
    expect(withdrawn.out).toMatch(/^DEMO Anna Testberg +owner +since 2026-09-30, by DEMO Anna Testberg\n$/)
    expect((await desk.hemvag(['case', 'list', ...bo])).out).toBe(allClosed)
  })

  test('nobody of that name is said with who there is', async () => {
    const refused = await desk.hemvag(['case', 'access', caseA, '--grant', 'Cajsa', ...anna])
    expectRefusal(refused, 3, 'Det finns ingen som heter Cajsa här. Det finns: DEMO Anna Testberg, Bo Exempelsson.\n')
  })

  test('a copy of a register with several users is proven by one of them, by name', async () => {
    const made = parsed(await desk.hemvag(['backup', 'create', '--place', desk.at('stick'), '--json', ...anna])).value
    const [{ folder, copy }] = made.attempts
    const [own] = readdirSync(folder)
    const file = desk.at('stick', own ?? '', `${copy.name}.db`)
    expectRefusal(await desk.hemvag(['backup', 'verify', file, ...annas.slice(2)]), 3, /Flera personer har en lösenfras/)
    expect(await desk.hemvag(['backup', 'verify', file, '--user', 'Bo Exempelsson', ...bo.slice(4)])).toMatchObject({ exit: 0, err: '' })
  })

  test('the glass wants a reason, and its owner is told who broke it and why', async () => {
    expectRefusal(
      await desk.hemvag(['case', 'break-glass', caseA, '--reason', 'bråttom', ...bo]),
      3,
      /Skriv varför du behöver se ärendet, minst 20 tecken/,
    )
    const broken = await desk.hemvag(['case', 'break-glass', caseA, '--reason', reason, ...bo])
    expect(broken).toEqual({ exit: 0, err: '', out: `Glaset till ${caseA} är brutet. Den ansvariga får se skälet.\n` })
    expect((await desk.hemvag(['case', 'show', caseA, ...bo])).exit).toBe(0)
    expect(await desk.hemvag(['case', 'list', ...anna])).toMatchObject({ exit: 0, err: '', out: expect.stringContaining(caseA) })
    const told = await desk.hemvag(['case', 'access', caseA, ...anna])
    expect(told.out).toMatch(new RegExp(`GLASET BRUTET av Bo Exempelsson \\d{4}-\\d\\d-\\d\\d: ${reason}`))
    expect((await desk.hemvag(['case', 'access', caseA, '--acknowledge', ...anna])).out).not.toContain('GLASET BRUTET')
  })
})

describe('a user who leaves', () => {
  test('gets another name and other roles before, and opens nothing after', async () => {
    const changed = await desk.hemvag([
      'register',
      'users',
      'change',
      '--name',
      'Bo Exempelsson',
      '--new-name',
      'Bo Prov',
      '--role',
      'reader',
      ...anna,
    ])
    expect(changed.out).toMatch(/^Bo Prov +Läsare/)
    const renamed = ['--user', 'Bo Prov', ...bo.slice(2)]
    expect((await desk.hemvag(['register', 'users', ...renamed])).exit).toBe(0)
    const removed = await desk.hemvag(['register', 'users', 'remove', '--name', 'Bo Prov', ...anna])
    expect(removed.out).toMatch(/^Bo Prov är borttagen\.\n.*keys\.json/)
    expectRefusal(await desk.hemvag(['register', 'users', ...renamed]), 3, /Lösenfrasen/)
    expect(parsed(await desk.hemvag(['journal', 'verify', '--json', ...annas])).value).toMatchObject({ intact: true })
  })
})
