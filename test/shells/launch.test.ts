import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findBrowser } from '#shells/browser.ts'
import { languageOf } from '#shells/language.ts'
import { executableName, type FetchLimits, fetchElectron, findElectron, mayFetchElectron } from '#shells/launch/electron-runtime.ts'
import { hasDisplay, type LaunchParts, launch } from '#shells/launch/launch.ts'
import { runChild } from '#shells/launch/run-child.ts'
import { launchMessages } from '#shells/messages.ts'

const ended = (code: number, stopped = false) => ({ code, stopped })

/** A machine that has a display and everything else, but for what a test takes away; notes what was done in order. */
function machine(changes: Partial<LaunchParts> = {}) {
  const done: string[] = []
  const note = <Value>(what: string, value: Value): Value => {
    done.push(what)
    return value
  }
  const parts: LaunchParts = {
    hasDisplay: () => true,
    findElectron: () => '/electron',
    mayFetchElectron: () => true,
    fetchElectron: () => note('fetch', undefined),
    findBrowser: () => '/chromium',
    namesBrowser: () => false,
    runElectron: async (file) => note(`electron ${file}`, ended(0)),
    runBrowser: async (file) => note(`browser ${file}`, ended(0)),
    runDemonstration: async () => note('demonstration', ended(0)),
    wantsRegister: () => false,
    say: (key) => note(`say ${key}`, undefined),
    ...changes,
  }
  return { parts, done }
}

describe('npm start', () => {
  test('shows the window in Electron where its runtime is', async () => {
    const { parts, done } = machine()
    expect(await launch(parts)).toBe(0)
    expect(done).toEqual(['electron /electron'])
  })

  test('fetches the runtime once, then uses an installed browser', async () => {
    const { parts, done } = machine({ findElectron: () => undefined })
    expect(await launch(parts)).toBe(0)
    expect(done).toEqual(['say fetching', 'fetch', 'browser /chromium'])
  })

  test('uses the runtime that it could fetch', async () => {
    const { parts, done } = machine({ findElectron: () => undefined, fetchElectron: () => '/fetched' })
    expect(await launch(parts)).toBe(0)
    expect(done).toEqual(['say fetching', 'electron /fetched'])
  })

  test('fetches nothing when it may not', async () => {
    const { parts, done } = machine({ findElectron: () => undefined, mayFetchElectron: () => false })
    await launch(parts)
    expect(done).toEqual(['browser /chromium'])
  })

  test('without any of them says so in one line and passes on how the demonstration ended', async () => {
    const { parts, done } = machine({
      findElectron: () => undefined,
      mayFetchElectron: () => false,
      findBrowser: () => undefined,
      runDemonstration: async () => ended(3),
    })
    expect(await launch(parts)).toBe(3)
    expect(done).toEqual(['say noWindowEngine', 'say demonstrationHere'])
  })

  test('says so when the browser that the user names is not there', async () => {
    const { parts, done } = machine({ findElectron: () => undefined, findBrowser: () => undefined, namesBrowser: () => true })
    expect(await launch(parts)).toBe(0)
    expect(done).toEqual(['say fetching', 'fetch', 'say namedBrowserMissing', 'say demonstrationHere', 'demonstration'])
    expect(launchMessages('en')('namedBrowserMissing')).toMatch(/^HEMVAG_BROWSER names \{file\}, which does not exist/)
  })

  test('without a display looks for nothing and runs the demonstration', async () => {
    const { parts, done } = machine({ hasDisplay: () => false })
    expect(await launch(parts)).toBe(0)
    expect(done).toEqual(['say noDisplay', 'say demonstrationHere', 'demonstration'])
  })

  test('does the main job also when neither engine manages to open a window', async () => {
    const { parts, done } = machine({ runElectron: async () => ended(133), runBrowser: async () => ended(1) })
    expect(await launch(parts)).toBe(0)
    expect(done).toEqual(['say electronFailed', 'say windowFailed', 'say demonstrationHere', 'demonstration'])
  })

  test('shows no demonstration to whoever wants a register, but says that it is untouched and how to reach it', async () => {
    const { parts, done } = machine({ hasDisplay: () => false, wantsRegister: () => true })
    expect(await launch(parts)).toBe(3)
    expect(done).toEqual(['say noDisplay', 'say registerInTerminal'])
  })

  test('tries nothing more once somebody has asked it to stop', async () => {
    const first = machine({ runElectron: async () => ended(130, true) })
    expect(await launch(first.parts)).toBe(130)
    const second = machine({ findElectron: () => undefined, mayFetchElectron: () => false, runBrowser: async () => ended(143, true) })
    expect(await launch(second.parts)).toBe(143)
    expect([...first.done, ...second.done]).toEqual([])
  })

  test('says each line in Swedish and in English', () => {
    const keys = ['fetching', 'noDisplay', 'noWindowEngine', 'windowFailed', 'electronFailed', 'couldNotStart'] as const
    for (const key of [...keys, 'demonstrationHere', 'registerInTerminal', 'noRegisterThere', 'startUsage'] as const) {
      const [swedish, english] = [launchMessages('sv')(key), launchMessages('en')(key)]
      expect(swedish).not.toBe(english)
      for (const line of [swedish, english]) expect(line).toMatch(/^[^\n]{20,}$/)
    }
    expect(launchMessages('sv')('noDisplay')).toContain('apt-get install chromium')
  })
})

test.each([
  ['linux', {}, false],
  ['linux', { DISPLAY: '' }, false],
  ['linux', { DISPLAY: ':0' }, true],
  ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, true],
  ['win32', {}, true],
  ['darwin', {}, true],
] as const)('a display on %s with %o: %s', (platform, environment, expected) => {
  expect(hasDisplay(platform, environment)).toBe(expected)
})

