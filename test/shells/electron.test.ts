import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { networkSilence } from '#shells/window-policy.ts'
import { app, forget, ipcRenderer, preventable, seen } from '../support/electron-stand-in.ts'
import { scriptedApplication } from '../support/scripted-application.ts'
import { describeShell, type ShellUnderTest, type Speaker } from '../support/shell-contract.ts'

vi.mock('electron', () => import('../support/electron-stand-in.ts'))

const { nativeChoosers } = await import('#shells/electron/choosers.ts')
const { openDesktop, prepare } = await import('#shells/electron/desktop.ts')
const renderer = new URL('../../out/renderer/', import.meta.url)
const preload = '/built/preload/index.cjs'

/** The preload script as the runtime runs it: once for each page. */
async function loadPreload(): Promise<void> {
  vi.resetModules()
  await import('#shells/electron/preload.ts')
}

describeShell('mocked Electron', async (application, folder) => {
  forget()
  prepare()
  openDesktop(application.house, { renderer: folder, preload })
  await loadPreload()
  return underTest()
})

function parts() {
  const window = seen.windows[0]
  const session = seen.sessions.get('hemvag')
  const page = seen.exposed.get('hemvag')
  if (window === undefined || session === undefined || page === undefined) throw new Error('the shell did not open its window')
  return { window, contents: window.webContents, session, page }
}

/** Calls a handler that our code gave to Electron. */
function handler(name: string): (...given: unknown[]) => unknown {
  const found = parts().session.handlers.get(name)
  if (typeof found !== 'function') throw new Error(`nobody handles ${name}`)
  return found as (...given: unknown[]) => unknown
}

function letsThrough(address: string): boolean {
  let cancelled = true
  handler('beforeRequest')({ url: address }, (answer: { cancel: boolean }) => {
    cancelled = answer.cancel
  })
  return !cancelled
}

function underTest(): ShellUnderTest {
  const { window, contents, session, page } = parts()
  return {
    call: async (name, input) => (page['call'] as (...given: unknown[]) => unknown)(name, input),
    say: async (message, speaker) => JSON.parse(String(await seen.ipc.get('hemvag:call')?.(senderOf(speaker), message))),
    async hear(during) {
      const heard: unknown[] = []
      const subscribe = page['subscribe'] as unknown as (listener: (event: unknown) => void) => () => void
      const deaf = subscribe((event) => heard.push(event))
      during()
      deaf()
      return heard
    },
    async load(method, address) {
      const serve = session.schemes.get(new URL(address).protocol.slice(0, -1))
      if (!letsThrough(address) || serve === undefined) return 'refused'
      const answer = await serve({ method, url: address })
      return answer.ok ? { status: answer.status, headers: Object.fromEntries(answer.headers) } : 'refused'
    },
    async staysWhenSentTo(address) {
      const outcomes = ['will-frame-navigate', 'will-redirect'].map((name) => {
        const event = preventable({ url: address, isMainFrame: true })
        contents.emit(name, event)
        return event.defaultPrevented
      })
      return outcomes.every((prevented) => prevented)
    },
    async windowsAfterPopup() {
      const answer = contents.windowOpenHandler?.()
      return JSON.stringify(answer) === JSON.stringify({ action: 'deny' }) ? seen.windows.length : seen.windows.length + 1
    },
    async granted(permissions) {
      return permissions.filter((permission) => {
        let granted = handler('permissionCheck')(contents, permission, 'https://app.invalid', {}) === true
        handler('permissionRequest')(contents, permission, (answer: boolean) => {
          granted ||= answer
        })
        return granted
      })
    },
    async refusesDownload() {
      const event = preventable({})
      session.emit('will-download', event, {}, contents)
      return event.defaultPrevented
    },
    close: async () => window.shut(),
  }
}

function senderOf(speaker: Speaker) {
  const { contents } = parts()
  const { mainFrame } = contents
  if (speaker === 'window') return { sender: contents, senderFrame: mainFrame }
  if (speaker === 'sub-frame') return { sender: contents, senderFrame: { origin: mainFrame.origin, parent: mainFrame } }
  return { sender: contents, senderFrame: { origin: 'https://elsewhere.invalid', parent: null } }
}

