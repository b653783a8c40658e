import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { boundsWithin } from '#shells/chromium/fit-screen.ts'
import { createProfile, removeProfile } from '#shells/chromium/profile.ts'
import { type ChromiumWindow, openChromiumWindow } from '#shells/chromium/window.ts'
import { installedBrowser } from '../support/browser.ts'
import { type ScriptedApplication, scriptedApplication } from '../support/scripted-application.ts'
import { windowFixture } from '../support/window-fixture.ts'

const ourProfiles = () => readdirSync(tmpdir()).filter((name) => name.startsWith(`hemvag-window-${process.pid}-`))

describe('the life of the Chromium window', { timeout: 30_000 }, () => {
  let fixture: Awaited<ReturnType<typeof windowFixture>>
  let application: ScriptedApplication
  let window: ChromiumWindow
  beforeEach(async () => {
    fixture = await windowFixture()
    application = scriptedApplication()
    window = await openChromiumWindow({ browser: installedBrowser(), renderer: fixture.renderer, application, headless: true })
  }, 60_000)
  afterEach(async () => {
    await window.close()
    await fixture.remove()
  })

  test('it keeps its profile only while it is open, and stops listening when it closes', async () => {
    expect(ourProfiles()).toHaveLength(1)
    expect(application.state.listeners).toBe(1)
    await window.close()
    await window.closed
    expect(ourProfiles()).toEqual([])
    expect(application.state.listeners).toBe(0)
  })

  test('its own page can close it, as the button on a broken start does', async () => {
    await window.page.evaluate('window.close()').catch(() => undefined)
    await window.closed
    expect(ourProfiles()).toEqual([])
  })

  test('a person who closes the window ends it', async () => {
    await window.page.close()
    await window.closed
    expect(ourProfiles()).toEqual([])
  })

  test('reloading keeps the way to the application', async () => {
    const loaded = window.page.waitForEvent('load')
    await window.page.evaluate('location.reload()')
    await loaded
    expect(await window.page.evaluate("hemvag.call('test.echo', 2)")).toEqual({ ok: true, value: 2 })
  })

  test('only the page itself has the way in: no frame, and no raw channel by name', async () => {
    expect(await window.page.evaluate('typeof hemvag.call + typeof hemvag.subscribe + Object.keys(hemvag) + typeof __hemvagDoor')).toBe(
      'functionfunctioncall,subscribeundefined',
    )
    expect(await window.page.evaluate("'use strict'; try { hemvag.call = 1 } catch (problem) { problem.name }")).toBe('TypeError')
    await window.page.evaluate("document.body.append(document.createElement('iframe'))")
    expect(await window.page.frames().at(-1)?.evaluate('typeof hemvag + typeof __hemvagDoor')).toBe('undefinedundefined')
  })

  test('the policy holds in the page: no inline script, no service worker, no eval', async () => {
    expect(await window.page.evaluate('typeof window.inline + marked + evaluated')).toBe('undefinedtruefalse')
    await window.page.evaluate("navigator.serviceWorker.register('/page.js').catch(() => undefined)")
    expect(await window.page.evaluate('navigator.serviceWorker.getRegistrations().then((found) => found.length)')).toBe(0)
    const addScript = `(text) => { const script = document.createElement('script'); script.textContent = text; document.body.append(script) }`
    await window.page.evaluate(`(${addScript})('window.added = true')`)
    expect(await window.page.evaluate('typeof window.added')).toBe('undefined')
  })
})

test.each([
  ['as wanted where there is room', { left: 10, top: 10, width: 1280, height: 860 }, 1920, { left: 10, top: 10, width: 1280, height: 860 }],
  ['back on the screen', { left: 700, top: 200, width: 1280, height: 860 }, 1920, { left: 640, top: 200, width: 1280, height: 860 }],
  ['no wider than a small screen', { left: 10, top: 10, width: 1280, height: 860 }, 1280, { left: 0, top: 10, width: 1280, height: 860 }],
] as const)('a window is placed %s', (_how, wanted, screen, expected) => {
  expect(boundsWithin(wanted, { left: 0, top: 0, width: screen, height: 1080 })).toEqual(expected)
})

