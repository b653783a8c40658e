import { LockOpen } from 'lucide-react'
import type { Action } from './action.ts'

export type UnlockContext = {
  readonly passphrase: string
  /** Asked for where several people have a passphrase. */
  readonly name: string | undefined
  /** Until the next try is taken. */
  readonly seconds: number
  readonly waiting: boolean
  readonly unlock: () => void
}

export const unlock: Action<UnlockContext> = {
  id: 'unlock',
  label: ({ waiting }) => ({ key: waiting ? 'unlock.waiting' : 'action.unlock' }),
  icon: LockOpen,
  refusal: ({ passphrase, name, seconds }) => {
    if (seconds > 0) return { key: 'unlock.wait', values: { seconds } }
    if (name?.trim() === '') return { key: 'keys.remains.name' }
    return passphrase === '' ? { key: 'refusal.no-passphrase' } : undefined
  },
  run: (context) => context.unlock(),
}
