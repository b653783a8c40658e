import type { SheetWords } from '#domain/partners/cells.ts'
import { type Partner, type PartnerCheck, type PartnerDetails, partnerKinds, partnerRoles, sexes } from '#domain/partners/partner.ts'
import { catalogue } from './examples.ts'

export const partnerId = (number: number) => `01PARTNER${String(number).padStart(17, '0')}`.replace('I', '1').slice(0, 26)

const details: PartnerDetails = {
  kind: 'organisation',
  name: 'Påhittade barnskyddet',
  role: 'child-protection',
  country: 'RO',
  town: 'Bacău',
  area: [],
  wholeCountry: false,
  services: ['reception', 'therapy'],
  fromAge: 0,
  toAge: 17,
  receives: ['girl', 'boy'],
  languages: ['ro', 'en'],
  safeToContact: 'yes',
  independentOfFamily: 'yes',
  safeguarding: 'yes',
  inUse: true,
}

export const aCheck = (on: string, change: Partial<PartnerCheck> = {}): PartnerCheck => ({
  on,
  how: 'phone',
  outcome: 'confirmed',
  by: 'Anna Testberg',
  ...change,
})

/** A partner that fits a girl of 15 in Bacău and was checked on 9 September 2026. */
export function aPartner(
  change: Partial<PartnerDetails> = {},
  checks: readonly PartnerCheck[] = [aCheck('2026-09-09')],
  number = 1,
): Partner {
  return { id: partnerId(number), details: { ...details, ...change }, checks: [...checks] }
}

/** Codes as they are, and a few said as people say them. */
const said: Readonly<Record<string, string>> = {
  RO: 'Rumänien',
  ro: 'rumänska',
  therapy: 'Samtalsstöd',
  yes: 'ja',
  no: 'nej',
  unknown: 'okänt',
}
const codes = {
  kind: partnerKinds,
  role: partnerRoles,
  country: catalogue.countries.map(({ id }) => id),
  service: catalogue.partnerServices.map(({ id }) => id),
  sex: sexes,
  language: ['ro', 'en', 'bg', 'sv'],
  answer: ['yes', 'no', 'unknown'],
  yesNo: ['yes', 'no'],
}
export const plainWords: SheetWords = {
  heading: (field) => [field === 'name' ? 'Namn' : field],
  codes: (list) => codes[list],
  said: (_list, code) => [said[code] ?? code],
}
