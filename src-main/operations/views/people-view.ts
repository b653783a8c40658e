import type { PersonView } from '#contract/views.ts'
import type { CaseFile } from '#domain/case/case-file.ts'
import type { Person } from '#domain/case/people.ts'

/** People without their names, unless names were asked for; the mark of who must not be contacted is always there. */
export const peopleView = ({ people }: CaseFile, names: boolean): PersonView[] => people.map((person) => personView(person, names))

function personView(person: Person, names: boolean): PersonView {
  return {
    id: person.id,
    roles: [...person.roles],
    relation: person.relation ?? null,
    safeToContact: person.safeToContact,
    mustNotLearnAddress: person.mustNotLearnAddress,
    organisation: person.organisation ?? null,
    town: person.town ?? null,
    country: person.country ?? null,
    name: names ? person.name : null,
    phone: names ? (person.phone ?? null) : null,
    safetyNote: names ? (person.safetyNote ?? null) : null,
  }
}
