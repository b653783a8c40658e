import type { Person } from '../case/people.ts'

const officialRoles: readonly Person['roles'][number][] = [
  'guardian',
  'appointed-custodian',
  'coordinator',
  'caseworker',
  'escort',
  'partner-officer',
]
const neverRoles: readonly Person['roles'][number][] = ['informant', 'suspect', 'friend', 'counsel', 'prosecutor', 'police-contact']

/**
 * Allow-list: those who act in the plan by office, and private persons marked safe to contact who receive the child.
 * Nobody else is named, whatever else the file says of them.
 * @source Hemväg rule: say who may know, never who may not
 */
export function mayLeave(person: Person, receivers: ReadonlySet<string>): boolean {
  if (person.roles.some((role) => neverRoles.includes(role)) || person.safeToContact === 'no' || person.mustNotLearnAddress) return false
  if (person.roles.some((role) => officialRoles.includes(role))) return true
  return person.safeToContact === 'yes' && receivers.has(person.id)
}

/** Whose name no text of a plan may hold. A manager or psychologist signs decisions and stands there by office. */
export function isWithheld(person: Person, receivers: ReadonlySet<string>): boolean {
  const byOffice = person.roles.every((role) => role === 'manager' || role === 'psychologist') && person.safeToContact !== 'no'
  return !byOffice && !mayLeave(person, receivers)
}

/** A number leaves only where somebody has found that it is safe to use: unknown is not enough, not even by office. */
export const phoneThatMayLeave = ({ safeToContact, mustNotLearnAddress, phone }: Person): string | null =>
  safeToContact === 'yes' && !mustNotLearnAddress ? (phone ?? null) : null

export type Relation = { readonly kinship: string; readonly side: string }

/** A person as a plan names one. */
export type PlanPerson = {
  readonly name: string
  readonly relation: Relation | null
  readonly organisation: string | null
  readonly phone: string | null
}

export const planPerson = (person: Person): PlanPerson => ({
  name: person.name,
  relation: person.relation ?? null,
  organisation: person.organisation ?? null,
  phone: phoneThatMayLeave(person),
})
