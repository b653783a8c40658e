import { Settings } from 'lucide-react'
import type { Action } from './action.ts'
import type { WindowContext } from './window-context.ts'

export const goToSettings: Action<WindowContext> = {
  id: 'go-to-settings',
  label: () => ({ key: 'rail.settings' }),
  keys: 'Ctrl+,',
  icon: Settings,
  run: (context) => context.goToSettings(),
}
