import { FileSignature } from 'lucide-react'
import type { Action, Refusal } from './action.ts'

/** What stands before the next act of a case, and the way to the plan once it may be sent. */
export type TravelContext = {
  readonly act: 'book' | 'confirm'
  /** Short names of what still blocks it. */
  readonly remaining: readonly string[]
  readonly obstacles: readonly string[]
  readonly openPlan: () => void
}

const remains = ({ remaining, obstacles }: TravelContext): Refusal | undefined =>
  remaining.length + obstacles.length === 0
    ? undefined
    : { key: 'refusal.remains', values: { n: remaining.length, list: [...remaining, ...obstacles].join(', ') } }

/** Not permitted: says what remains. Recording the booking itself comes with the travel section. */
export const travelOn: Action<TravelContext> = {
  id: 'travel-on',
  label: ({ act }) => ({ key: `action.${act}` }),
  refusal: remains,
  run: () => undefined,
}

/** Every safeguard met: the next move is the plan. */
export const openPlan: Action<TravelContext> = {
  id: 'open-plan',
  label: () => ({ key: 'section.export' }),
  icon: FileSignature,
  run: (context) => context.openPlan(),
}
