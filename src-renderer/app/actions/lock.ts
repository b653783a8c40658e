import { Lock } from 'lucide-react'
import type { Action } from './action.ts'
import type { WindowContext } from './window-context.ts'

export const lock: Action<WindowContext> = {
  id: 'lock',
  label: () => ({ key: 'action.lock' }),
  keys: 'Ctrl+L',
  icon: Lock,
  run: (context) => context.lock(),
}
