import type { DeadlineView } from '#contract/views.ts'
import { daysBetween } from '../../app/text.ts'
import type { CaseRecord } from '../../components/case-fields/record-list.tsx'
import type { StatusId } from '../../components/status.ts'
import { textIn } from './legal-words.ts'

/** Deadlines that belong to the law, in the order in which they are read. */
export const legalClocks = ['DL04', 'DL05', 'DL06', 'DL14', 'DL15', 'DL09'] as const

/** Permits that a clock runs for. */
const permitOf: Readonly<Record<string, string>> = { DL04: 'PRM_BT', DL05: 'PRM_TUT' }

const signs = { waiting: 'started', soon: 'soon', due: 'soon', overdue: 'expired', done: 'met', ended: 'na' } as const satisfies Record<
  DeadlineView['state'],
  StatusId
>

export const clockStatus = ({ state, due }: DeadlineView): StatusId =>
  due === null && state !== 'done' && state !== 'ended' ? 'open' : signs[state]

/** How far a permit has run: from the grant to its last day. Nothing for a clock of another kind. */
export function clockSpan({ id, due }: DeadlineView, permits: readonly CaseRecord[], today: string) {
  const permit = permitOf[id]
  if (permit === undefined || due === null) return undefined
  const granted = permits
    .filter((each) => textIn(each, 'permit') === permit && textIn(each, 'step') === 'granted')
    .map((each) => textIn(each, 'happenedOn'))
    .filter((day) => day <= today)
    .toSorted()
    .at(-1)
  if (granted === undefined || granted >= due) return undefined
  const all = daysBetween(granted, due)
  return { from: granted, all, gone: Math.min(all, Math.max(0, daysBetween(granted, today))) }
}
