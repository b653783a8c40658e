import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { watchSleep } from '#shells/chromium/sleep-watch.ts'
import { asWords, readWish, wishIn } from '#shells/wish.ts'

let desk: string
beforeAll(() => {
  desk = mkdtempSync(join(tmpdir(), 'hemvag-wish-'))
  writeFileSync(join(desk, 'keys.json'), '{}')
})
afterAll(() => rmSync(desk, { recursive: true, force: true }))

describe('what npm start is asked to show', () => {
  test('is the last register where nothing is said', () => {
    expect(readWish([], '/')).toEqual({ ok: true, value: { show: 'last' } })
  })

  test('is the demonstration with --demo', () => {
    expect(readWish(['--demo'], '/')).toEqual({ ok: true, value: { show: 'demonstration' } })
  })

  test('is the register of a folder, named from where the person stands', () => {
    const wanted = { ok: true, value: { show: 'register', folder: desk } }
    expect(readWish(['--register', desk], '/')).toEqual(wanted)
    expect(readWish(['--register=.'], desk)).toEqual(wanted)
  })

  test('is refused where the folder holds no register, and says which folder', () => {
    const folder = join(desk, 'nothing')
    expect(readWish(['--register', folder], '/')).toEqual({ ok: false, error: { key: 'noRegisterThere', values: { folder }, exit: 3 } })
  })

  test.each([[['--register']], [['--register', '']], [['--demo', '--register', '/tmp']], [['--dmeo']], [['register']]])(
    'is nothing for %o, which only brings the usage',
    (words) => expect(readWish(words, '/')).toMatchObject({ ok: false, error: { key: 'startUsage', exit: 64 } }),
  )

  test('reaches the shell among the words of its engine', () => {
    for (const wish of [{ show: 'last' }, { show: 'demonstration' }, { show: 'register', folder: desk }] as const)
      expect(wishIn(['/electron', '--no-sandbox', '/project', ...asWords(wish)])).toEqual(wish)
  })
})

test('a sleep of the computer is seen once, a busy computer not at all', () => {
  let now = 0
  let look: () => void = () => undefined
  let sleeps = 0
  const signs = {
    now: () => now,
    every: (_: number, call: () => void) => {
      look = call
      return () => undefined
    },
  }
  watchSleep(() => {
    sleeps += 1
  }, signs)
  const after = (milliseconds: number) => {
    now += milliseconds
    look()
    return sleeps
  }
  expect([after(5000), after(20_000), after(60_000), after(5000), after(-3_600_000), after(5000)]).toEqual([0, 0, 1, 1, 1, 1])
})