test('a window is placed beside a panel, and no higher than what the panel leaves', () => {
  const free = { left: 60, top: 28, width: 1220, height: 772 }
  expect(boundsWithin({ left: 10, top: 10, width: 1280, height: 860 }, free)).toEqual(free)
})

describe('the profile folder', () => {
  let parent: string
  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), 'hemvag-test-'))
  })
  afterEach(() => rmSync(parent, { recursive: true, force: true }))

  test('one that a killed process left is swept, a living one and anything else stay', async () => {
    const dead = await new Promise<number>((resolve) => {
      const child = spawn(process.execPath, ['-e', ''])
      child.once('exit', () => resolve(child.pid ?? 0))
    })
    const left = join(parent, `hemvag-window-${dead}-abc123`)
    const living = join(parent, `hemvag-window-${process.ppid}-abc123`)
    const other = join(parent, 'hemvag-window-notes')
    for (const folder of [left, living, other]) mkdirSync(folder)
    const profile = await createProfile(parent)
    expect([left, living, other, profile].map((folder) => existsSync(folder))).toEqual([false, true, true, true])
    await removeProfile(profile)
    await removeProfile(profile)
    expect(existsSync(profile)).toBe(false)
  })
})

describe('the wire to Chromium', { timeout: 30_000 }, () => {
  test('is a pipe: no process of the browser holds a network socket', async () => {
    const fixture = await windowFixture()
    const application = scriptedApplication()
    const window = await openChromiumWindow({ browser: installedBrowser(), renderer: fixture.renderer, application, headless: true })
    try {
      await window.page.evaluate("hemvag.call('test.echo', 1)")
      const [profile] = ourProfiles()
      expect(profile).toBeDefined()
      const browsers = processesUnder(process.pid)
      expect(browsers.length).toBeGreaterThan(2)
      expect(networkSockets(browsers)).toEqual([])
      const [browser] = browsers
        .map(wordsOf)
        .filter((words) => words.some((word) => word.startsWith('--user-data-dir=') && word.includes(profile ?? '?')))
      expect(browser).toEqual(
        expect.arrayContaining(['--remote-debugging-pipe', '--disable-background-networking', '--disable-component-update']),
      )
      expect(browser).toEqual(expect.arrayContaining(['--disable-sync', '--disable-quic', '--no-first-run', '--no-pings', '--test-type']))
      expect(browser?.some((word) => word.startsWith('--remote-debugging-port'))).toBe(false)
      expect(browser?.includes('--no-sandbox')).toBe(process.getuid?.() === 0)
    } finally {
      await window.close()
      await fixture.remove()
    }
  })
})

const wordsOf = (id: number) => readFileSync(`/proc/${id}/cmdline`, 'utf8').split('\0')

/** All living descendants of a process, by Linux's own books. */
function processesUnder(id: number): number[] {
  const parents = readdirSync('/proc').flatMap((name) => {
    const stat = /^\d+$/.test(name) ? readOr(`/proc/${name}/stat`) : ''
    const parent = /^\d+ \(.*\) \S (\d+)/s.exec(stat)?.[1]
    return parent === undefined ? [] : [{ id: Number(name), parent: Number(parent) }]
  })
  const below = (parent: number): number[] =>
    parents.filter((each) => each.parent === parent).flatMap((each) => [each.id, ...below(each.id)])
  return below(id)
}

function networkSockets(processes: readonly number[]): string[] {
  const network = new Set(
    ['tcp', 'tcp6', 'udp', 'udp6', 'raw', 'raw6'].flatMap((table) =>
      readOr(`/proc/net/${table}`)
        .split('\n')
        .slice(1)
        .map((line) => `socket:[${line.trim().split(/\s+/)[9]}]`),
    ),
  )
  const held = processes.flatMap((id) => listOr(`/proc/${id}/fd`).map((descriptor) => linkOr(`/proc/${id}/fd/${descriptor}`)))
  return held.filter((name) => network.has(name))
}

/** Processes come and go while they are read. */
const quietly = <Value>(read: () => Value, otherwise: Value): Value => {
  try {
    return read()
  } catch {
    return otherwise
  }
}
const readOr = (file: string) => quietly(() => readFileSync(file, 'utf8'), '')
const listOr = (folder: string) => quietly(() => readdirSync(folder), [])
const linkOr = (file: string) => quietly(() => readlinkSync(file), '')
