import { moveFocusTo } from '../focus.ts'
import type { Action } from './action.ts'
import type { WindowContext } from './window-context.ts'

/** Ctrl G: to the 24 safeguards, from any section of the case. */
export const showSafeguards: Action<WindowContext> = {
  id: 'show-safeguards',
  label: () => ({ key: 'overview.all24' }),
  keys: 'Ctrl+G',
  refusal: ({ reference }) => (reference === undefined ? { key: 'refusal.no-case-open' } : undefined),
  run: (context) => {
    if (context.section !== 'overview') context.goToSection('overview')
    moveFocusTo('[data-safeguards] [tabindex="0"]')
  },
}
