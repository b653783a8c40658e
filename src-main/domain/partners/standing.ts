import { addMonths, type PlainDate } from '../dates.ts'
import { mayBeReached, type Partner } from './partner.ts'

/** Months that a check holds, and after which one is due soon. @source Hemväg rule */
export const checkHoldsMonths = 6
export const checkDueMonths = 5

export const partnerStates = ['current', 'soon', 'old', 'never', 'retired'] as const
export type PartnerState = (typeof partnerStates)[number]

/** Why a partner may not be chosen in a new plan; texts under `partner.refusal.<id>`. */
export type PartnerRefusal = 'retired' | 'never-checked' | 'too-old' | 'not-safe'

export type PartnerStanding = {
  readonly state: PartnerState
  /** Day of the last check that confirmed the details. */
  readonly checkedOn: PlainDate | undefined
  /** Last day on which that check holds. */
  readonly holdsThrough: PlainDate | undefined
  /** The newest check got no answer. */
  readonly silent: boolean
  /** Why it may not be chosen in a new plan; empty when it may. */
  readonly refusals: readonly PartnerRefusal[]
}

const newest = (days: readonly PlainDate[]): PlainDate | undefined => days.toSorted().at(-1)

function stateOn(checkedOn: PlainDate | undefined, inUse: boolean, today: PlainDate): PartnerState {
  if (!inUse) return 'retired'
  if (checkedOn === undefined) return 'never'
  if (today > addMonths(checkedOn, checkHoldsMonths)) return 'old'
  return today >= addMonths(checkedOn, checkDueMonths) ? 'soon' : 'current'
}

const refusalOf: Readonly<Partial<Record<PartnerState, PartnerRefusal>>> = { retired: 'retired', never: 'never-checked', old: 'too-old' }

/**
 * Whether what is written of a partner can still be trusted, and whether a new plan may name it. A plan that names it already
 * keeps it, with a warning.
 * @source Hemväg rule: contact details are checked every six months
 */
export function partnerStanding({ details, checks }: Partner, today: PlainDate): PartnerStanding {
  const until = checks.filter(({ on }) => on <= today)
  const checkedOn = newest(until.filter(({ outcome }) => outcome === 'confirmed').map(({ on }) => on))
  const unanswered = newest(until.filter(({ outcome }) => outcome === 'no-answer').map(({ on }) => on))
  const state = stateOn(checkedOn, details.inUse, today)
  const stale = refusalOf[state]
  return {
    state,
    checkedOn,
    holdsThrough: checkedOn === undefined ? undefined : addMonths(checkedOn, checkHoldsMonths),
    silent: unanswered !== undefined && (checkedOn === undefined || unanswered > checkedOn),
    refusals: [...(stale === undefined ? [] : [stale]), ...(mayBeReached(details) ? [] : (['not-safe'] as const))],
  }
}

/** Those first whose check is the oldest: never, too old, soon. What is current or no longer used is not among them. */
export function toCheckNext(partners: readonly Partner[], today: PlainDate): readonly Partner[] {
  const due = partners.filter((partner) => ['never', 'old', 'soon'].includes(partnerStanding(partner, today).state))
  const since = (partner: Partner) => partnerStanding(partner, today).checkedOn ?? ''
  return due.toSorted((one, other) => (since(one) < since(other) ? -1 : since(one) > since(other) ? 1 : 0))
}
