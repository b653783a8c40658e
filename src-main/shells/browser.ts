import { existsSync } from 'node:fs'
import { join } from 'node:path'

const linux = [
  // Debian's /usr/bin/chromium is a wrapper around this one that prints noise on some machines.
  '/usr/lib/chromium/chromium',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
  '/usr/bin/microsoft-edge',
  '/opt/microsoft/msedge/msedge',
  '/snap/bin/chromium',
]
const mac = ['Google Chrome', 'Microsoft Edge', 'Chromium'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`)
const windows = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe', 'Chromium/Application/chrome.exe']

export interface Machine {
  readonly platform: NodeJS.Platform
  readonly environment: Readonly<Record<string, string | undefined>>
  exists(file: string): boolean
}

const thisMachine: Machine = { platform: process.platform, environment: process.env, exists: existsSync }

/** The browser that the user has named, there or not. */
export const namedBrowser = (environment: Machine['environment']): string | undefined => environment['HEMVAG_BROWSER'] || undefined

/** The installed Chromium, Chrome or Edge to show the window in. HEMVAG_BROWSER, when set, is the only candidate. */
export function findBrowser(machine: Machine = thisMachine): string | undefined {
  const chosen = namedBrowser(machine.environment)
  if (chosen !== undefined) return machine.exists(chosen) ? chosen : undefined
  return candidates(machine).find((file) => machine.exists(file))
}

function candidates({ platform, environment }: Machine): readonly string[] {
  if (platform === 'linux') return linux
  if (platform === 'darwin') return mac
  if (platform !== 'win32') return []
  const folders = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA']
    .map((name) => environment[name])
    .filter((folder) => folder !== undefined)
  return folders.flatMap((folder) => windows.map((file) => join(folder, file)))
}
