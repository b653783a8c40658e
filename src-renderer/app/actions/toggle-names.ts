import { Eye, EyeOff } from 'lucide-react'
import type { Action } from './action.ts'
import type { WindowContext } from './window-context.ts'

const shared = {
  keys: 'Ctrl+Shift+H',
  refusal: ({ reference }: WindowContext) => (reference === undefined ? { key: 'refusal.no-case-open' } : undefined),
}

/** Shows names for the open case. A read that is journalled. */
export const showNames: Action<WindowContext> = {
  ...shared,
  id: 'show-names',
  label: () => ({ key: 'action.showNames' }),
  icon: EyeOff,
  run: (context) => context.showNames(),
}

export const hideNames: Action<WindowContext> = {
  ...shared,
  id: 'hide-names',
  label: () => ({ key: 'action.hideNames' }),
  icon: Eye,
  run: (context) => context.hideNames(),
}

export const toggleNames = (context: WindowContext): Action<WindowContext> => (context.namesShown ? hideNames : showNames)