test.each([
  [{}, 'sv'],
  [{ LANG: 'sv_SE.UTF-8' }, 'sv'],
  [{ LANG: 'C.UTF-8' }, 'sv'],
  [{ LANG: 'POSIX' }, 'sv'],
  [{ LANG: 'en_GB.UTF-8' }, 'en'],
  [{ LANG: 'fi_FI.UTF-8' }, 'en'],
  [{ LANG: 'sv_SE.UTF-8', LC_ALL: 'en_US.UTF-8' }, 'en'],
  [{ LANG: 'en_US.UTF-8', LC_ALL: '', LC_MESSAGES: 'sv_SE.UTF-8' }, 'sv'],
] as const)('the language of %o is %s', (environment, expected) => {
  expect(languageOf(environment)).toBe(expected)
})

describe('an installed browser', () => {
  const having = (...files: string[]) => ({ exists: (file: string) => files.includes(file) })
  test('is the one that the user names, and no other', () => {
    const environment = { HEMVAG_BROWSER: '/opt/mine' }
    expect(findBrowser({ platform: 'linux', environment, ...having('/opt/mine', '/usr/bin/chromium') })).toBe('/opt/mine')
    expect(findBrowser({ platform: 'linux', environment, ...having('/usr/bin/chromium') })).toBeUndefined()
  })
  test('is found on Debian behind its wrapper', () => {
    const machine = { platform: 'linux', environment: {}, ...having('/usr/bin/chromium', '/usr/lib/chromium/chromium') } as const
    expect(findBrowser(machine)).toBe('/usr/lib/chromium/chromium')
  })
  test('is Edge on Windows where nothing else is', () => {
    const environment = { ProgramFiles: 'C' }
    const exists = (file: string) => file.endsWith('msedge.exe')
    expect(findBrowser({ platform: 'win32', environment, exists })).toMatch(/^C.Microsoft.Edge.Application.msedge\.exe$/)
  })
})

describe("Electron's runtime", () => {
  let folder: string
  let limits: FetchLimits
  const put = (file: string, text: string) => {
    mkdirSync(join(folder, file, '..'), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'hemvag-electron-'))
    limits = { memory: join(folder, 'out/not-fetched'), now: Date.parse('2026-11-24T12:00:00Z'), milliseconds: 10_000 }
    put('package.json', '{ "version": "45.4.1" }')
    put('install.js', 'process.exitCode = 1')
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))
  const install = (version: string) => {
    put('path.txt', 'electron')
    put('dist/electron', '')
    put('dist/version', version)
  }

  test('is where its package says, in the version that the package wants', () => {
    expect(findElectron(folder, {})).toBeUndefined()
    install('v45.4.1')
    expect(findElectron(folder, {})).toBe(join(folder, 'dist/electron'))
    install('45.4.0')
    expect(findElectron(folder, {})).toBeUndefined()
  })

  test('may lie elsewhere, without any note in the package', () => {
    const elsewhere = join(folder, 'elsewhere')
    const name = executableName(process.platform)
    put(`elsewhere/${name}`, '')
    expect(findElectron(folder, { ELECTRON_OVERRIDE_DIST_PATH: elsewhere })).toBe(join(elsewhere, name))
    expect(findElectron(folder, { ELECTRON_OVERRIDE_DIST_PATH: join(folder, 'nowhere') })).toBeUndefined()
  })

  test('a failed fetch is remembered for a day, for that version', () => {
    expect(mayFetchElectron(folder, limits, {})).toBe(true)
    expect(fetchElectron(folder, limits)).toBeUndefined()
    utimesSync(limits.memory, limits.now / 1000, limits.now / 1000)
    const later = (hours: number) => ({ ...limits, now: limits.now + hours * 3_600_000 })
    expect(mayFetchElectron(folder, later(1), {})).toBe(false)
    expect(mayFetchElectron(folder, later(25), {})).toBe(true)
    put('package.json', '{ "version": "45.5.0" }')
    expect(mayFetchElectron(folder, later(1), {})).toBe(true)
  })

  test('is not fetched by whoever says no', () => {
    expect(mayFetchElectron(folder, limits, { HEMVAG_ELECTRON_DOWNLOAD: 'no' })).toBe(false)
  })

  test('a fetch that never answers is ended, and leaves nothing that looks like a runtime', () => {
    put('install.js', 'setInterval(() => undefined, 1000)')
    expect(fetchElectron(folder, { ...limits, milliseconds: 500 })).toBeUndefined()
    expect(readFileSync(limits.memory, 'utf8')).toBe('45.4.1')
  })

  test('a fetch that succeeds is used at once and forgets the failure', () => {
    fetchElectron(folder, limits)
    const path = (file: string) => JSON.stringify(join(folder, file))
    put(
      'install.js',
      `const fs = require('fs'); fs.mkdirSync(${path('dist')}); fs.writeFileSync(${path('dist/electron')}, '')
       fs.writeFileSync(${path('dist/version')}, '45.4.1'); fs.writeFileSync(${path('path.txt')}, 'electron')`,
    )
    expect(fetchElectron(folder, limits)).toBe(join(folder, 'dist/electron'))
    expect(existsSync(limits.memory)).toBe(false)
  })
})

test('a program on this terminal passes on its exit code; one that does not start is 127', async () => {
  expect(await runChild(process.execPath, ['-e', 'process.exit(7)'])).toEqual(ended(7))
  expect(await runChild(process.execPath, ['-e', "process.kill(process.pid, 'SIGKILL')"])).toEqual(ended(137))
  expect(await runChild(join(tmpdir(), 'no such program'), [])).toEqual(ended(127))
})
