import type { CaseFile } from '../case/case-file.ts'

/**
 * Whether a child may be met by, live with or travel with a person, and a plan be sent to one: known as safe to contact, free to
 * learn the address, and neither suspected nor an informant. Unknown is not enough.
 * @source Hemväg rule: people not safe to contact never come near
 */
export function isSafePerson({ people }: Pick<CaseFile, 'people'>, id: string | undefined): boolean {
  const person = people.find((each) => each.id === id)
  if (person === undefined || person.safeToContact !== 'yes' || person.mustNotLearnAddress) return false
  return !person.roles.includes('suspect') && !person.roles.includes('informant')
}
