/**
 * Stands in Electron's place where its runtime is not: records what our code asked of it, and lets a test act as the runtime would.
 * Used by `vi.mock('electron', …)` and, under plain Node, for the built main file.
 */
import { EventEmitter } from 'node:events'
import { tmpdir } from 'node:os'

type Handler = (...given: never[]) => unknown
interface Frame {
  readonly origin: string
  readonly parent: Frame | null
}
interface Preventable {
  defaultPrevented: boolean
  preventDefault(): void
}

/** An event of Electron that can be prevented, with what it carries. */
export function preventable<Carried extends object>(carried: Carried): Carried & Preventable {
  const event = { ...carried, defaultPrevented: false, preventDefault: () => undefined as undefined }
  event.preventDefault = () => {
    event.defaultPrevented = true
  }
  return event
}

class StandInSession extends EventEmitter {
  readonly schemes = new Map<string, (request: { method: string; url: string }) => Promise<Response>>()
  readonly handlers = new Map<string, Handler | null>()
  spellChecker = true
  filter: readonly string[] = []
  readonly protocol = {
    handle: (scheme: string, handler: (request: { method: string; url: string }) => Promise<Response>) => this.schemes.set(scheme, handler),
  }
  readonly webRequest = {
    onBeforeRequest: (filter: { urls: readonly string[] }, handler: Handler) => {
      this.filter = filter.urls
      this.handlers.set('beforeRequest', handler)
    },
  }
  setPermissionRequestHandler = (handler: Handler) => this.handlers.set('permissionRequest', handler)
  setPermissionCheckHandler = (handler: Handler) => this.handlers.set('permissionCheck', handler)
  setDevicePermissionHandler = (handler: Handler) => this.handlers.set('devicePermission', handler)
  setDisplayMediaRequestHandler = (handler: Handler) => this.handlers.set('displayMedia', handler)
  setSpellCheckerEnabled = (enabled: boolean) => {
    this.spellChecker = enabled
  }
}

class StandInContents extends EventEmitter {
  readonly mainFrame: Frame = { origin: 'https://app.invalid', parent: null }
  readonly sent: { channel: string; message: unknown }[] = []
  windowOpenHandler: (() => unknown) | undefined
  webRtcPolicy: string | undefined
  setWindowOpenHandler(handler: () => unknown) {
    this.windowOpenHandler = handler
  }
  setWebRTCIPHandlingPolicy(policy: string) {
    this.webRtcPolicy = policy
  }
  send(channel: string, message: unknown) {
    this.sent.push({ channel, message })
    ipcRenderer.emit(channel, {}, message)
  }
}

/** What was asked of Electron since the last `forget()`. */
export const seen = {
  windows: [] as BrowserWindow[],
  calls: [] as string[],
  switches: new Map<string, string | undefined>(),
  sessions: new Map<string, StandInSession>(),
  ipc: new Map<string, (event: { sender: StandInContents; senderFrame: Frame | null }, message: unknown) => Promise<unknown>>(),
  exposed: new Map<string, Record<string, Handler>>(),
  isFirstInstance: true,
  chosen: [] as string[],
  ended: Promise.withResolvers<number>(),
}

class StandInApp extends EventEmitter {
  isPackaged = true
  enableSandbox = () => void seen.calls.push('enableSandbox')
  getPreferredSystemLanguages = () => ['sv-SE']
  requestSingleInstanceLock = () => seen.isFirstInstance
  whenReady = () => Promise.resolve()
  getPath = (_name: string) => process.env['HEMVAG_STAND_IN_FOLDER'] ?? tmpdir()
  readonly commandLine = { appendSwitch: (name: string, value?: string) => seen.switches.set(name, value) }
  /** As the runtime: asks `will-quit` first, and ends only when nobody prevents it. */
  quit = () => {
    const event = preventable({})
    this.emit('will-quit', event)
    if (!event.defaultPrevented) seen.ended.resolve(0)
  }
  exit = (code: number) => seen.ended.resolve(code)
}

export const app = new StandInApp()

export const session = {
  fromPartition: (name: string, options: object) => {
    seen.calls.push(`fromPartition ${name} ${JSON.stringify(options)}`)
    const made = seen.sessions.get(name) ?? new StandInSession()
    seen.sessions.set(name, made)
    return made
  },
}

export const dialog = {
  showErrorBox: (title: string, text: string) => void seen.calls.push(`error box: ${title}: ${text}`),
  /** What the person at the dialog chooses: `seen.chosen`. */
  showOpenDialog: async (...given: unknown[]) => {
    seen.calls.push(`open dialog: ${JSON.stringify(given.at(-1))}`)
    return { canceled: seen.chosen.length === 0, filePaths: seen.chosen }
  },
}

export const Menu = { setApplicationMenu: (_menu: unknown) => void seen.calls.push('setApplicationMenu') }

export const ipcMain = {
  handle: (
    channel: string,
    handler: (event: { sender: StandInContents; senderFrame: Frame | null }, message: unknown) => Promise<unknown>,
  ) => seen.ipc.set(channel, handler),
  removeHandler: (channel: string) => seen.ipc.delete(channel),
}

export class BrowserWindow extends EventEmitter {
  static getFocusedWindow = () => seen.windows.at(-1) ?? null
  readonly options: { webPreferences: Record<string, unknown> } & Record<string, unknown>
  readonly webContents = new StandInContents()
  address = ''
  destroyed = false
  isMinimized = () => true
  isDestroyed = () => this.destroyed
  show = () => void seen.calls.push('show')
  restore = () => void seen.calls.push('restore')
  focus = () => void seen.calls.push('focus')
  constructor(options: { webPreferences: Record<string, unknown> }) {
    super()
    this.options = options
    seen.windows.push(this)
    app.emit('web-contents-created', {}, this.webContents)
  }
  async loadURL(address: string) {
    this.address = address
    this.emit('ready-to-show')
  }
  /** As when a person closes it. */
  shut() {
    this.destroyed = true
    this.emit('closed')
    app.emit('window-all-closed')
  }
}

/** Tells of sleep and of the screen lock. */
export const powerMonitor = new EventEmitter()

/** A keystore without any protection: it shows only what is asked of it. */
export const safeStorage = {
  backend: 'gnome_libsecret',
  isEncryptionAvailable: () => true,
  getSelectedStorageBackend: () => safeStorage.backend,
  encryptString: (text: string) => Buffer.from(`protected ${text}`),
  decryptString: (bytes: Buffer) => bytes.toString().replace('protected ', ''),
}

export const contextBridge = {
  exposeInMainWorld: (name: string, api: Record<string, Handler>) => seen.exposed.set(name, api),
}

class StandInRenderer extends EventEmitter {
  /** Speaks as the top frame of the first window, as a preload script does. */
  invoke(channel: string, message: unknown) {
    const contents = seen.windows.at(-1)?.webContents
    const handler = seen.ipc.get(channel)
    if (contents === undefined || handler === undefined) throw new Error(`nobody handles ${channel}`)
    return handler({ sender: contents, senderFrame: contents.mainFrame }, message)
  }
}
export const ipcRenderer = new StandInRenderer()

/** Forgets everything: each test starts on a fresh runtime. */
export function forget(): void {
  app.removeAllListeners()
  powerMonitor.removeAllListeners()
  safeStorage.backend = 'gnome_libsecret'
  ipcRenderer.removeAllListeners()
  Object.assign(seen, { windows: [], calls: [], chosen: [], isFirstInstance: true, ended: Promise.withResolvers<number>() })
  for (const map of [seen.switches, seen.sessions, seen.ipc, seen.exposed]) map.clear()
}
