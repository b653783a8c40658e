import type { z } from 'zod'
import { type PartnerDetails, partnerContradictions, partnerDetailsSchema } from '#domain/partners/partner.ts'

/** What is typed of a partner: every field as text, until it is saved. */
export type Draft = {
  readonly kind: PartnerDetails['kind']
  readonly role: PartnerDetails['role'] | ''
  readonly country: string
  readonly wholeCountry: boolean
  readonly inUse: boolean
  readonly services: readonly string[]
  readonly languages: readonly string[]
  readonly receives: readonly string[]
  readonly safeToContact: PartnerDetails['safeToContact']
  readonly independentOfFamily: PartnerDetails['independentOfFamily']
  readonly safeguarding: PartnerDetails['safeguarding']
} & Readonly<Record<TextField, string>>

export type TextField = keyof typeof noText

const noText = {
  name: '',
  town: '',
  area: '',
  latitude: '',
  longitude: '',
  fromAge: '',
  toAge: '',
  places: '',
  contactPerson: '',
  phone: '',
  email: '',
  address: '',
  safeChannel: '',
  independenceNote: '',
  safeguardingSeenOn: '',
  safeguardingNote: '',
  note: '',
} satisfies Readonly<Record<string, string>>

const empty: Draft = {
  ...noText,
  kind: 'organisation',
  role: '',
  country: '',
  wholeCountry: false,
  inUse: true,
  services: [],
  languages: [],
  receives: [],
  safeToContact: 'unknown',
  independentOfFamily: 'unknown',
  safeguarding: 'unknown',
}

const said = (value: unknown): string => (value === undefined ? '' : String(value))

/** What stands in the register, as fields to type in. */
export function draftOf(details: PartnerDetails | undefined): Draft {
  if (details === undefined) return empty
  const { position, area, ...rest } = details
  const texts = Object.fromEntries(Object.keys(noText).map((field) => [field, said(Reflect.get(rest, field))]))
  return {
    ...empty,
    ...rest,
    ...noText,
    ...texts,
    area: area.join(', '),
    latitude: said(position?.latitude),
    longitude: said(position?.longitude),
  }
}

const number = (text: string): unknown => (text.trim() === '' ? undefined : Number(text.trim().replace(',', '.')))
const numbers = ['fromAge', 'toAge', 'places', 'latitude', 'longitude'] as const
const isNumber = (field: string): field is (typeof numbers)[number] => numbers.some((each) => each === field)

export type Judged = { readonly details: PartnerDetails } | { readonly wrong: readonly string[] }

/** The details that a draft says, or the fields that are wrong or missing, in their order on the page. */
export function judge(draft: Draft): Judged {
  const { latitude, longitude, area, role, country, ...rest } = draft
  const texts = Object.entries(rest).map(([field, value]) => [
    field,
    isNumber(field) && typeof value === 'string' ? number(value) : typeof value === 'string' && value.trim() === '' ? undefined : value,
  ])
  const position =
    latitude.trim() === '' && longitude.trim() === '' ? undefined : { latitude: number(latitude), longitude: number(longitude) }
  const known = Object.entries({ ...Object.fromEntries(texts), role, country, position }).filter(([, value]) => value !== undefined)
  const parts = area.split(',').flatMap((part) => (part.trim() === '' ? [] : [part.trim()]))
  const parsed = partnerDetailsSchema.safeParse({ ...Object.fromEntries(known), area: parts })
  if (!parsed.success) return { wrong: [...new Set(parsed.error.issues.map(fieldOf))] }
  const against = partnerContradictions(parsed.data)
  return against.length > 0 ? { wrong: against } : { details: parsed.data }
}

const fieldOf = ({ path }: z.core.$ZodIssue): string => String(path[0] === 'position' ? (path[1] ?? 'latitude') : path[0])
