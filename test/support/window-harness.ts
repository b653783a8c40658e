import axe from 'axe-core'
import { type Browser, chromium, type Page } from 'playwright-core'
import { homeAddress, serve } from '#shells/window-policy.ts'
import type { Scene } from './window-replies.ts'

const renderer = new URL('../../out/renderer/', import.meta.url)

type Look = { readonly scene: Scene; readonly language?: 'sv' | 'en'; readonly theme?: 'light' | 'dark' }

/** The built window on an installed Chromium, answered by a scene in place of the register. */
export type WindowUnderTest = {
  readonly page: Page
  /** What the content policy refused and what went to the console as an error, since the last `show`. */
  readonly complaints: readonly string[]
  /** Names and inputs of the calls since the last `show`. */
  readonly calls: readonly { readonly name: string; readonly input: unknown }[]
  /** Loads the window anew in another state and waits until it stands. */
  show(look: Look): Promise<void>
  ready(): Promise<void>
  /** Changes answers while the window stands; it asks anew only when something makes its answers stale. */
  answer(change: Scene): void
  /** Tells the standing window that the register speaks another language. */
  speak(language: 'sv' | 'en'): Promise<void>
  close(): Promise<void>
}

export async function openWindow(executablePath: string): Promise<WindowUnderTest> {
  const browser = await chromium.launch({ executablePath, headless: true, chromiumSandbox: process.getuid?.() !== 0 })
  const page = await newPage(browser)
  const complaints: string[] = []
  const calls: { name: string; input: unknown }[] = []
  let current: Look = { scene: {} }
  await page.exposeFunction('answerForTest', (name: string, input: unknown) => {
    calls.push({ name, input })
    return reply(current, name, input)
  })
  await page.exposeFunction('complainForTest', (complaint: string) => void complaints.push(complaint))
  await page.addInitScript(standIn)
  page.on('console', (message) => (message.type() === 'error' ? complaints.push(message.text()) : undefined))
  page.on('pageerror', (error) => complaints.push(error.message))
  const ready = async (): Promise<void> => {
    await page.waitForSelector('[data-ready]')
    await page.evaluate(() => document.fonts.ready.then(() => undefined))
  }
  return {
    page,
    complaints,
    calls,
    ready,
    show: async (look) => {
      current = look
      await page.emulateMedia({ colorScheme: look.theme ?? 'light', reducedMotion: 'reduce' })
      await page.goto(homeAddress)
      await ready()
      complaints.length = 0
      calls.length = 0
    },
    answer: (change) => {
      current = { ...current, scene: { ...current.scene, ...change } }
    },
    speak: async (language) => {
      current = { ...current, language }
      await page.evaluate(() => dispatchEvent(new Event('announce-for-test')))
      await page.locator(`html[lang="${language}"]`).waitFor()
      await ready()
    },
    close: () => browser.close(),
  }
}

async function newPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    serviceWorkers: 'block',
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
  })
  await context.route('**/*', async (route) => {
    const served = await serve(renderer, route.request().method(), route.request().url())
    if (served.status === 404) return route.abort()
    return route.fulfill({ status: served.status, headers: { ...served.headers }, body: served.body })
  })
  return context.newPage()
}

/** Answers as the bridge would: the scene's reply, in the language asked for. */
function reply({ scene, language }: Look, name: string, input: unknown): unknown {
  const draft = typeof input === 'object' && input !== null && 'draft' in input && input.draft === true
  const found = Object.entries(scene).find(([key]) => key === (name === 'plan.export' && draft ? 'plan.export draft' : name))?.[1]
  if (found === undefined) return { ok: false, error: { code: 'unknown-operation', messageKey: 'failure.unknown-operation' } }
  if (name === 'register.status' && found.ok && 'language' in found.value)
    return { ok: true, value: { ...found.value, language: language ?? 'sv' } }
  return found
}

/** Runs in the page before its own scripts. Sent as text, so it stands alone. */
function standIn(): void {
  const call = (name: string, input: unknown): unknown => Reflect.get(globalThis, 'answerForTest')(name, input)
  const subscribe = (listener: (event: unknown) => void): (() => void) => {
    const hear = (): void => listener({ name: 'register.unlocked', detail: null })
    addEventListener('announce-for-test', hear)
    return () => removeEventListener('announce-for-test', hear)
  }
  Object.defineProperty(globalThis, 'hemvag', { value: { call, subscribe } })
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    Reflect.get(globalThis, 'complainForTest')(`CSP ${violatedDirective} ${blockedURI}`),
  )
}

type Fault = { readonly id: string; readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[] }

type Rules = { readonly only?: readonly string[]; readonly without?: readonly string[] }

/** Faults that axe finds on the page as it stands, by all its rules, only some or all but some: rule and place. */
export async function accessibilityFaults(page: Page, rules: Rules = {}): Promise<readonly string[]> {
  if (await page.evaluate(() => !Reflect.has(globalThis, 'axe'))) await page.evaluate(axe.source)
  const faults: readonly Fault[] = await page.evaluate(async ({ only, without = [] }) => {
    const options = {
      resultTypes: ['violations'],
      rules: Object.fromEntries(without.map((rule) => [rule, { enabled: false }])),
      ...(only === undefined ? {} : { runOnly: only }),
    }
    return (await Reflect.get(globalThis, 'axe').run(document, options)).violations
  }, rules)
  return faults.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary?.slice(0, 200) ?? ''}`),
  )
}

/** Whatever reaches beyond the window to the side, unless it lies in something that scrolls by itself. */
export function overflow(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
    const room = document.documentElement.clientWidth
    const inScroller = (element: Element): boolean => {
      for (let up = element.parentElement; up !== null && up.tagName !== 'MAIN'; up = up.parentElement)
        if (getComputedStyle(up).overflowX !== 'visible') return true
      return false
    }
    const scrolled = [document.scrollingElement, ...document.querySelectorAll('main')].filter(
      (each) => each !== null && each.scrollWidth > each.clientWidth,
    )
    const beyond = [...document.querySelectorAll('main *, header *')].filter((each) => {
      const box = each.getBoundingClientRect()
      return box.width > 1 && box.right > room + 0.5 && !inScroller(each)
    })
    return [...scrolled, ...beyond].map((each) => `${each?.tagName} ${each?.textContent?.slice(0, 60)}`)
  })
}
