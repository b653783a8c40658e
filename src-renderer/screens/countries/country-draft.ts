import type { CountryView } from '#contract/directory-views.ts'
import { type OwnCountry, ownCountrySchema } from '#domain/countries/profile.ts'

export const emergencyServices = ['all', 'police', 'ambulance', 'fire'] as const
const texts = [
  'authority',
  'authorityContact',
  'travelHours',
  'travelNote',
  'note',
  'source',
  'checkedOn',
  'helplines',
  'holidays',
] as const
export type CountryText = (typeof texts)[number]

/** What is typed of a country: helplines and days off one to a line. */
export type CountryDraft = Readonly<Record<CountryText, string>> & {
  readonly emergency: Readonly<Record<(typeof emergencyServices)[number], string>>
  readonly weekend: readonly number[]
}

export function countryDraft({ own, emergency, weekend, today }: CountryView): CountryDraft {
  const numberOf = (service: string) =>
    (own === null ? [] : (emergency?.value ?? [])).find((each) => each.service === service)?.number ?? ''
  return {
    authority: own?.authority ?? '',
    authorityContact: own?.authorityContact ?? '',
    travelHours: own?.travelHours === undefined ? '' : String(own.travelHours),
    travelNote: own?.travelNote ?? '',
    note: own?.note ?? '',
    source: own?.source ?? '',
    checkedOn: today,
    helplines: (own?.helplines ?? [])
      .map(({ name, number, hours }) => [name, number, ...(hours === undefined ? [] : [hours])].join('; '))
      .join('\n'),
    holidays: (own?.holidays ?? []).map(({ on, name }) => `${on} ${name}`).join('\n'),
    emergency: { all: numberOf('all'), police: numberOf('police'), ambulance: numberOf('ambulance'), fire: numberOf('fire') },
    weekend: weekend.value,
  }
}

const lines = (text: string) =>
  text
    .split('\n')
    .map((each) => each.trim())
    .filter((each) => each !== '')
const maybe = (name: string, text: string) => (text.trim() === '' ? {} : { [name]: text.trim() })

/** What a draft says, or the fields that are wrong. */
export function judgeCountry(
  country: string,
  draft: CountryDraft,
  shippedWeekend: readonly number[] | undefined,
): OwnCountry | readonly string[] {
  const hours = Number(draft.travelHours.trim().replace(',', '.'))
  const sameWeekend = shippedWeekend !== undefined && shippedWeekend.join() === draft.weekend.join()
  const parsed = ownCountrySchema.safeParse({
    country,
    ...maybe('authority', draft.authority),
    ...maybe('authorityContact', draft.authorityContact),
    ...maybe('travelNote', draft.travelNote),
    ...maybe('note', draft.note),
    ...(draft.travelHours.trim() === '' ? {} : { travelHours: hours }),
    ...(sameWeekend ? {} : { weekend: draft.weekend }),
    emergency: emergencyServices.flatMap((service) => {
      const number = draft.emergency[service].trim()
      return number === '' ? [] : [{ service, number }]
    }),
    helplines: lines(draft.helplines).map((each) => {
      const [name = '', number = '', hoursOpen = ''] = each.split(';').map((part) => part.trim())
      return { name, number, languages: [], ...maybe('hours', hoursOpen) }
    }),
    holidays: lines(draft.holidays).map((each) => ({ on: each.slice(0, 10), name: each.slice(10).trim() })),
    source: draft.source.trim(),
    checkedOn: draft.checkedOn.trim(),
  })
  return parsed.success ? parsed.data : [...new Set(parsed.error.issues.map(({ path }) => String(path[0])))]
}
