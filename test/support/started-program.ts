import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Page } from 'playwright-core'
import { installedBrowser } from './browser.ts'

const inProject = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))

/** What `npm start` shows: its page in a real window without a screen, and the way in which it ended. */
export type Started = {
  readonly page: Page
  /** Closes the window as a person does; gives the exit code of the program. */
  shut(): Promise<number | null>
}

/** A person's home: everything that the program keeps for them lies below it. */
export type Home = { readonly folder: string; start(...words: readonly string[]): Promise<Started>; close(): Promise<void> }

/**
 * A home with nothing in it. The program that `npm start` runs after the build is started as it is, with a browser that needs no screen
 * and lets the test look on.
 */
export function emptyHome(folder: string): Home {
  const browser = join(folder, 'browser.sh')
  mkdirSync(folder, { recursive: true })
  const asRoot = process.getuid?.() === 0 ? ' --no-sandbox' : ''
  writeFileSync(
    browser,
    `#!/bin/sh\nexec '${installedBrowser()}' --headless=new${asRoot} --window-size=1280,800 "$@" --remote-debugging-port=0\n`,
  )
  chmodSync(browser, 0o755)
  const running = new Map<ChildProcess, Promise<number | null>>()
  let count = 0
  return {
    folder,
    async start(...words) {
      count += 1
      const temporary = join(folder, `temporary-${count}`)
      mkdirSync(temporary)
      const child = spawn(process.execPath, [inProject('src-main/shells/launch/start.ts'), ...words], {
        cwd: folder,
        env: environmentOf(folder, temporary, browser),
        stdio: ['ignore', 'ignore', 'pipe'],
      })
      const ended = once(child, 'exit').then(([code]: (number | null)[]) => {
        running.delete(child)
        return code ?? null
      })
      running.set(child, ended)
      const page = await lookOn(temporary, child)
      const shut = async (): Promise<number | null> => {
        await page.evaluate('window.close()').catch(() => undefined)
        return ended
      }
      return { page, shut }
    },
    close: async () => {
      for (const child of running.keys()) child.kill('SIGTERM')
      await Promise.all(running.values())
    },
  }
}

const environmentOf = (home: string, temporary: string, browser: string): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  HOME: home,
  TMPDIR: temporary,
  LANG: 'sv_SE.UTF-8',
  DISPLAY: ':none',
  HEMVAG_BROWSER: browser,
  HEMVAG_ELECTRON_DOWNLOAD: 'no',
})

/** The page of the browser that the program has started: the profile says at which port it can be looked at. */
async function lookOn(temporary: string, child: ChildProcess): Promise<Page> {
  let said = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  const port = await untilPort(temporary, () => {
    if (child.exitCode !== null) throw new Error(`the program ended with ${child.exitCode}: ${said}`)
  })
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
  const page = browser.contexts()[0]?.pages()[0]
  if (page === undefined) throw new Error('the browser shows no page')
  await page.waitForSelector('[data-ready]')
  return page
}

async function untilPort(temporary: string, check: () => void): Promise<string> {
  for (;;) {
    check()
    const profile = readdirSync(temporary).find((name) => name.startsWith('hemvag-window-'))
    const note = profile === undefined ? undefined : join(temporary, profile, 'DevToolsActivePort')
    const port = note !== undefined && existsSync(note) ? readFileSync(note, 'utf8').split('\n')[0] : undefined
    if (port !== undefined && port !== '') return port
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
