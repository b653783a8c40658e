import type { Answering, House } from '#shells/bridge.ts'

type ApplicationEvent = { readonly name: string; readonly detail: unknown }

/** An application whose answers a test knows, and which remembers what it was asked. */
export interface ScriptedApplication extends Answering {
  readonly asked: { readonly name: string; readonly input: unknown }[]
  readonly state: { closed: boolean; listeners: number }
  announce(event: ApplicationEvent): void
  readonly house: House
}

export function scriptedApplication(): ScriptedApplication {
  const listeners = new Set<(event: ApplicationEvent) => void>()
  const asked: { name: string; input: unknown }[] = []
  const state = { closed: false, listeners: 0 }
  const application: Answering = {
    async answer(name, input) {
      asked.push({ name, input })
      if (name === 'test.echo') return { ok: true, value: input }
      if (name === 'test.much') return { ok: true, value: 'å'.repeat(600_000) }
      if (name === 'test.fault') throw new Error('SELECT secret FROM child')
      return { ok: false, error: { code: 'unknown-operation', messageKey: 'failure.unknown-operation', values: { name } } }
    },
    subscribe(listener) {
      listeners.add(listener)
      state.listeners = listeners.size
      return () => {
        listeners.delete(listener)
        state.listeners = listeners.size
      }
    },
  }
  const announce = (event: ApplicationEvent) => {
    for (const listener of listeners) listener(event)
  }
  const close = async () => {
    // A real register takes a moment: whoever does not wait is found out.
    await new Promise((resolve) => setImmediate(resolve))
    state.closed = true
  }
  return { ...application, asked, state, announce, house: { application, close } }
}
