import type { PartnerRow, PartnerView } from '#contract/directory-views.ts'
import type { PlainDate } from '#domain/dates.ts'
import { mayBeReached, type Partner } from '#domain/partners/partner.ts'
import { partnerStanding } from '#domain/partners/standing.ts'
import type { Kept, WrittenVersion } from '../directory-port.ts'

/** A partner as lists show it: a person by role and town. */
export function partnerRowOf({ version, content }: Kept<Partner>, today: PlainDate): PartnerRow {
  const { kind, role, country, services, languages, places, name, town } = content.details
  const { checkedOn, holdsThrough, refusals, ...standing } = partnerStanding(content, today)
  return {
    id: content.id,
    version,
    name: kind === 'person' ? null : name,
    kind,
    role,
    country,
    town: town ?? null,
    services: [...services],
    languages: [...languages],
    ...(places === undefined ? {} : { places }),
    standing: { ...standing, checkedOn: checkedOn ?? null, holdsThrough: holdsThrough ?? null, refusals: [...refusals] },
    mayBeReached: mayBeReached(content.details),
  }
}

const keptApart = ['contactPerson', 'phone', 'email', 'address'] as const

export function partnerViewOf(kept: Kept<Partner>, versions: readonly WrittenVersion[], today: PlainDate): PartnerView {
  const { name: _name, contactPerson: _person, phone: _phone, email: _email, address: _address, ...details } = kept.content.details
  return {
    ...partnerRowOf(kept, today),
    details,
    kept: keptApart.filter((field) => kept.content.details[field] !== undefined),
    checks: kept.content.checks.map((check) => ({ ...check })),
    versions: versions.map((version) => ({ ...version })),
  }
}
