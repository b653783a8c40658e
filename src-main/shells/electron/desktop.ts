import { app, type BrowserWindow, Menu, session } from 'electron'
import type { Application } from '#operations/application.ts'
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

/** Opens Hemväg's one window on an application. When it is closed, the application closes and the process ends. */
export function openDesktop(application: Application, places: Places): BrowserWindow {
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
  closeBeforeQuit(application)
  return window
}

/** Electron does not wait for promises while it quits: hold the first attempt back until the register is closed. */
function closeBeforeQuit(application: Application): void {
  app.once('will-quit', (event) => {
    event.preventDefault()
    void application.close().finally(() => app.quit())
  })
}
