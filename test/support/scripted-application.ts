import type { Application } from '#operations/application.ts'

type ApplicationEvent = Parameters<Parameters<Application['subscribe']>[0]>[0]

/** An application whose answers a test knows, and which remembers what it was asked. */
export interface ScriptedApplication extends Application {
  readonly asked: { readonly name: string; readonly input: unknown }[]
  readonly state: { closed: boolean; listeners: number }
  announce(event: ApplicationEvent): void
}

export function scriptedApplication(): ScriptedApplication {
  const listeners = new Set<(event: ApplicationEvent) => void>()
  const asked: { name: string; input: unknown }[] = []
  const state = { closed: false, listeners: 0 }
  return {
    asked,
    state,
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
    announce: (event) => {
      for (const listener of listeners) listener(event)
    },
    close: async () => {
      // A real register takes a moment: whoever does not wait is found out.
      await new Promise((resolve) => setImmediate(resolve))
      state.closed = true
    },
  }
}
