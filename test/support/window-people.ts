import type { PersonView } from '#contract/views.ts'

const nobody: PersonView = {
  id: '',
  roles: ['other'],
  relation: null,
  safeToContact: 'yes',
  mustNotLearnAddress: false,
  organisation: null,
  town: null,
  country: null,
  name: null,
  phone: null,
  safetyNote: null,
}
const person = (id: string, given: Partial<PersonView>): PersonView => ({ ...nobody, id, ...given })

export const peopleOfA: readonly PersonView[] = [
  person('guardian', { roles: ['guardian'], town: 'Malmö', country: 'SE' }),
  person('aunt', { roles: ['relative'], relation: { kinship: 'aunt', side: 'unknown' }, town: 'Bacău', country: 'RO' }),
  person('caseworker', { roles: ['caseworker'], organisation: 'Socialtjänsten', town: 'Malmö', country: 'SE' }),
  person('counsel', { roles: ['counsel'] }),
  person('coordinator', { roles: ['coordinator'], organisation: 'Regionkoordinator Syd', town: 'Malmö', country: 'SE' }),
  person('father', { roles: ['relative'], relation: { kinship: 'father', side: 'none' }, safeToContact: 'no', mustNotLearnAddress: true }),
]

export const peopleOfB: readonly PersonView[] = [
  person('guardian', { roles: ['guardian'], town: 'Göteborg', country: 'SE' }),
  person('mother', {
    roles: ['relative'],
    relation: { kinship: 'mother', side: 'none' },
    safeToContact: 'unknown',
    town: 'Sliven',
    country: 'BG',
  }),
  person('claimed-uncle', {
    roles: ['suspect'],
    relation: { kinship: 'claimed-uncle', side: 'unknown' },
    safeToContact: 'no',
    mustNotLearnAddress: true,
  }),
]

const names: Readonly<Record<string, string>> = {
  guardian: 'Sven Fiktivsson',
  aunt: 'Ioana Exemplu',
  caseworker: 'Nils Dummy',
  counsel: 'Lisa Påhittad',
  coordinator: 'Anna Testberg',
  father: 'Vasile Exempelsson',
}

/** The same people once names were asked for. */
export const named = (people: readonly PersonView[]): PersonView[] =>
  people.map((each) => ({
    ...each,
    name: names[each.id] ?? 'Maria Påhittova',
    phone: each.id === 'aunt' ? '+40 700 000 001' : null,
    safetyNote: each.safeToContact === 'no' ? 'Får inte veta var barnet bor.' : null,
  }))
