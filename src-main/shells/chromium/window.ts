import { type BrowserContext, type BrowserContextOptions, chromium, type Page, type Request, type Route } from 'playwright-core'
import { type Answering, createBridge } from '../bridge.ts'
import { homeAddress, mayNavigate, networkSilence, serve } from '../window-policy.ts'
import { fitScreen } from './fit-screen.ts'
import { announce, closeName, doorName, installDoor } from './page-door.ts'
import { createProfile, noDumps, removeProfile } from './profile.ts'

export interface ChromiumWindow {
  readonly page: Page
  /** Settles once the window is gone and its profile removed, whoever closed it. */
  readonly closed: Promise<void>
  close(): Promise<void>
}

export interface ChromiumOptions {
  /** Path of an installed Chromium, Chrome or Edge. */
  readonly browser: string
  /** Folder of the built window. */
  readonly renderer: URL
  readonly application: Answering
  readonly headless: boolean
}

/**
 * Opens Hemväg's window on an installed Chromium, which is spoken to over a pipe: no socket is opened.
 * Throws when the browser does not start.
 */
export async function openChromiumWindow(options: ChromiumOptions): Promise<ChromiumWindow> {
  const profile = await createProfile()
  try {
    const context = await launch(profile, await noDumps(profile), options)
    const closed = new Promise<void>((resolve) => context.once('close', () => resolve())).then(() => removeProfile(profile))
    const page = context.pages()[0] ?? (await context.newPage())
    await furnish(context, page, options)
    // The size is a nicety: a browser that will not say or change it still shows the window.
    if (!options.headless) await fitScreen(context, page).catch(ignore)
    return { page, closed, close: () => closeContext(context).then(() => closed) }
  } catch (problem) {
    await removeProfile(profile)
    throw problem
  }
}

const size = { width: 1280, height: 860 }

function launch(profile: string, dumps: string, { browser, headless }: ChromiumOptions): Promise<BrowserContext> {
  // Chromium refuses its own sandbox as root; for everybody else it stays on.
  const isRoot = process.getuid?.() === 0
  const view = { viewport: headless ? size : null } satisfies BrowserContextOptions
  return chromium.launchPersistentContext(profile, {
    ...view,
    executablePath: browser,
    headless,
    chromiumSandbox: !isRoot,
    serviceWorkers: 'block',
    acceptDownloads: false,
    ignoreDefaultArgs: ['--enable-automation', '--disable-popup-blocking', '--unsafely-disable-devtools-self-xss-warnings'],
    env: { ...process.env, BREAKPAD_DUMP_LOCATION: dumps },
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: [...switches(headless)],
  })
}

function switches(headless: boolean): readonly string[] {
  const silence = networkSilence.map(([name, value]) => (value === undefined ? `--${name}` : `--${name}=${value}`))
  // The real address would be asked for before the page's requests can be answered: start empty.
  // `--test-type` keeps Chromium from warning its user of switches that it does not expect from a person, the resolver's among them.
  const shape = ['--test-type', '--app=data:text/html,', '--class=Hemvag', `--window-size=${size.width},${size.height}`, '--no-first-run']
  return headless ? [...silence, ...shape] : [...silence, ...shape, '--ozone-platform-hint=auto']
}

async function furnish(context: BrowserContext, page: Page, options: ChromiumOptions): Promise<void> {
  await context.grantPermissions([])
  await context.route('**/*', (route) => answerRequest(route, page, options.renderer).catch(ignore))
  context.on('page', (other) => void other.close().catch(ignore))
  await openDoor(context, page, options.application)
  page.once('close', () => void closeContext(context))
  await page.goto(homeAddress)
}

async function openDoor(context: BrowserContext, page: Page, application: Answering): Promise<void> {
  const bridge = createBridge(application)
  await context.exposeBinding(doorName, (source, message: unknown) => {
    const isMainFrame = source.page === page && source.frame === page.mainFrame()
    return bridge.answer({ origin: URL.parse(source.frame.url())?.origin ?? '', isMainFrame }, message)
  })
  await context.exposeBinding(closeName, ({ frame }) => (frame === page.mainFrame() ? void closeContext(context) : undefined))
  await context.addInitScript(installDoor)
  // An event for a page that is just being reloaded is of no use to it: it reads everything anew.
  const unsubscribe = bridge.subscribe((event) => void page.evaluate(announce, event).catch(ignore))
  context.once('close', unsubscribe)
}

async function answerRequest(route: Route, page: Page, renderer: URL): Promise<void> {
  const request = route.request()
  if (request.isNavigationRequest()) {
    const isMainFrame = isOfMainFrame(request, page)
    // `aborted` ends a navigation without an error page, so the window stays where it is. A second window must get its
    // error page: without any page Playwright would never tell us of it, and it could not be closed.
    if (!mayNavigate(request.url(), isMainFrame)) return route.abort(isMainFrame ? 'aborted' : 'blockedbyclient')
  }
  const served = await serve(renderer, request.method(), request.url())
  if (served.status === 404) return route.abort('blockedbyclient')
  return route.fulfill({ status: served.status, headers: { ...served.headers }, body: served.body })
}

function isOfMainFrame(request: Request, page: Page): boolean {
  try {
    return request.frame() === page.mainFrame()
  } catch {
    // The first request of a window that is only just being made has no frame yet.
    return false
  }
}

/** For what fails only because the page or browser is already on its way out. */
const ignore = (): undefined => undefined
const closeContext = (context: BrowserContext): Promise<void> => context.close().catch(ignore)
