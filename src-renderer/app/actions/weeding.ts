import { FileSignature, Gavel, Trash2 } from 'lucide-react'
import type { Action } from './action.ts'
import type { WindowContext } from './window-context.ts'

export const goToWeeding: Action<WindowContext> = {
  id: 'go-to-weeding',
  label: () => ({ key: 'screen.weeding' }),
  icon: Trash2,
  run: (context) => context.goToWeeding(),
}

/** What stands on the list that is about to be signed. */
export type SigningContext = {
  readonly mayErase: boolean
  readonly chosen: number
  /** Cases left out for which no reason is written yet. */
  readonly unexplained: number
  readonly reason: string
  readonly busy: boolean
  readonly sign: () => void
}

export const signWeedingList: Action<SigningContext> = {
  id: 'sign-weeding-list',
  label: ({ chosen }) => ({ key: 'action.signWeedingList', values: { n: chosen } }),
  icon: FileSignature,
  refusal: ({ mayErase, chosen, unexplained, reason, busy }) => {
    if (!mayErase) return { key: 'failure.manager-only' }
    if (chosen === 0) return { key: 'weeding.refusal.none' }
    if (unexplained > 0) return { key: 'weeding.refusal.unexplained', values: { n: unexplained } }
    if (reason.trim() === '') return { key: 'weeding.refusal.reason' }
    return busy ? { key: 'refusal.busy' } : undefined
  },
  run: (context) => context.sign(),
}

/** A signed list, and the number of cases as it was typed. */
export type ErasingContext = {
  readonly mayErase: boolean
  readonly cases: number
  readonly typed: string
  readonly busy: boolean
  readonly erase: () => void
}

export const eraseForGood: Action<ErasingContext> = {
  id: 'erase-for-good',
  label: ({ cases }) => ({ key: 'action.eraseForGood', values: { n: cases } }),
  icon: Trash2,
  refusal: ({ mayErase, cases, typed, busy }) => {
    if (!mayErase) return { key: 'failure.manager-only' }
    if (busy) return { key: 'refusal.busy' }
    return typed.trim() === String(cases) ? undefined : { key: 'weeding.refusal.count', values: { n: cases } }
  },
  run: (context) => context.erase(),
}

/** `anew`: another decision stands already. */
export const openDecision: Action<{ readonly mayDecide: boolean; readonly anew: boolean; readonly run: () => void }> = {
  id: 'open-decision',
  label: ({ anew }) => ({ key: anew ? 'action.newDecision' : 'action.firstDecision' }),
  icon: Gavel,
  refusal: ({ mayDecide }) => (mayDecide ? undefined : { key: 'failure.not-permitted.settings' }),
  run: ({ run }) => run(),
}

/** `wanting`: the first field that is not filled in as it must be. */
export const keepDecision: Action<{ readonly wanting: string | undefined; readonly busy: boolean; readonly run: () => void }> = {
  id: 'keep-decision',
  label: () => ({ key: 'action.keepDecision' }),
  refusal: ({ wanting, busy }) => {
    if (wanting !== undefined) return { key: `weeding.own.wanting.${wanting}` }
    return busy ? { key: 'refusal.busy' } : undefined
  },
  run: ({ run }) => run(),
}
