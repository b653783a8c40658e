import { contextBridge, ipcRenderer } from 'electron'

type Event = { readonly name: string; readonly detail: unknown }

/** All that the page gets: two functions, plain data in and out. */
contextBridge.exposeInMainWorld('hemvag', {
  call: async (name: string, input: unknown): Promise<unknown> =>
    JSON.parse(await ipcRenderer.invoke('hemvag:call', JSON.stringify({ name, input }))),
  subscribe: (listener: (event: Event) => void): (() => void) => {
    const hear = (_origin: unknown, event: string) => listener(JSON.parse(event))
    ipcRenderer.on('hemvag:event', hear)
    return () => {
      ipcRenderer.off('hemvag:event', hear)
    }
  },
})
