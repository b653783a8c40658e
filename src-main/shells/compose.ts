import type { Application } from '#operations/application.ts'

export interface Composed {
  readonly application: Application
}

/** Minimal stand-in until the real composition lands: knows no operation. */
export async function compose(_options: { readonly folder: string }): Promise<Composed> {
  return {
    application: {
      answer: async () => ({ ok: false, error: { code: 'unknown-operation', messageKey: 'failure.unknown-operation' } }),
      subscribe: () => () => undefined,
      close: async () => undefined,
    },
  }
}

/** Opens a throw-away register with the two example cases, everything in it marked DEMO. */
export function openDemonstration(): Promise<Composed> {
  return compose({ folder: '' })
}
