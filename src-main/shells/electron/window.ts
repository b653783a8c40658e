import { BrowserWindow, ipcMain, type Session } from 'electron'
import { type Answering, createBridge } from '../bridge.ts'
import { homeAddress } from '../window-policy.ts'

/** Opens the window on its page and wires the page to the application; the wiring ends when the window closes. */
export function openWindow(parts: {
  readonly application: Answering
  readonly session: Session
  readonly preload: string
  readonly devTools: boolean
}): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 860,
    minWidth: 640,
    minHeight: 480,
    title: 'Hemväg',
    show: false,
    webPreferences: {
      preload: parts.preload,
      session: parts.session,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: parts.devTools,
    },
  })
  const disconnect = connect(parts.application, window)
  window.once('ready-to-show', () => window.show())
  window.once('closed', disconnect)
  void window.loadURL(homeAddress)
  return window
}

function connect(application: Answering, window: BrowserWindow): () => void {
  const bridge = createBridge(application)
  ipcMain.handle('hemvag:call', (event, message: unknown) => {
    const frame = event.senderFrame
    const isMainFrame = frame !== null && frame.parent === null && event.sender === window.webContents
    return bridge.answer({ origin: frame?.origin ?? '', isMainFrame }, message)
  })
  const unsubscribe = bridge.subscribe((event) => {
    if (!window.isDestroyed()) window.webContents.send('hemvag:event', event)
  })
  return () => {
    unsubscribe()
    ipcMain.removeHandler('hemvag:call')
  }
}
