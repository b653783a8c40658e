import type { Failure } from '#contract/operations.ts'
import { findPartners } from '#domain/partners/fit.ts'
import { type Partner, type PartnerDetails, partnerContradictions } from '#domain/partners/partner.ts'
import { toCheckNext } from '#domain/partners/standing.ts'
import type { Result } from '#domain/result.ts'
import type { Kept } from './directory-port.ts'
import type { Implementations } from './implementations.ts'
import { done, refused } from './outcome.ts'
import type { Ports } from './ports.ts'
import { partnerRowOf, partnerViewOf } from './views/partner-view.ts'

type Names = 'partner.list' | 'partner.show' | 'partner.reveal' | 'partner.find' | 'partner.save' | 'partner.verify'

export const partnerImplementations: Implementations<Names> = {
  'partner.list': async ({ directory, sheets, catalogue, clock }) => {
    const partners = await directory.partners()
    const today = clock.today()
    const due = toCheckNext(
      partners.map(({ content }) => content),
      today,
    )
    return done({
      today,
      partners: partners.map((kept) => partnerRowOf(kept, today)),
      checkNext: due.map(({ id }) => id),
      services: catalogue.partnerServices.map(({ id }) => id),
      countries: catalogue.countries.map(({ id }) => id),
      languages: [...sheets.words.codes('language')],
    })
  },
  'partner.show': async (ports, { id }) => {
    const found = await partnerOf(ports, id)
    if (!found.ok) return found
    return done(partnerViewOf(found.value, await ports.directory.partnerVersions(id), ports.clock.today()))
  },
  'partner.reveal': async (ports, { id, operationId }) => {
    const found = await partnerOf(ports, id)
    if (!found.ok) return found
    await ports.directory.recordRead({ action: 'partner.read', operationId, detail: { partner: id } })
    const { version, content } = found.value
    return done({ version, details: content.details })
  },
  'partner.find': async ({ directory, clock }, wish) => {
    const partners = await directory.partners()
    const today = clock.today()
    const versions = new Map(partners.map(({ version, content }) => [content.id, version]))
    const found = findPartners(
      partners.map(({ content }) => content),
      wish,
      today,
    )
    return done({
      found: found.map(({ partner, fit }) => ({
        partner: partnerRowOf({ version: versions.get(partner.id) ?? 0, content: partner }, today),
        verdict: fit.verdict,
        reasons: fit.reasons.map((reason) => ({ ...reason, values: { ...reason.values } })),
      })),
    })
  },
  'partner.save': async (ports, { id, version, details, operationId }) => {
    const fault = faultIn(ports, details)
    if (fault !== undefined) return fault
    const before = version === 0 ? undefined : await partnerOf(ports, id)
    if (before !== undefined && !before.ok) return before
    const action = before === undefined ? 'partner.added' : 'partner.changed'
    const checks = before?.value.content.checks ?? []
    return kept(ports, { id, details, checks }, version, action, operationId)
  },
  'partner.verify': async (ports, { id, version, on, operationId, ...check }) => {
    const found = await partnerOf(ports, id)
    if (!found.ok) return found
    const today = ports.clock.today()
    const day = on ?? today
    if (day > today) return refused('day-ahead', { day })
    const { details, checks } = found.value.content
    const done = { ...check, on: day, by: await ports.user() }
    return kept(ports, { id, details, checks: [...checks, done] }, version, 'partner.checked', operationId)
  },
}

async function partnerOf({ directory }: Ports, id: string): Promise<Result<Kept<Partner>, Failure>> {
  const partner = await directory.partner(id)
  return partner === undefined ? refused('no-such-partner', { id }) : done(partner)
}

/** A code that the catalogue does not know, or fields that contradict each other. */
function faultIn({ catalogue }: Ports, details: PartnerDetails) {
  const unknown = details.services.find((code) => !catalogue.partnerServices.some(({ id }) => id === code))
  if (unknown !== undefined)
    return refused('unknown-service', { code: unknown, known: catalogue.partnerServices.map(({ id }) => id).join(', ') })
  const [against] = partnerContradictions(details)
  return against === undefined ? undefined : refused(`partner-contradiction-${against}`)
}

async function kept({ directory }: Ports, content: Partner, before: number, action: string, operationId: string) {
  const written = await directory.keep({ action, operationId, records: [{ kind: 'partner', before, content }] })
  return written.ok ? done({ version: before + 1 }) : written
}
