import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { openChangingHouse } from '#shells/changing-house.ts'
import { lastRegister } from '#shells/last-register.ts'
import { checkPlace } from '#shells/wiring/place-check.ts'

const desk = mkdtempSync(join(tmpdir(), 'hemvag-house-'))
const at = (...names: readonly string[]) => join(desk, ...names)
const stateBefore = process.env['XDG_STATE_HOME']
beforeAll(() => {
  process.env['XDG_STATE_HOME'] = at('state')
})
afterAll(() => {
  if (stateBefore === undefined) delete process.env['XDG_STATE_HOME']
  else process.env['XDG_STATE_HOME'] = stateBefore
  rmSync(desk, { recursive: true, force: true })
})

const passphrase = 'sex ord som ingen gissar'
type Told = {
  readonly ok: boolean
  readonly value?: Record<string, unknown>
  readonly error?: { readonly code: string; readonly values?: object }
}

const key = z.object({ words: z.string().array(), code: z.string() })
const found = z.object({ accounts: z.object({ id: z.string(), name: z.string(), recoverable: z.boolean() }).array() })

async function house(first?: string) {
  const opened = await openChangingHouse({ language: 'sv' }, first)
  const ask = async (name: string, input: object = {}) => (await opened.application.answer(name, input)) as Told
  return { ask, close: () => opened.close() }
}

describe('a window without a register', () => {
  test('makes one, with a recovery key that stands on paper already, and finds it again at the next start', async () => {
    const { ask, close } = await house()
    expect((await ask('register.status')).value).toMatchObject({ state: 'none' })
    const request = { folder: at('register'), mark: 'VG', name: 'Anna Testberg', passphrase }
    const drawn = key.parse((await ask('recovery-key.draw')).value)
    expect(await ask('register.create', { ...request, code: 'AAAA' })).toMatchObject({ error: { code: 'recovery-code-differs' } })
    expect((await checkPlace(at('register'))).verdict).toBe('free')
    expect(await ask('register.create', { ...request, code: drawn.code })).toMatchObject({ ok: true })
    expect((await ask('register.status')).value).toMatchObject({ state: 'open', user: 'Anna Testberg' })
    expect((await ask('unlock.state')).value).toMatchObject({ hasRecoveryKey: true, needsName: false, canChange: true })
    await close()

    const again = await house(lastRegister())
    expect((await again.ask('register.status')).value).toMatchObject({ state: 'locked' })
    const words = drawn.words.join(' ')
    const { accounts } = found.parse((await again.ask('recovery.accounts', { words })).value)
    const [account] = accounts
    expect(account).toMatchObject({ name: 'Anna Testberg', recoverable: true })
    const renewed = { words, personId: account?.id, passphrase: 'sju helt andra ord i dag', operationId: '01RENEWED' }
    expect(await again.ask('recovery.set-passphrase', renewed)).toMatchObject({ ok: true })
    expect((await again.ask('register.status')).value).toMatchObject({ state: 'open' })
    await again.close()
    rmSync(at('register'), { recursive: true })
  })

  test('practises without leaving the practice register behind, and leaves the last register as it was', async () => {
    const before = lastRegister()
    const { ask, close } = await house(at('nothing'))
    expect(await ask('register.practise')).toMatchObject({ ok: true })
    expect((await ask('register.status')).value).toMatchObject({ state: 'open', demonstration: true })
    await close()
    expect(lastRegister()).toBe(before)
  })
})

describe('a wrong passphrase in the window', () => {
  test('is counted, and after the third even the right one has to wait', async () => {
    const { ask, close } = await house(at('nothing'))
    await ask('register.practise')
    const { value: status } = await ask('register.status')
    await ask('register.lock')
    for (let time = 1; time <= 3; time += 1) {
      const told = await ask('register.unlock', { passphrase: 'inte den rätta' })
      expect(told.error).toMatchObject({ code: 'wrong-passphrase', values: { tries: time } })
    }
    expect(await ask('register.unlock', { passphrase: String(status?.['demonstrationPassphrase']) })).toMatchObject({
      error: { code: 'unlock-wait' },
    })
    expect((await ask('unlock.state')).value).toMatchObject({ tries: 3 })
    await close()
  })
})

describe('a place for a register', () => {
  const local = { statfs: async () => ({ type: 0xef53, bavail: 1_000_000, bsize: 4096 }) }
  const verdict = async (folder: string, look: Parameters<typeof checkPlace>[1] = local) => (await checkPlace(folder, look)).verdict

  test('is a folder that is not there yet or empty, on this computer, with room', async () => {
    expect(await verdict(at('new'))).toBe('free')
    mkdirSync(at('empty'))
    expect(await verdict(at('empty'))).toBe('free')
    expect(await verdict(at('new'), { statfs: async () => ({ type: 0xef53, bavail: 10, bsize: 4096 }) })).toBe('full')
    expect(await verdict(at('new'), { statfs: async () => ({ type: 0x6969, bavail: 1_000_000, bsize: 4096 }) })).toBe('on-network')
    expect(await verdict(at('missing', 'new'))).toBe('parent-missing')
    expect(await verdict('relative')).toBe('parent-missing')
  })

  test('is none where something else lies, or a register', async () => {
    mkdirSync(at('full'))
    writeFileSync(at('full', 'brev.txt'), 'hej')
    expect(await verdict(at('full'))).toBe('occupied')
    for (const file of ['register.db', 'keys.json']) writeFileSync(at('full', file), '')
    expect(await verdict(at('full'))).toBe('holds-register')
  })

  test.for(['OneDrive - Region', 'Dropbox', 'Google Drive', 'Nextcloud'])(
    'is none in a folder that is carried elsewhere: %s',
    async (name) => {
      mkdirSync(at(name))
      expect(await verdict(at(name, 'register'))).toBe('synchronised')
    },
  )

  test('is none below a folder that a synchronising program has marked', async () => {
    mkdirSync(at('work', '.stfolder'), { recursive: true })
    expect(await verdict(at('work', 'register'))).toBe('synchronised')
  })
})

test('what the shell remembers is the folder and nothing else', () => {
  expect(Object.keys(JSON.parse(readFileSync(at('state', 'hemvag', 'window.json'), 'utf8')))).toEqual(['register'])
})
