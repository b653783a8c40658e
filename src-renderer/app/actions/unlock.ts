import { LockOpen } from 'lucide-react'
import type { Action } from './action.ts'

export type UnlockContext = { readonly passphrase: string; readonly waiting: boolean; readonly unlock: () => void }

export const unlock: Action<UnlockContext> = {
  id: 'unlock',
  label: ({ waiting }) => ({ key: waiting ? 'unlock.waiting' : 'action.unlock' }),
  icon: LockOpen,
  refusal: ({ passphrase }) => (passphrase === '' ? { key: 'refusal.no-passphrase' } : undefined),
  run: (context) => context.unlock(),
}
