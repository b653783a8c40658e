import { app, type BrowserWindow, Menu, powerMonitor, session } from 'electron'
import type { House } from '../bridge.ts'
import { networkSilence } from '../window-policy.ts'
import { lockContents, lockSession } from './lockdown.ts'
import { openWindow } from './window.ts'

export interface Places {
  /** Folder of the built window. */
  readonly renderer: URL
  /** File of the built preload script. */
  readonly preload: string
}

/** What must be said before Electron is ready. */
export function prepare(): void {
  app.enableSandbox()
  for (const [name, value] of networkSilence) app.commandLine.appendSwitch(name, value)
  app.on('web-contents-created', (_event, contents) => lockContents(contents))
}

/** Opens Hemväg's one window on a house. When the window is closed, the house is closed too and the process ends. */
export function openDesktop({ application, close }: House, places: Places): BrowserWindow {
  // No `persist:` in the name: nothing that the window keeps reaches the disk.
  const memory = session.fromPartition('hemvag', { cache: false })
  lockSession(memory, places.renderer)
  Menu.setApplicationMenu(null)
  const window = openWindow({ application, session: memory, preload: places.preload, devTools: !app.isPackaged })
  app.on('second-instance', () => {
    if (window.isDestroyed()) return
    if (window.isMinimized()) window.restore()
    window.focus()
  })
  app.on('window-all-closed', () => app.quit())
  lockWhenAway(application)
  closeBeforeQuit(close)
  return window
}

/** Sleep and the screen lock lock the register: its files are closed, its keys let go, and the window is told to show nothing of it. */
function lockWhenAway(application: House['application']): void {
  const lock = (): void => void application.answer('register.lock', {})
  powerMonitor.on('suspend', lock)
  powerMonitor.on('lock-screen', lock)
}

/** Electron does not wait for promises while it quits: hold the first attempt back until the register is closed. */
function closeBeforeQuit(close: House['close']): void {
  app.once('will-quit', (event) => {
    event.preventDefault()
    void close().finally(() => app.quit())
  })
}
