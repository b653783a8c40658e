import { Check, RotateCcw, UserRoundPen } from 'lucide-react'
import type { Action } from './action.ts'

type Doing = { readonly run: () => void }

export const markDone: Action<Doing> = {
  id: 'mark-done',
  label: () => ({ key: 'tasks.markDone' }),
  icon: Check,
  run: ({ run }) => run(),
}

export const reopenTask: Action<Doing> = {
  id: 'reopen-task',
  label: () => ({ key: 'tasks.reopen' }),
  icon: RotateCcw,
  run: ({ run }) => run(),
}

export const handOver: Action<Doing & { readonly to: string }> = {
  id: 'hand-over',
  label: () => ({ key: 'tasks.handOver' }),
  icon: UserRoundPen,
  refusal: ({ to }) => (to === '' ? { key: 'tasks.handOverRefusal' } : undefined),
  run: ({ run }) => run(),
}
