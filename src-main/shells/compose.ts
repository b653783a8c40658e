import type { House } from './bridge.ts'
import type { Surroundings } from './surroundings.ts'

/** Minimal stand-in until the real composition lands: knows no operation. */
export async function compose(_options: Surroundings & { readonly folder: string }): Promise<House> {
  return {
    application: {
      answer: async () => ({ ok: false, error: { code: 'unknown-operation', messageKey: 'failure.unknown-operation' } }),
      subscribe: () => () => undefined,
    },
    close: async () => undefined,
  }
}

/** Opens a throw-away register with the two example cases, everything in it marked DEMO. */
export function openDemonstration(surroundings: Surroundings): Promise<House> {
  return compose({ folder: '', ...surroundings })
}
