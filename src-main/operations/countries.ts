import { countryProfile, type OwnCountry } from '#domain/countries/profile.ts'
import { addYears } from '#domain/dates.ts'
import type { Partner } from '#domain/partners/partner.ts'
import { partnerStanding } from '#domain/partners/standing.ts'
import { folded } from '#domain/search/fold.ts'
import type { Implementations } from './implementations.ts'
import { done, refused } from './outcome.ts'
import type { Ports } from './ports.ts'
import { partnerRowOf } from './views/partner-view.ts'

export const countryImplementations: Implementations<'country.list' | 'country.show' | 'country.save'> = {
  'country.list': async ({ directory, catalogue, clock }) => {
    const [partners, written] = [await directory.partners(), await directory.countries()]
    const today = clock.today()
    return done({
      countries: catalogue.countries.map(({ id }) => {
        const own = written.find(({ content }) => content.country === id)?.content
        const there = partners.filter(({ content }) => content.details.inUse && content.details.country === id).length
        const { stale } = countryProfile(id, own, catalogue, today)
        return { country: id, partners: there, written: own !== undefined, stale, checkedOn: own?.checkedOn ?? null }
      }),
    })
  },
  'country.show': async (ports, { country }) => {
    const { directory, catalogue, clock } = ports
    if (!catalogue.countries.some(({ id }) => id === country)) return refused('no-such-country', { country })
    const today = clock.today()
    const kept = (await directory.countries()).find(({ content }) => content.country === country)
    const { eea, emergency, weekend, own, stale } = countryProfile(country, kept?.content, catalogue, today)
    const partners = (await directory.partners()).filter(({ content }) => content.details.country === country && content.details.inUse)
    return done({
      country,
      version: kept?.version ?? 0,
      today,
      eea,
      emergency: emergency === undefined ? null : { value: [...emergency.value], from: emergency.from },
      weekend: { value: [...weekend.value], from: weekend.from },
      holidays: daysOff(ports, country, own, today),
      own: own ?? null,
      stale,
      partners: partners.map((each) => partnerRowOf(each, today)),
      map: mapOf(
        ports,
        country,
        partners.map(({ content }) => content),
        today,
      ),
    })
  },
  'country.save': async ({ directory, catalogue, clock }, { version, profile, operationId }) => {
    if (!catalogue.countries.some(({ id }) => id === profile.country)) return refused('no-such-country', { country: profile.country })
    if (profile.checkedOn > clock.today()) return refused('day-ahead', { day: profile.checkedOn })
    const action = version === 0 ? 'country.added' : 'country.changed'
    const written = await directory.keep({ action, operationId, records: [{ kind: 'country', before: version, content: profile }] })
    return written.ok ? done({ version: version + 1 }) : written
  },
}

/** Days off from today, a year on: the office's own list, else the shipped calendar. */
function daysOff({ calendar }: Ports, country: string, own: OwnCountry | undefined, today: string) {
  const soon = (on: string) => on >= today && on < addYears(today, 1)
  if (own !== undefined && own.holidays.length > 0)
    return {
      from: 'office' as const,
      days: own.holidays.filter(({ on }) => soon(on)).toSorted((one, other) => (one.on < other.on ? -1 : 1)),
    }
  const { holidays } = calendar(country, today)
  if (holidays === undefined) return { from: null, days: [] }
  return {
    from: 'catalogue' as const,
    days: [...holidays]
      .filter(soon)
      .toSorted()
      .map((on) => ({ on, name: null })),
  }
}

/** Partners by place: where their own record says, else where the town of that name is. */
function mapOf({ maps }: Ports, country: string, partners: readonly Partner[], today: string) {
  const towns = maps.towns(country)
  const places = new Map<string, { name: string; latitude: number; longitude: number; partners: number; stale: number }>()
  const unplaced = new Set<string>()
  for (const partner of partners) {
    const { town, position } = partner.details
    const at = position ?? towns.find(({ name }) => town !== undefined && folded(name) === folded(town))
    if (at === undefined) {
      if (town !== undefined) unplaced.add(town)
      continue
    }
    const { latitude, longitude } = at
    const key = `${latitude} ${longitude}`
    const before = places.get(key) ?? { name: town ?? '', latitude, longitude, partners: 0, stale: 0 }
    const stale = partnerStanding(partner, today).refusals.length > 0 ? 1 : 0
    places.set(key, { ...before, partners: before.partners + 1, stale: before.stale + stale })
  }
  return { rings: [...maps.rings(country)], places: [...places.values()], unplaced: [...unplaced] }
}
