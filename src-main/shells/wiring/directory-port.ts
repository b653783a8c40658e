import { type Advice, adviceSchema } from '#domain/advice/advice.ts'
import { type OwnCountry, ownCountrySchema } from '#domain/countries/profile.ts'
import { type Partner, partnerSchema } from '#domain/partners/partner.ts'
import type { DirectoryPort, Kept, ToKeep } from '#operations/directory-port.ts'
import type { RecordDraft } from '#register/directory/records.ts'
import { expected, failureOf, type RegisterDoor } from './register-port.ts'

type Schema<Content> = { parse(value: unknown): Content }

/** A profile has no id of its own: there is one for each country. */
const countryId = (country: string) => `country-${country}`

function draftOf({ kind, before, content }: ToKeep): RecordDraft {
  if (kind === 'country') return { id: countryId(content.country), kind, year: 0, before, content }
  const year = kind === 'advice' ? Number(content.details.askedOn.slice(0, 4)) : 0
  return { id: content.id, kind, year, before, content }
}

/** The directory of whatever register is open behind the door. `nameOf` says what a user is called. */
export function directoryPort(door: RegisterDoor, nameOf: (person: string) => Promise<string>): DirectoryPort {
  const directory = () => door.openRegister.directory
  const all = async <Content>(kind: 'partner' | 'country' | 'advice', schema: Schema<Content>, year?: number): Promise<Kept<Content>[]> =>
    expected(await directory().list(kind, year)).map(({ version, content }) => ({ version, content: schema.parse(content) }))
  const one = async <Content>(kind: 'partner' | 'advice', schema: Schema<Content>, id: string): Promise<Kept<Content> | undefined> => {
    const newest = expected(await directory().versions(kind, id)).at(-1)
    return newest && { version: newest.version, content: schema.parse(newest.content) }
  }
  return {
    partners: () => all<Partner>('partner', partnerSchema),
    partner: (id) => one<Partner>('partner', partnerSchema, id),
    countries: () => all<OwnCountry>('country', ownCountrySchema),
    advice: (year) => all<Advice>('advice', adviceSchema, year),
    adviceOf: (id) => one<Advice>('advice', adviceSchema, id),
    adviceYears: async () => expected(await directory().years('advice')),
    async partnerVersions(id) {
      const versions = expected(await directory().versions('partner', id))
      return Promise.all(versions.map(async ({ version, at, by }) => ({ version, at, by: await nameOf(by) })))
    },
    async keep({ action, operationId, records }) {
      const drafts = records.map(draftOf)
      const [only] = drafts
      const object = drafts.length === 1 && only !== undefined && action !== 'partners.imported' ? `${only.kind}:${only.id}` : 'directory'
      const kept = await directory().keep({ action, operationId, object, records: drafts })
      return kept.ok ? { ok: true, value: null } : { ok: false, error: failureOf(kept.error) }
    },
    async recordRead(act) {
      expected(await door.openRegister.record(act))
    },
    newId: () => door.openRegister.newId(),
  }
}
