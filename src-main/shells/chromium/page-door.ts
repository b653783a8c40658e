/** What this file needs to know of a browser's page; the rooms of Node have no DOM types. */
interface PageGlobal {
  __hemvagDoor?: (message: string) => Promise<string>
  __hemvagClose?: () => Promise<void>
  close(): void
  addEventListener(type: string, listener: (event: { readonly detail: string }) => void): void
  removeEventListener(type: string, listener: (event: { readonly detail: string }) => void): void
  dispatchEvent(event: object): void
  readonly CustomEvent: new (type: string, given: { detail: string }) => object
}

export const doorName = '__hemvagDoor'
export const closeName = '__hemvagClose'

/**
 * Runs in the page before its own scripts: turns the raw binding into `window.hemvag`, as Electron's preload does.
 * It is sent to the page as text, so it must stand alone.
 */
export function installDoor(): void {
  const page = globalThis as unknown as PageGlobal
  const door = page.__hemvagDoor
  const close = page.__hemvagClose
  delete page.__hemvagDoor
  delete page.__hemvagClose
  if (door === undefined || (globalThis as { top?: unknown }).top !== globalThis) return
  const hemvag = Object.freeze({
    call: async (name: string, input: unknown): Promise<unknown> => JSON.parse(await door(JSON.stringify({ name, input }))),
    subscribe: (listener: (event: unknown) => void): (() => void) => {
      const hear = (event: { readonly detail: string }) => listener(JSON.parse(event.detail))
      page.addEventListener('hemvag:event', hear)
      return () => page.removeEventListener('hemvag:event', hear)
    },
  })
  // Chromium lets no page close a window that a person opened; Electron does.
  page.close = () => void close?.()
  Object.defineProperty(globalThis, 'hemvag', { value: hemvag, enumerable: true })
}

/** Runs in the page: tells its subscribers of one event. */
export function announce(event: string): void {
  const page = globalThis as unknown as PageGlobal
  page.dispatchEvent(new page.CustomEvent('hemvag:event', { detail: event }))
}
