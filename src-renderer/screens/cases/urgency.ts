import type { IdentityView } from '#contract/views.ts'

/** Paused first, then expired, then by departure: what is urgent stands at the top. */
export function urgentFirst(one: IdentityView, other: IdentityView): number {
  return urgency(one).localeCompare(urgency(other))
}

function urgency(identity: IdentityView): string {
  const rank =
    identity.pausedSince !== null
      ? 0
      : identity.ticks.some((tick) => tick.work === 'answered-no' && tick.state === 'open')
        ? 1
        : identity.ticks.some((tick) => tick.state === 'expired')
          ? 2
          : 3
  return `${rank} ${identity.departure ?? '9999'} ${identity.reference}`
}
