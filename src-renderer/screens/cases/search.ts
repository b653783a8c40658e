import type { IdentityView } from '#contract/views.ts'
import type { Speech } from '../../app/text.ts'

/** Letters as one types them without their marks: Bacău is found by “bacau”. */
export const folded = (text: string): string =>
  text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ł', 'l').replaceAll('đ', 'd').replaceAll('ø', 'o')

/** Searches what a list shows of a case; names are never in it. */
export function matches(identity: IdentityView, text: string, { tOr }: Speech): boolean {
  const shown = [identity.reference, identity.alias, identity.town ?? '', tOr([`country.${identity.country}`])].join(' ')
  return folded(shown).includes(folded(text.trim()))
}

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
