import { Redo2, Undo2 } from 'lucide-react'
import type { Action } from './action.ts'
import type { WindowContext } from './window-context.ts'

const refusal = ({ reference }: WindowContext) => (reference === undefined ? { key: 'refusal.no-case-open' } : undefined)

/** Takes back one's own latest change of the open case. */
export const undo: Action<WindowContext> = {
  id: 'undo',
  label: () => ({ key: 'action.undo' }),
  keys: 'Ctrl+Z',
  icon: Undo2,
  refusal,
  run: (context) => context.turn('undo'),
}

export const redo: Action<WindowContext> = {
  id: 'redo',
  label: () => ({ key: 'action.redo' }),
  keys: 'Ctrl+Shift+Z',
  icon: Redo2,
  refusal,
  run: (context) => context.turn('redo'),
}

/** Ctrl S: whatever is being written is put into the register at once. The field that holds it listens. */
export const saveNow: Action<WindowContext> = {
  id: 'save-now',
  label: () => ({ key: 'action.saveNow' }),
  keys: 'Ctrl+S',
  run: () => window.dispatchEvent(new Event('hemvag-save')),
}
