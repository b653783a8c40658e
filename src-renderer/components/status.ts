import type { GateView, IdentityView } from '#contract/views.ts'

/** The vocabulary of window.md §2.4; each has its glyph and its word. */
export type StatusId = 'met' | 'again' | 'soon' | 'started' | 'open' | 'expired' | 'over' | 'na' | 'stop' | 'pause' | 'alarm'

/** Colour family of a status: several glyphs share one. */
export const familyOf = {
  met: 'met',
  again: 'soon',
  soon: 'soon',
  started: 'started',
  open: 'open',
  expired: 'expired',
  over: 'over',
  na: 'open',
  stop: 'stop',
  pause: 'stop',
  alarm: 'stop',
} as const satisfies Record<StatusId, string>

type Standing = Pick<GateView, 'state' | 'work'> & { readonly soon?: boolean }

/** What readiness says of one safeguard, as a status. */
export function statusOf({ state, work, soon }: Standing): StatusId {
  switch (state) {
    case 'met':
      return soon === true ? 'soon' : 'met'
    case 'reconfirm':
      return 'again'
    case 'expired':
      return 'expired'
    case 'overridden':
      return 'over'
    case 'not-applicable':
      return 'na'
    case 'open':
      return work === 'answered-no' ? 'stop' : work === 'begun' ? 'started' : 'open'
  }
}

const worstFirst: readonly StatusId[] = ['pause', 'alarm', 'stop', 'expired', 'started', 'open', 'again', 'soon', 'over', 'na', 'met']

/** The worst of several; untouched beside touched is begun. */
export function worstOf(statuses: readonly StatusId[]): StatusId {
  const worst = worstFirst.find((status) => statuses.includes(status)) ?? 'met'
  return worst === 'open' && statuses.some((status) => status === 'met' || status === 'again') ? 'started' : worst
}

/** The verdict in the identity bar and the list: nothing but what the identity says, in one word. */
export function verdictOf(identity: IdentityView): { readonly status: StatusId; readonly key: string; readonly n: number } {
  const expired = identity.ticks.filter((tick) => tick.state === 'expired').length
  if (identity.pausedSince !== null) return { status: 'pause', key: 'status.paused', n: 0 }
  if (identity.confirm) return { status: 'met', key: 'verdict.ready', n: 0 }
  if (expired > 0) return { status: 'expired', key: 'verdict.expired', n: expired }
  if (identity.ticks.some((tick) => tick.work === 'answered-no' && tick.state === 'open'))
    return { status: 'stop', key: 'status.stop', n: 0 }
  if (identity.book) return { status: 'started', key: 'verdict.mayBook', n: 0 }
  return { status: 'started', key: 'verdict.notReady', n: 0 }
}