describe("Electron's own security checklist", () => {
  beforeEach(async () => {
    forget()
    prepare()
    openDesktop(scriptedApplication().house, { renderer, preload })
    await loadPreload()
  })
  const preferences = () => parts().window.options.webPreferences

  test('1, 18: the page comes from our own secure origin, never from file: or the network', () => {
    expect(parts().window.address).toBe('https://app.invalid/index.html')
    expect([...parts().session.schemes.keys()]).toEqual(['https'])
    expect(parts().session.filter).toEqual(expect.arrayContaining(['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'file://*/*']))
    for (const address of ['http://app.invalid/', 'https://example.org/', 'wss://example.org/', 'file:///etc/passwd']) {
      expect(letsThrough(address), address).toBe(false)
    }
    expect(letsThrough('https://app.invalid/index.html')).toBe(true)
  })

  test('2, 3, 4: no Node in the page, isolated context, sandbox', () => {
    expect(preferences()).toMatchObject({
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      contextIsolation: true,
      sandbox: true,
      preload,
    })
    expect(seen.calls).toContain('enableSandbox')
  })

  test('5: devices and screens are refused as well', () => {
    expect(handler('devicePermission')({ deviceType: 'usb' })).toBe(false)
    let streams: unknown = 'none given'
    handler('displayMedia')({}, (given: unknown) => {
      streams = given
    })
    expect(streams).toBeNull()
  })

  test('6, 8, 9, 10: web security stays on, nothing insecure or experimental is switched on', () => {
    expect(preferences()).toMatchObject({ webSecurity: true, allowRunningInsecureContent: false, experimentalFeatures: false })
    expect(preferences()).not.toHaveProperty('enableBlinkFeatures')
  })

  test('11, 12: no page within the page', () => {
    expect(preferences()).toMatchObject({ webviewTag: false })
    const event = preventable({})
    parts().contents.emit('will-attach-webview', event, {}, {})
    expect(event.defaultPrevented).toBe(true)
  })

  test('13, 14: every page is locked, also one that the window did not make itself; sub-frames go nowhere', () => {
    const event = preventable({ url: 'https://app.invalid/index.html', isMainFrame: false })
    parts().contents.emit('will-frame-navigate', event)
    expect(event.defaultPrevented).toBe(true)
    expect(preferences()).toMatchObject({ navigateOnDragDrop: false })
    expect(app.listenerCount('web-contents-created')).toBe(1)
  })

  test('17: a message from another page of the same process, or from a frame that is gone, is refused', async () => {
    const { contents } = parts()
    const stranger = Object.assign(Object.create(contents), { mainFrame: contents.mainFrame })
    const message = JSON.stringify({ name: 'test.echo', input: 1 })
    for (const sender of [
      { sender: stranger, senderFrame: contents.mainFrame },
      { sender: contents, senderFrame: null },
    ]) {
      expect(JSON.parse(String(await seen.ipc.get('hemvag:call')?.(sender, message)))).toMatchObject({
        error: { code: 'untrusted-sender' },
      })
    }
  })

  test('20: the page gets two functions of ours and nothing of Electron', () => {
    expect([...seen.exposed.keys()]).toEqual(['hemvag'])
    expect(Object.keys(parts().page).sort()).toEqual(['call', 'subscribe'])
  })

  test('the engine talks to nobody and fetches no dictionaries', () => {
    expect([...seen.switches.entries()]).toEqual(networkSilence.map(([name, value]) => [name, value]))
    expect(parts().contents.webRtcPolicy).toBe('disable_non_proxied_udp')
    expect(parts().session.spellChecker).toBe(false)
    expect(preferences()).toMatchObject({ spellcheck: false })
  })

  test('what the window keeps stays in memory, and an installed Hemväg has no developer tools', () => {
    expect(seen.calls).toContain('fromPartition hemvag {"cache":false}')
    expect(preferences()).toMatchObject({ devTools: false })
  })
})

describe('the life of the Electron window', () => {
  beforeEach(() => {
    forget()
    prepare()
  })

  test('closing the window closes the register before the process ends', async () => {
    const application = scriptedApplication()
    openDesktop(application.house, { renderer, preload })
    expect(application.state.listeners).toBe(1)
    parts0().shut()
    expect(await seen.ended.promise).toBe(0)
    expect(application.state).toEqual({ closed: true, listeners: 0 })
    expect(seen.ipc.size).toBe(0)
  })

  test('an event that comes after the window is gone reaches nobody', () => {
    const application = scriptedApplication()
    openDesktop(application.house, { renderer, preload })
    const window = parts0()
    window.destroyed = true
    application.announce({ name: 'register.locked', detail: null })
    expect(window.webContents.sent).toEqual([])
  })

  test('a second start brings the first window forward', () => {
    openDesktop(scriptedApplication().house, { renderer, preload })
    app.emit('second-instance')
    expect(seen.calls).toEqual(expect.arrayContaining(['restore', 'focus']))
  })

  const parts0 = () => {
    const window = seen.windows[0]
    if (window === undefined) throw new Error('no window')
    return window
  }
})

test('folders and plans are chosen in the system’s own dialogs', async () => {
  forget()
  expect(await nativeChoosers.chooseFolder()).toBeNull()
  seen.chosen = ['/samordnare/planer']
  expect(await nativeChoosers.chooseFolder()).toBe('/samordnare/planer')
  openDesktop(scriptedApplication().house, { renderer, preload })
  expect(await nativeChoosers.choosePlan()).toBe('/samordnare/planer')
  expect(seen.calls.filter((call) => call.startsWith('open dialog')).join()).toMatch(/openDirectory.*openDirectory.*openFile.*pdf/)
})

test('the Electron shell never opens addresses outside, and its bridge script stays small', () => {
  const source = (name: string) => readFileSync(new URL(`../../src-main/shells/electron/${name}`, import.meta.url), 'utf8')
  for (const name of ['main.ts', 'desktop.ts', 'window.ts', 'lockdown.ts', 'preload.ts'])
    expect(source(name)).not.toMatch(/openExternal|\bshell\b/)
  expect(source('preload.ts').split('\n').length).toBeLessThanOrEqual(26)
  expect(source('main.ts').split('\n').length).toBeLessThanOrEqual(151)
  expect(ipcRenderer).toBeDefined()
})
