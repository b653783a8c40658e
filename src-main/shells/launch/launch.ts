import type { MessageKey } from '../messages.ts'
import { startExit } from '../wish.ts'

/** How a program ended that ran on this terminal. */
export interface Ended {
  readonly code: number
  /** Somebody asked us to stop: whatever comes next is not to be tried. */
  readonly stopped: boolean
}

/** What `npm start` can do on a machine; each part answers for itself, so that the order can be tested. */
export interface LaunchParts {
  hasDisplay(): boolean
  findElectron(): string | undefined
  mayFetchElectron(): boolean
  fetchElectron(): string | undefined
  findBrowser(): string | undefined
  /** Whether the user has named the browser, so that no other is looked for. */
  namesBrowser(): boolean
  /** Shows the window in Electron until it is closed. */
  runElectron(executable: string): Promise<Ended>
  /** Shows the window in an installed browser until it is closed. */
  runBrowser(executable: string): Promise<Ended>
  /** Shows the demonstration without a window. */
  runDemonstration(): Promise<Ended>
  /** Whether somebody's own register was to be opened: a demonstration in its place would only confuse. */
  wantsRegister(): boolean
  say(key: MessageKey): void
}

/**
 * Shows Hemväg in the best way that this machine offers and gives the exit code: Electron, else an installed browser,
 * else, after saying so in one line, the demonstration in the terminal. Whoever has a register is told how to reach it there.
 */
export async function launch(parts: LaunchParts): Promise<number> {
  if (!parts.hasDisplay()) return withoutWindow(parts, 'noDisplay')
  const electron = parts.findElectron() ?? fetchOnce(parts)
  if (electron !== undefined) {
    const ended = await parts.runElectron(electron)
    if (ended.code === 0 || ended.stopped) return ended.code
    parts.say('electronFailed')
  }
  const browser = parts.findBrowser()
  if (browser === undefined) return withoutWindow(parts, parts.namesBrowser() ? 'namedBrowserMissing' : 'noWindowEngine')
  const ended = await parts.runBrowser(browser)
  return ended.code === 0 || ended.stopped ? ended.code : withoutWindow(parts, 'windowFailed')
}

function fetchOnce(parts: LaunchParts): string | undefined {
  if (!parts.mayFetchElectron()) return undefined
  parts.say('fetching')
  return parts.fetchElectron()
}

async function withoutWindow(parts: LaunchParts, why: MessageKey): Promise<number> {
  parts.say(why)
  if (!parts.wantsRegister()) {
    parts.say('demonstrationHere')
    return (await parts.runDemonstration()).code
  }
  parts.say('registerInTerminal')
  return startExit.refused
}

/** Whether a window can be shown at all. */
export function hasDisplay(platform: NodeJS.Platform, environment: Readonly<Record<string, string | undefined>>): boolean {
  if (platform === 'win32' || platform === 'darwin') return true
  return [environment['DISPLAY'], environment['WAYLAND_DISPLAY']].some((display) => display !== undefined && display !== '')
}
