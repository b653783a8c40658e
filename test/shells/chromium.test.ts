import type { Page } from 'playwright-core'
import { type ChromiumWindow, openChromiumWindow } from '#shells/chromium/window.ts'
import { installedBrowser } from '../support/browser.ts'
import { describeShell, type ShellUnderTest, type Speaker } from '../support/shell-contract.ts'

describeShell('Chromium', async (application, renderer) => {
  const window = await openChromiumWindow({ browser: installedBrowser(), renderer, application, headless: true })
  return underTest(window)
})

/** Runs an expression in the page; its arguments cross as JSON. */
const run = (page: Page, script: string, ...given: unknown[]): Promise<unknown> => page.evaluate(`(${script})(...${JSON.stringify(given)})`)

function underTest({ page, close }: ChromiumWindow): ShellUnderTest {
  const context = page.context()
  return {
    call: (name, input) => run(page, '(name, input) => hemvag.call(name, input)', name, input),
    say: (message, speaker) => say(page, message, speaker),
    async hear(during, count) {
      await run(page, '() => { window.heard = []; window.deaf = hemvag.subscribe((event) => heard.push(event)) }')
      during()
      await page.waitForFunction(`heard.length >= ${count}`)
      const heard = await page.evaluate('heard')
      await page.evaluate('deaf()')
      return Array.isArray(heard) ? heard : []
    },
    async load(method, address) {
      const script = `(method, address) => fetch(address, { method }).then(
        (answer) => ({ status: answer.status, headers: Object.fromEntries(answer.headers) }), () => 'refused')`
      return (await run(page, script, method, address)) as Awaited<ReturnType<ShellUnderTest['load']>>
    },
    async staysWhenSentTo(address) {
      await page.evaluate('window.untouched = true')
      const ended = page.waitForEvent('requestfailed', (request) => request.isNavigationRequest())
      await run(page, '(address) => { location.href = address }', address)
      await ended
      return (await page.evaluate('window.untouched === true && location.href')) === 'https://app.invalid/index.html'
    },
    async windowsAfterPopup() {
      const opened = context.waitForEvent('page')
      await page.click('#elsewhere')
      const other = await opened
      if (!other.isClosed()) await other.waitForEvent('close')
      // Counted by the browser itself: a page that was never announced would show as an empty window.
      const browser = await context.newCDPSession(page)
      const { targetInfos } = await browser.send('Target.getTargets')
      return targetInfos.filter(({ type }) => type === 'page').length
    },
    async granted(permissions) {
      const script = `async (names) => {
        const states = await Promise.all(names.map(async (name) => [name, (await navigator.permissions.query({ name })).state]))
        return states.filter(([, state]) => state !== 'denied').map(([name]) => name)
      }`
      return (await run(page, script, permissions)) as readonly string[]
    },
    async refusesDownload() {
      const download = page.waitForEvent('download')
      await page.click('#download')
      return (await (await download).failure()) !== null
    },
    close,
  }
}

const bareDoor = (message: unknown) => `__playwright__binding__controller__.callBinding('__hemvagDoor', ${JSON.stringify(message)})`

/** Goes past `window.hemvag` to the raw channel, which any script in any frame could find. */
async function say(page: Page, message: unknown, speaker: Speaker): Promise<unknown> {
  if (speaker === 'window') return parsed(await page.evaluate(bareDoor(message)))
  const anything = { contentType: 'text/html', body: '<!doctype html><p>not ours' }
  const address = speaker === 'sub-frame' ? 'https://app.invalid/' : 'https://elsewhere.invalid/'
  // Only this test can show such pages: the shell serves none, and its policy admits no frame.
  await page.route(`${address}**`, (route) => route.fulfill(anything))
  await page.goto(address)
  const answer = speaker === 'sub-frame' ? await sayInFrame(page, message) : await page.evaluate(bareDoor(message))
  await page.unroute(`${address}**`)
  await page.goto('https://app.invalid/index.html')
  return parsed(answer)
}

/** From a frame of our own origin: nothing but its place gives it away. */
async function sayInFrame(page: Page, message: unknown): Promise<unknown> {
  const arrived = page.waitForEvent('framenavigated', (frame) => frame.url() === 'https://app.invalid/frame.html')
  await page.evaluate("document.body.append(Object.assign(document.createElement('iframe'), { src: '/frame.html' }))")
  return (await arrived).evaluate(bareDoor(message))
}

const parsed = (reply: unknown): unknown => (typeof reply === 'string' ? JSON.parse(reply) : reply)
