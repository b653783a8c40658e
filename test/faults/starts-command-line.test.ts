import { spawnSync } from 'node:child_process'
import { cpSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Desk, parsed } from '../support/command-line.ts'
import { digestsOf } from '../support/starts.ts'

const desk = new Desk()
const folder = desk.at('register')
const whole = desk.at('whole')
const access = ['--register', folder, '--passphrase-file', desk.at('passphrase')]
const program = fileURLToPath(new URL('../../src-main/shells/cli/hemvag.ts', import.meta.url))

beforeAll(async () => {
  writeFileSync(desk.at('passphrase'), 'en fågel i handen\n')
  expect(await desk.hemvag(['register', 'create', ...access])).toMatchObject({ exit: 0 })
  const signer = ['signer', 'create', '--name', 'Anna Testberg', '--organisation', 'Region Syd', '--key', 'p-256', ...access]
  expect(await desk.hemvag(signer)).toMatchObject({ exit: 0 })
  renameSync(folder, whole)
})
afterAll(() => desk.clear())

/** The register as it was made, spoiled by the work, and asked what it is. Refusing it changes nothing. */
async function spoiled(work: () => void, ...more: readonly string[]) {
  rmSync(folder, { recursive: true, force: true })
  cpSync(whole, folder, { recursive: true })
  work()
  const before = digestsOf(folder)
  const said = await desk.hemvag(['register', 'info', ...access, ...more])
  if (said.exit === 3) expect(digestsOf(folder)).toEqual(before)
  return said
}

const behind = (years: number) => {
  // As an earlier version wrote it, without a word by the register's key.
  const { mac: _, ...seen } = JSON.parse(readFileSync(desk.at('register', 'seen.json'), 'utf8'))
  const at = new Date(Date.now() + years * 365 * 86_400_000).toISOString()
  writeFileSync(desk.at('register', 'seen.json'), `${JSON.stringify({ ...seen, at })}\n`)
}

describe('a register that does not open is answered with what happened, what is safe and what to do', () => {
  test('when its database is damaged', async () => {
    const said = await spoiled(() => truncateSync(desk.at('register', 'register.db'), 900))
    expect(said).toMatchObject({ exit: 3, out: '' })
    const order = [
      'Det här har hänt',
      'Registret är skadat',
      'Det här är kontrollerat',
      '✓ Filerna är orörda',
      'Det här kan du göra',
      'uppge nummer',
    ]
    const places = order.map((words) => said.err.indexOf(words))
    expect(places).toEqual(places.toSorted((one, other) => one - other))
    expect(places).not.toContain(-1)
  })

  test('when its key file is gone, before any passphrase is asked for', async () => {
    const said = await spoiled(() => rmSync(desk.at('register', 'keys.json')))
    expect(said).toMatchObject({ exit: 3, err: expect.stringMatching(/Nyckelfilen saknas.*Ärendena finns kvar, låsta/s) })
  })

  test('for programs: code, facts and the sentence', async () => {
    const said = await spoiled(() => behind(1), '--json')
    const { error } = parsed(said)
    expect(error).toMatchObject({
      code: 'clock-behind',
      safe: [{ code: 'untouched', standing: 'met' }, { code: 'files' }, { code: 'clock' }],
    })
    expect(error.message).toContain('--accept clock-behind')
  })

  test('and a clock that was confirmed opens it, once and for all', async () => {
    const said = await spoiled(() => behind(1), '--accept', 'clock-behind')
    expect(said).toMatchObject({ exit: 0 })
    expect(await desk.hemvag(['journal', 'verify', ...access])).toMatchObject({ exit: 0 })
  })

  test('while what cannot be accepted is wrong usage, and no accepting helps against damage', async () => {
    expect(await desk.hemvag(['register', 'info', ...access, '--accept', 'damaged'])).toMatchObject({ exit: 64 })
    expect(await desk.hemvag(['schema', 'case', '--accept', 'clock-behind'])).toMatchObject({ exit: 64 })
    const said = await spoiled(() => truncateSync(desk.at('register', 'keyring.db'), 900), '--accept', 'rolled-back')
    expect(said).toMatchObject({ exit: 3, err: expect.stringContaining('keyring.db') })
  })
})

describe('a signing file', () => {
  const show = () => desk.hemvag(['signer', 'show', ...access])

  test('that is damaged keeps nobody from the register, and is not written over', async () => {
    const broken = () => truncateSync(desk.at('register', 'signing.json'), 40)
    expect(await spoiled(broken)).toMatchObject({ exit: 0, err: expect.stringContaining('signing.json är skadad') })
    expect(await show()).toMatchObject({ exit: 3, err: expect.stringContaining('signing.json är skadad') })
    const signer = ['signer', 'create', '--name', 'Bo Provson', '--organisation', 'Region Syd', '--key', 'p-256', ...access]
    expect(await desk.hemvag(signer)).toMatchObject({ exit: 3, err: expect.stringContaining('signing.json är skadad') })
  })

  test('that is gone is missed, and may be made anew', async () => {
    expect(await spoiled(() => rmSync(desk.at('register', 'signing.json')))).toMatchObject({
      exit: 0,
      err: expect.stringContaining('saknas'),
    })
    expect(await show()).toMatchObject({ exit: 3, err: expect.stringContaining('har haft en signeringsidentitet') })
    const signer = ['signer', 'create', '--name', 'Bo Provson', '--organisation', 'Region Syd', '--key', 'p-256', ...access]
    expect(await desk.hemvag(signer)).toMatchObject({ exit: 0 })
    expect(await show()).toMatchObject({ exit: 0, out: expect.stringContaining('Bo Provson') })
  })
})

describe('an output that was closed', () => {
  const closed = (...words: readonly string[]) =>
    spawnSync('sh', ['-c', 'exec "$@" >&-', 'sh', process.execPath, program, ...words], {
      encoding: 'utf8',
      env: { ...process.env, LANG: 'en_GB.UTF-8', LC_ALL: '', HOME: desk.folder, XDG_STATE_HOME: desk.at('state') },
    })

  test('is no success for a command that only says something', () => {
    expect(closed('schema', 'case')).toMatchObject({ status: 3, stderr: expect.stringContaining('The output was not delivered') })
  })
})
