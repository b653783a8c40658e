import type { Person } from '../case/people.ts'
import { guardianOf } from './decision-part.ts'
import { mayLeave, phoneThatMayLeave, type Relation } from './people-who-may-leave.ts'
import { extentOf, gets, getsFull, type OfficeNumber, type PlanContext } from './plan-context.ts'
import { authorityOf, caregiverOf, receiversOf } from './reception-part.ts'
import { escortOf } from './travel-part.ts'

export type PlanContact = {
  readonly role: 'coordinator' | 'escort' | 'guardian' | 'caregiver' | 'partner-officer' | OfficeNumber['role']
  readonly name: string | null
  readonly position: string | null
  readonly organisation: string | null
  readonly relation: Relation | null
  readonly phone: string | null
  readonly when: 'travel-day-around-the-clock' | 'travel-day' | 'until-handover' | 'safe-to-contact' | OfficeNumber['hours']
}

export type AlarmPart = {
  /** Emergency number of the receiving country. */
  readonly emergency: string | null
  readonly country: string
  readonly authority: { readonly name: string; readonly phone: string | null } | null
  readonly coordinator: { readonly name: string; readonly phone: string | null } | null
  /** Hours within which something must be done; 0 is at once. */
  readonly rows: readonly { readonly id: string; readonly hours: number; readonly neutral: boolean }[]
}

/** The coordinator, the escort, the guardian, offices and the caregiver, each only where the profile may know them. */
export function contactsPart(context: PlanContext): readonly PlanContact[] {
  const extent = extentOf(context.profile, 'contacts.people')
  if (extent === undefined || extent === 'first-name') return []
  const { caseFile, on } = context
  const official: PlanContact[] = [
    ...entry('coordinator', coordinatorOf(context), 'travel-day-around-the-clock').map((each) => ({
      ...each,
      phone: coordinatorPhone(context),
    })),
    ...entry('escort', escortOf(caseFile, on), 'travel-day'),
  ]
  if (extent === 'coordinator-and-escort') return official
  const appointed = getsFull(context, 'guardian.person') ? guardianOf(caseFile, on)?.person : undefined
  const guardian = appointed !== undefined && mayLeave(appointed, receiversOf(caseFile, on)) ? appointed : undefined
  const caregiver = getsFull(context, 'reception.caregiver') ? caregiverOf(caseFile, on) : undefined
  return [
    ...official,
    ...entry('guardian', guardian, 'until-handover'),
    ...offices(context).map(office),
    ...partnerOfficers(context).flatMap((person) => entry('partner-officer', person, 'office-hours')),
    ...entry('caregiver', caregiver, 'safe-to-contact'),
    ...helplines(context).map(office),
  ]
}

const allOffices = ({ organisation, profile }: PlanContext): readonly OfficeNumber[] =>
  organisation.offices.filter((each) => !(each.inFinland && extentOf(profile, 'contacts.people') === 'without-office-in-finland'))
const offices = (context: PlanContext) => allOffices(context).filter(({ role }) => role === 'focal-point' || role === 'duty-officer')
const helplines = (context: PlanContext) => allOffices(context).filter(({ role }) => role === 'helpline')

/** Officers of partners that the settings have no office number for. */
function partnerOfficers(context: PlanContext): readonly Person[] {
  const { caseFile, organisation, profile, on } = context
  const receivers = receiversOf(caseFile, on)
  const known = new Set(organisation.offices.map((each) => each.organisation))
  const withoutFinland = extentOf(profile, 'contacts.people') === 'without-office-in-finland'
  return caseFile.people.filter(
    (person) =>
      person.roles.includes('partner-officer') &&
      mayLeave(person, receivers) &&
      !known.has(person.organisation ?? '') &&
      !(withoutFinland && person.country === 'FI'),
  )
}

export function coordinatorOf({ caseFile, on }: PlanContext): Person | undefined {
  const receivers = receiversOf(caseFile, on)
  return caseFile.people.find((person) => person.roles.includes('coordinator') && mayLeave(person, receivers))
}

function coordinatorPhone(context: PlanContext): string | null {
  const coordinator = coordinatorOf(context)
  const own = coordinator === undefined ? null : phoneThatMayLeave(coordinator)
  return own ?? context.organisation.offices.find(({ role }) => role === 'coordinator')?.phone ?? null
}

function entry(role: PlanContact['role'], person: Person | undefined, when: PlanContact['when']): PlanContact[] {
  if (person === undefined) return []
  return [
    {
      role,
      name: person.name,
      position: role === 'caregiver' || role === 'guardian' ? null : (person.position ?? null),
      organisation: role === 'caregiver' ? null : (person.organisation ?? null),
      relation: role === 'caregiver' ? (person.relation ?? null) : null,
      phone: phoneThatMayLeave(person),
      when,
    },
  ]
}

const office = ({ role, organisation, phone, hours }: OfficeNumber): PlanContact => ({
  role,
  name: null,
  position: null,
  organisation,
  relation: null,
  phone,
  when: hours,
})

export function alarmPart(context: PlanContext): AlarmPart | undefined {
  if (!gets(context, 'alarm.routes')) return undefined
  const { caseFile, catalogue, organisation, profile, on } = context
  const country = caseFile.travel.destination.country
  const authority = authorityOf(caseFile, on)
  const coordinator = coordinatorOf(context)
  const neutral = extentOf(profile, 'alarm.routes') === 'neutral-wording'
  const tabled = neutral || extentOf(profile, 'alarm.routes') === 'full'
  const hours = (flags: readonly string[]) =>
    Math.min(...catalogue.redFlags.filter(({ id }) => flags.includes(id)).map(({ clockHours }) => clockHours))
  return {
    emergency: catalogue.countries.find(({ id }) => id === country)?.emergency ?? null,
    country,
    authority:
      authority === null
        ? null
        : {
            name: authority,
            phone: organisation.offices.find((each) => each.organisation === authority)?.phone ?? officerPhone(context, authority),
          },
    coordinator: coordinator === undefined ? null : { name: coordinator.name, phone: coordinatorPhone(context) },
    rows: tabled
      ? catalogue.planProfiles.alarms.map((row) => ({ id: row.id, hours: hours(row.flags), neutral: neutral && row.neutral }))
      : [],
  }
}

function officerPhone({ caseFile, on }: PlanContext, authority: string): string | null {
  const receivers = receiversOf(caseFile, on)
  const officers = caseFile.people.filter(({ roles, organisation }) => roles.includes('partner-officer') && organisation === authority)
  return (
    officers
      .filter((person) => mayLeave(person, receivers))
      .map(phoneThatMayLeave)
      .find((phone) => phone !== null) ?? null
  )
}
