import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import axe from 'axe-core'
import { type Browser, chromium, type Page } from 'playwright-core'
import type { Scene } from './window-replies.ts'

const origin = 'https://app.invalid'
const renderer = new URL('../../out/renderer/', import.meta.url)
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
}

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
      await page.goto(`${origin}/index.html`)
      await ready()
      complaints.length = 0
      calls.length = 0
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
    const path = new URL(route.request().url()).pathname
    const body = await readFile(new URL(`.${path}`, renderer)).catch(() => undefined)
    if (body === undefined || !route.request().url().startsWith(origin)) return route.abort()
    return route.fulfill({
      status: 200,
      body,
      headers: { 'content-type': types[extname(path)] ?? 'text/plain', 'content-security-policy': policy },
    })
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
  const page = globalThis as unknown as {
    answerForTest: (name: string, input: unknown) => Promise<unknown>
    complainForTest: (complaint: string) => Promise<void>
    addEventListener: (type: string, listener: (event: { readonly violatedDirective: string; readonly blockedURI: string }) => void) => void
  }
  Object.defineProperty(globalThis, 'hemvag', {
    value: { call: (name: string, input: unknown) => page.answerForTest(name, input), subscribe: () => () => undefined },
  })
  page.addEventListener(
    'securitypolicyviolation',
    (event) => void page.complainForTest(`CSP ${event.violatedDirective} ${event.blockedURI}`),
  )
}

/** Faults that axe finds on the page as it stands: rule and place. */
export async function accessibilityFaults(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const run = (
      globalThis as unknown as {
        axe: {
          run: (
            context: unknown,
            options: unknown,
          ) => Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>
        }
      }
    ).axe
    const { violations } = await run
      .run((globalThis as unknown as { document: unknown }).document, { resultTypes: ['violations'] })
      .catch((error: unknown) => Promise.reject(error))
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary.slice(0, 200)}`),
    )
  })
}
