import type { PersonView } from '#contract/views.ts'
import { sentence } from './reasons.ts'
import type { Speech } from './text.ts'

/** Anything but a clear yes means that the person is left alone. */
export const mayBeContacted = ({ safeToContact }: PersonView): boolean => safeToContact === 'yes'

/** A person by kinship, told apart by the line of the family, else by role; never by name. */
export function roleOf({ tOr }: Speech, { roles, relation }: PersonView): string {
  if (relation !== null) return sentence(tOr([`kinship.${relation.kinship}.${relation.side}`, `kinship.${relation.kinship}`]))
  return sentence(roles.map((role) => tOr([`person-role.${role}`]).toLowerCase()).join(', '))
}
