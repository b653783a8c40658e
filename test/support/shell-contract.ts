import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { messageLimit } from '#shells/bridge.ts'
import { type ScriptedApplication, scriptedApplication } from './scripted-application.ts'
import { windowFixture } from './window-fixture.ts'

export type Speaker = 'window' | 'sub-frame' | 'other-origin'

/** What the contract asks of any shell, in the words of a window. */
export interface ShellUnderTest {
  /** `window.hemvag.call` of the page. */
  call(name: string, input: unknown): Promise<unknown>
  /** Says a raw message at the door, as an attacker in that frame would. */
  say(message: unknown, speaker: Speaker): Promise<unknown>
  /** Subscribes in the page, lets `during` happen, unsubscribes; what the page heard. */
  hear(during: () => void, count: number): Promise<readonly unknown[]>
  /** The page asks for a resource. */
  load(
    method: string,
    address: string,
  ): Promise<{ readonly status: number; readonly headers: Readonly<Record<string, string>> } | 'refused'>
  /** The page sends its own frame elsewhere: does the window still show Hemväg? */
  staysWhenSentTo(address: string): Promise<boolean>
  /** A link that opens a new window is pressed: how many windows are there afterwards? */
  windowsAfterPopup(): Promise<number>
  /** Names among these permissions that the page would get. */
  granted(permissions: readonly string[]): Promise<readonly string[]>
  /** A download link is pressed: is the file kept from being written? */
  refusesDownload(): Promise<boolean>
  close(): Promise<void>
}

export type OpenShell = (application: ScriptedApplication, renderer: URL) => Promise<ShellUnderTest>

const text = (value: unknown) => JSON.stringify(value)
const refusal = (code: string) => ({ ok: false, error: { code, messageKey: `failure.${code}` } })

/** The contract that every shell of Hemväg keeps. */
export function describeShell(name: string, openShell: OpenShell): void {
  describe(`the ${name} shell`, { timeout: 30_000 }, () => {
    let application: ScriptedApplication
    let shell: ShellUnderTest
    let fixture: Awaited<ReturnType<typeof windowFixture>>
    beforeAll(async () => {
      fixture = await windowFixture()
      application = scriptedApplication()
      shell = await openShell(application, fixture.renderer)
    }, 60_000)
    afterAll(async () => {
      await shell?.close()
      await fixture?.remove()
    })
    beforeEach(() => {
      application.asked.length = 0
    })

    test('the window asks and gets the answer of the application', async () => {
      const input = { reference: 'HV-2026-0042', letters: 'Mihăiță Łukasz Đặng Ωμέγα', list: [1, null, true] }
      expect(await shell.call('test.echo', input)).toEqual({ ok: true, value: input })
      expect(application.asked).toEqual([{ name: 'test.echo', input }])
    })

    test('an unknown operation comes back as a typed refusal of the application', async () => {
      expect(await shell.call('test.nothing', {})).toMatchObject({ ok: false, error: { code: 'unknown-operation' } })
    })

    test.each(['sub-frame', 'other-origin'] as const)('a good message from a %s is refused and not passed on', async (speaker) => {
      expect(await shell.say(text({ name: 'test.echo', input: 1 }), speaker)).toEqual(refusal('untrusted-sender'))
      expect(application.asked).toEqual([])
    })

    test.each([
      ['no text', { name: 'test.echo', input: 1 }],
      ['no JSON', 'test.echo'],
      ['a list', text(['test.echo', 1])],
      ['a name that is no text', text({ name: 7, input: 1 })],
      ['no name', text({ input: 1 })],
      ['a very long name', text({ name: 'x'.repeat(81), input: 1 })],
      ['something extra', text({ name: 'test.echo', input: 1, as: 'administrator' })],
    ])('a malformed message is refused: %s', async (_what, message) => {
      expect(await shell.say(message, 'window')).toEqual(refusal('malformed-message'))
      expect(application.asked).toEqual([])
    })

    test('a message of exactly the limit passes, one byte more is refused', async () => {
      const frame = text({ name: 'test.length', input: '' }).length
      const full = text({ name: 'test.length', input: 'x'.repeat(messageLimit - frame) })
      expect(await shell.say(full, 'window')).toMatchObject({ error: { code: 'unknown-operation' } })
      expect(await shell.say(`${full} `, 'window')).toEqual(refusal('message-too-large'))
      // Counted in bytes, not in letters.
      const letters = text({ name: 'test.length', input: 'å'.repeat(messageLimit / 2) })
      expect(await shell.say(letters, 'window')).toEqual(refusal('message-too-large'))
      expect(application.asked.length).toBe(1)
    })

    test('a reply above the limit is refused', async () => {
      expect(await shell.call('test.much', {})).toEqual(refusal('reply-too-large'))
    })

    test('a fault of the application never shows its text to the window', async () => {
      expect(await shell.call('test.fault', {})).toEqual(refusal('bridge-failed'))
    })

    test('the window hears events while it listens', async () => {
      const events = [
        { name: 'names.hidden', detail: null },
        { name: 'register.locked', detail: null },
      ] as const
      const announceAll = () => {
        for (const event of events) application.announce(event)
      }
      const heard = await shell.hear(announceAll, events.length)
      expect(heard).toEqual(events)
      expect(await shell.hear(() => undefined, 0)).toEqual([])
    })

    test('the page comes with exactly the strict content security policy', async () => {
      const page = await shell.load('GET', 'https://app.invalid/index.html')
      expect(page).toMatchObject({ status: 200 })
      expect(page === 'refused' ? {} : page.headers).toMatchObject({
        'content-security-policy':
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; " +
          "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        'content-type': 'text/html; charset=utf-8',
        'x-content-type-options': 'nosniff',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-store',
      })
    })

    test.each([
      ['GET', 'https://app.invalid/../secret.html'],
      ['GET', 'https://app.invalid/%2e%2e/secret.html'],
      ['GET', 'https://app.invalid/..%2fsecret.html'],
      ['GET', 'https://app.invalid/..%5csecret.html'],
      ['GET', 'https://app.invalid/..%2frenderer-other/secret.html'],
      ['GET', 'https://app.invalid/%2fetc%2fpasswd'],
      ['GET', 'https://app.invalid/index.html%00.html'],
      ['GET', 'https://app.invalid/%'],
      ['GET', 'https://app.invalid/'],
      ['GET', 'https://app.invalid/notes.txt'],
      ['GET', 'https://app.invalid/absent.html'],
      ['POST', 'https://app.invalid/index.html'],
      ['GET', 'http://app.invalid/index.html'],
      ['GET', 'https://app.invalid:8443/index.html'],
      ['GET', 'https://elsewhere.invalid/index.html'],
    ])('nothing but the built window is served: %s %s', async (method, address) => {
      expect(await shell.load(method, address)).toBe('refused')
    })

    test.each([
      'https://elsewhere.invalid/',
      'http://app.invalid/index.html',
      'https://app.invalid/picture.svg',
      'https://app.invalid@elsewhere.invalid/index.html',
    ])('the window does not go to %s', async (address) => {
      expect(await shell.staysWhenSentTo(address)).toBe(true)
      expect(await shell.call('test.echo', 'still here')).toEqual({ ok: true, value: 'still here' })
    })

    test('there is never a second window', async () => {
      expect(await shell.windowsAfterPopup()).toBe(1)
    })

    test('no permission is given', async () => {
      const asked = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'midi', 'persistent-storage']
      expect(await shell.granted(asked)).toEqual([])
    })

    test('the window downloads nothing: exports are written by the application', async () => {
      expect(await shell.refusesDownload()).toBe(true)
    })
  })
}
