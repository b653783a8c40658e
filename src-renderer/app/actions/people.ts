import { Eye, UserMinus, UserPen, UserPlus } from 'lucide-react'
import { isReason, shortestReason } from '#domain/roles.ts'
import type { Action } from './action.ts'

/** What every act of this page looks at: whether it can be done now, and what it does. */
export type Doing = { readonly busy: boolean; readonly run: () => void }

const waits = ({ busy }: Doing) => (busy ? { key: 'people.busy' } : undefined)
const doing = (id: string, key: string, icon?: Action<Doing>['icon']): Action<Doing> => ({
  id,
  label: () => ({ key }),
  ...(icon === undefined ? {} : { icon }),
  refusal: waits,
  run: ({ run }) => run(),
})

export const newUser = doing('new-user', 'users.action.new', UserPlus)
export const changeUser = doing('change-user', 'users.action.change', UserPen)
export const removeUser = doing('remove-user', 'users.action.remove', UserMinus)
export const saveUser = doing('save-user', 'users.action.save')
export const addUser = doing('add-user', 'users.action.add')
export const confirmRemoval = doing('confirm-removal', 'users.action.confirmRemoval')
export const cancel = doing('cancel', 'users.action.cancel')
export const shareCase = doing('share-case', 'access.action.share')
export const withdrawCase = doing('withdraw-case', 'access.action.withdraw')
export const acknowledgeGlass = doing('acknowledge-glass', 'access.action.acknowledge', Eye)
export const openGlass = doing('open-glass', 'access.action.openGlass')

export const nextClosed = doing('next-closed', 'access.action.nextClosed')
export const firstClosed = doing('first-closed', 'access.action.firstClosed')

export type GlassContext = Doing & { readonly reason: string }

/** Opens a closed case in need. The reason is read by its owner. */
export const breakGlass: Action<GlassContext> = {
  id: 'break-glass',
  label: () => ({ key: 'access.action.breakGlass' }),
  refusal: ({ busy, reason }) => {
    if (busy) return { key: 'people.busy' }
    return isReason(reason)
      ? undefined
      : { key: 'access.reasonTooShort', values: { least: shortestReason, left: shortestReason - reason.trim().length } }
  },
  run: ({ run }) => run(),
}
