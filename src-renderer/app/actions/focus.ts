import { moveFocusTo, movePane } from '../focus.ts'
import type { Action } from './action.ts'
import type { WindowContext } from './window-context.ts'

export const focusSearch: Action<WindowContext> = {
  id: 'focus-search',
  label: () => ({ key: 'search.label' }),
  keys: '/',
  otherKeys: ['Ctrl+F'],
  run: (context) => {
    if (document.querySelector('[data-search] input') === null && context.reference === undefined) context.goToCases()
    if (context.reference === undefined) moveFocusTo('[data-search] input')
  },
}

export const nextPane: Action<WindowContext> = {
  id: 'next-pane',
  label: () => ({ key: 'action.nextPane' }),
  keys: 'F6',
  run: () => movePane(1),
}

export const previousPane: Action<WindowContext> = {
  id: 'previous-pane',
  label: () => ({ key: 'action.previousPane' }),
  keys: 'Shift+F6',
  run: () => movePane(-1),
}

/** Ctrl Enter: whatever the screen has as its primary action. */
export const runPrimary: Action<WindowContext> = {
  id: 'run-primary',
  label: () => ({ key: 'action.primary' }),
  keys: 'Ctrl+Enter',
  run: () => document.querySelector<HTMLElement>('[data-primary]')?.click(),
}
