import { CheckCheck, UserMinus, UserPlus } from 'lucide-react'
import type { Action } from './action.ts'

export const addMember: Action<{ readonly add: () => void }> = {
  id: 'add-member',
  label: () => ({ key: 'best-interests.addMember' }),
  icon: UserPlus,
  run: ({ add }) => add(),
}

export const removeMember: Action<{ readonly remove: () => void }> = {
  id: 'remove-member',
  label: () => ({ key: 'best-interests.removeMember' }),
  icon: UserMinus,
  run: ({ remove }) => remove(),
}

export type Deciding = {
  readonly left: number
  readonly members: number
  readonly decided: boolean
  readonly busy: boolean
  readonly decide: () => void
}

const smallestPanel = 3

/** Refused while a factor lacks weight or source, an alternative its sentence, the panel a third member, the decision its reasons. */
export const decideBestInterests: Action<Deciding> = {
  id: 'decide',
  label: () => ({ key: 'best-interests.decide' }),
  icon: CheckCheck,
  refusal: ({ left, members, decided, busy }) => {
    if (busy) return { key: 'refusal.busy' }
    if (left > 0) return { key: 'forms.refusal.left', values: { n: left } }
    if (members < smallestPanel) return { key: 'best-interests.refusal.panel' }
    return decided ? undefined : { key: 'best-interests.refusal.decision' }
  },
  run: ({ decide }) => decide(),
}
