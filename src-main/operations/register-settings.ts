import { mayDo } from '#domain/roles.ts'
import type { Implementations } from './implementations.ts'
import { done } from './outcome.ts'

export const registerSettingsImplementations: Implementations<'register.settings' | 'register.change-settings'> = {
  'register.settings': async ({ settings, people }) =>
    done({ ...(await settings.settings()), mayChange: mayDo((await people.self()).roles, 'settings') }),
  'register.change-settings': async ({ settings }, { operationId, ...change }) => {
    const changed = await settings.change(change, operationId)
    return changed.ok ? done({}) : changed
  },
}
