import type { PlainDate } from '../dates.ts'
import { folded } from '../search/fold.ts'
import type { Partner, PartnerDetails, Sex } from './partner.ts'
import { partnerStanding } from './standing.ts'

/** Whom a partner is sought for: “a girl of 15 in Bacău, Romanian, therapy”. What is left out does not count. */
export type Wish = {
  readonly sex?: Sex | undefined
  readonly age?: number | undefined
  readonly country?: string | undefined
  readonly town?: string | undefined
  readonly language?: string | undefined
  readonly services: readonly string[]
}

/** One reason for or against; texts under `partner.fit.<code>.<outcome>`. `unknown`: nobody has written it down. */
export type FitReason = {
  readonly code: 'sex' | 'age' | 'place' | 'language' | 'service' | 'checked' | 'safe' | 'independent' | 'safeguarding'
  readonly outcome: 'yes' | 'no' | 'unknown'
  readonly values: Readonly<Record<string, string | number>>
}
/** `no`: something speaks against it. `perhaps`: nothing does, but something is not known. */
export type Fit = { readonly verdict: 'yes' | 'perhaps' | 'no'; readonly reasons: readonly FitReason[] }

const listed = <Item>(list: readonly Item[], item: Item): FitReason['outcome'] =>
  list.length === 0 ? 'unknown' : list.includes(item) ? 'yes' : 'no'

function ageFits({ fromAge, toAge }: PartnerDetails, age: number): FitReason['outcome'] {
  if (fromAge !== undefined && age < fromAge) return 'no'
  if (toAge !== undefined && age > toAge) return 'no'
  return fromAge === undefined || toAge === undefined ? 'unknown' : 'yes'
}

function placeFits(details: PartnerDetails, { country, town }: Wish): FitReason['outcome'] {
  if (country !== undefined && details.country !== country) return 'no'
  if (town === undefined || town.trim() === '') return 'yes'
  const wanted = folded(town.trim())
  if ([details.town, ...details.area].some((place) => place !== undefined && folded(place) === wanted)) return 'yes'
  if (details.wholeCountry) return country === undefined ? 'unknown' : 'yes'
  return details.town === undefined && details.area.length === 0 ? 'unknown' : 'no'
}

/** Why each thing that was asked for is there or not, and what holds for every partner besides: checked, safe, independent, safeguarding. */
function reasonsFor(partner: Partner, wish: Wish, today: PlainDate): readonly FitReason[] {
  const { details } = partner
  const standing = partnerStanding(partner, today)
  const reason = (code: FitReason['code'], outcome: FitReason['outcome'], values: FitReason['values'] = {}): FitReason => ({
    code,
    outcome,
    values,
  })
  const stale = standing.refusals.some((each) => each !== 'not-safe')
  return [
    ...(wish.country === undefined && (wish.town ?? '') === ''
      ? []
      : [reason('place', placeFits(details, wish), { town: wish.town ?? '', country: wish.country ?? '' })]),
    ...(wish.sex === undefined ? [] : [reason('sex', listed(details.receives, wish.sex), { sex: wish.sex })]),
    ...(wish.age === undefined
      ? []
      : [reason('age', ageFits(details, wish.age), { age: wish.age, from: details.fromAge ?? '', to: details.toAge ?? '' })]),
    ...(wish.language === undefined ? [] : [reason('language', listed(details.languages, wish.language), { language: wish.language })]),
    ...wish.services.map((service) => reason('service', listed(details.services, service), { service })),
    reason('checked', stale ? 'no' : 'yes', { state: standing.state }),
    ...(standing.refusals.includes('not-safe') ? [reason('safe', 'no')] : []),
    reason('independent', details.independentOfFamily),
    reason('safeguarding', details.safeguarding),
  ]
}

export function fitOf(partner: Partner, wish: Wish, today: PlainDate): Fit {
  const reasons = reasonsFor(partner, wish, today)
  const outcomes = reasons.map(({ outcome }) => outcome)
  return { verdict: outcomes.includes('no') ? 'no' : outcomes.includes('unknown') ? 'perhaps' : 'yes', reasons }
}

const order = ['yes', 'perhaps', 'no'] as const

/** Every partner with its reasons: those that fit first, then those of which least speaks against them. */
export function findPartners(
  partners: readonly Partner[],
  wish: Wish,
  today: PlainDate,
): readonly { readonly partner: Partner; readonly fit: Fit }[] {
  const against = ({ reasons }: Fit) => reasons.filter(({ outcome }) => outcome === 'no').length
  return partners
    .filter(({ details }) => details.inUse)
    .map((partner) => ({ partner, fit: fitOf(partner, wish, today) }))
    .toSorted((one, other) => order.indexOf(one.fit.verdict) - order.indexOf(other.fit.verdict) || against(one.fit) - against(other.fit))
}
