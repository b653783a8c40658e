import { Check, X } from 'lucide-react'
import type { Action } from './action.ts'

/** Fields that wait for a choice, and what becomes of it. */
export type SettleContext = { readonly open: number; readonly save: () => void; readonly drop: () => void }

export const saveChoice: Action<SettleContext> = {
  id: 'save-choice',
  label: () => ({ key: 'conflict.save' }),
  icon: Check,
  refusal: ({ open }) => (open > 0 ? { key: 'refusal.conflictOpen' } : undefined),
  run: (context) => context.save(),
}

export const dropChange: Action<SettleContext> = {
  id: 'drop-change',
  label: () => ({ key: 'conflict.drop' }),
  icon: X,
  run: (context) => context.drop(),
}
