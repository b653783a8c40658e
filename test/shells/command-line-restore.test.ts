import { mkdirSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Desk, expectRefusal, parsed } from '../support/command-line.ts'

const desk = new Desk()
const register = ['--register', desk.at('register')]
const own = [...register, '--passphrase-file', desk.at('passphrase')]
const example = new URL('../../resources/examples/case-a.json', import.meta.url).pathname
const whole = ['case', 'export', 'HV-2026-0001', '--json']

beforeAll(async () => {
  writeFileSync(desk.at('passphrase'), 'en fågel i handen\n')
  writeFileSync(desk.at('next'), 'tio i skogen sjunger\n')
  mkdirSync(desk.at('stick'))
  expect((await desk.hemvag(['register', 'create', ...own])).exit).toBe(0)
  expect((await desk.hemvag(['case', 'import', example, ...own])).exit).toBe(0)
})
afterAll(() => desk.clear())

describe('a backup on the command line', () => {
  test('is made into a place, listed and proven', async () => {
    const { value } = parsed(await desk.hemvag(['backup', 'create', '--place', desk.at('stick'), '--json', ...own]))
    expect(JSON.stringify(value)).toContain(desk.at('stick'))
    expect((await desk.hemvag(['backup', 'list', '--from', desk.at('stick')])).exit).toBe(0)
  })

  test('is restored with the printed key alone by somebody who has forgotten the passphrase, and opens with a new one', async () => {
    const drawn = parsed(await desk.hemvag(['register', 'recovery-key', '--json', ...own]))
    writeFileSync(desk.at('typed'), drawn.value.words.join(' '))
    expect((await desk.hemvag(['backup', 'create', ...own])).exit).toBe(0)
    const words = ['--recovery-key-file', desk.at('typed')]
    const restore = ['backup', 'restore', '--from', desk.at('stick'), '--into', desk.at('restored')]
    expect(await desk.hemvag([...restore, ...words])).toMatchObject({ exit: 0, err: '' })

    const there = ['--register', desk.at('restored')]
    expect(await desk.hemvag(['register', 'recover', ...there, ...words, '--new-passphrase-file', desk.at('next')])).toMatchObject({
      exit: 0,
    })
    const opened = [...there, '--passphrase-file', desk.at('next')]
    expect(parsed(await desk.hemvag([...whole, ...opened]))).toEqual(parsed(await desk.hemvag([...whole, ...own])))
    expect(parsed(await desk.hemvag(['journal', 'verify', '--json', ...opened])).value).toMatchObject({ intact: true })
  })

  test('is not restored with words that were replaced', async () => {
    expect((await desk.hemvag(['register', 'recovery-key', '--json', ...own])).exit).toBe(0)
    expect((await desk.hemvag(['backup', 'create', ...own])).exit).toBe(0)
    const restore = ['backup', 'restore', '--from', desk.at('stick'), '--into', desk.at('again'), '--recovery-key-file', desk.at('typed')]
    expectRefusal(await desk.hemvag(restore), 3, /De här orden öppnar inte registret/)
  })
})
