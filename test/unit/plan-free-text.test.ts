import { describe, expect, test } from 'vitest'
import type { CaseFile } from '#domain/case/case-file.ts'
import type { Person, Recipient } from '#domain/case/people.ts'
import { caseA, copy } from '../support/examples.ts'
import { planFor, problemOf } from '../support/plan-samples.ts'

const father: Person = {
  id: 'father',
  roles: ['relative'],
  name: 'Ion Fantasescu',
  relation: { kinship: 'father', side: 'none' },
  custodian: false,
  safeToContact: 'no',
  mustNotLearnAddress: true,
  phone: '+40 700 123 456',
  appointments: [],
}
const withheld = (name: string): Person => ({ ...father, id: 'other', name, relation: { kinship: 'other', side: 'none' } })

/** Case A with a father who has a name, a placement, an address, and somebody with a short name. */
function register(write: (file: CaseFile) => void): CaseFile {
  const file = copy(caseA)
  file.people = file.people.map((person) => (person.id === 'father' ? father : person))
  file.people.push(withheld('Bo Påhittson'), withheld('Jürgen Ştefănescu'))
  for (const person of file.people) if (person.id === 'ioana-exemplu') person.streetAddress = 'Str. Exemplu 12, Bacău'
  for (const placement of file.child.placements) placement.name = 'HVB Solgläntan'
  // “Bo” at the head of a sentence may be the name: such a text has to be worded otherwise.
  file.reintegration.childsGoal = 'Vill bo hos Ioana'
  write(file)
  return file
}
const withStrength = (text: string): CaseFile =>
  register((file) => {
    file.reintegration.strengths = [text]
  })
const stopped = { code: 'withheld-words', fields: ['child.strengths[0]'] }

describe('a free text that tells what must not be told stops the plan', () => {
  test.each([
    'Är rädd för pappas vänner',
    'Vet var faderns bil står',
    'Känner igen Ions röst',
    'Känner igen Ion’s röst',
    'Ringer inte till Bo längre',
    'Ringer 0040700123456',
    'Ringer 0700-12 34 56',
    'Ringer +40/700/123.456',
    'Bor på Str. Exemplu 12',
    'Bor på Exemplu nr 12',
    'Trivdes på Solgläntan',
    'Trivdes på Solglantans gård',
    'Rädd för Jurgen',
    'Rädd för Ștefănescu'.normalize('NFD'),
    'Rädd för Stefanescu',
    'Svarar på Blåklocksvisa',
  ])('%s', (text) => {
    expect(problemOf('IOM_FI', withStrength(text))).toEqual(stopped)
  })

  test('a code word in quotation marks too', () => {
    const file = withStrength('Säger havregryn när något är fel')
    for (const person of file.people) if (person.id === 'ioana-exemplu') person.safetyNote = 'Barnet säger ”havregryn” vid fara.'
    expect(problemOf('IOM_FI', file)).toEqual(stopped)
  })

  test.each(['Får bo hos sin moster', 'Barnet får bo i Bacău från dag 12', 'Ioana Exemplu har 12 böcker', 'Ritar bra'])(
    'not so: %s',
    (text) => {
      expect(problemOf('IOM_FI', withStrength(text))).toBeUndefined()
    },
  )
})

describe('each name of the child becomes the alias', () => {
  const named = (write: (file: CaseFile) => void) =>
    register((file) => {
      Object.assign(file.child, { givenName: 'Mira Ştefania', familyName: 'Exempelsson-Låtsas' })
      write(file)
    })

  test.each([
    ['Stefania vill rita', 'M. vill rita'],
    ['Ștefanias vänner', 'M. vänner'],
    ['Ștefania Låtsas vill rita'.normalize('NFD'), 'M. vill rita'],
    ['Latsas ritar', 'M. ritar'],
    ['Mira Stefania Exempelsson Låtsas ritar', 'M. ritar'],
  ])('%s', (text, shown) => {
    const file = named((each) => {
      each.reintegration.strengths = [text]
    })
    expect(planFor('IOM_FI', file).child.strengths).toEqual([shown])
  })

  test('also where somebody else is named, and those keep their own', () => {
    const file = named((each) => {
      for (const study of each.reception.homeStudies) study.by = 'DGASPC, ärende Mira Exempelsson'
      for (const approval of each.budget.approvals) approval.by = 'Eva Chefsson för Ştefania Låtsas'
      for (const takeover of each.reception.takeovers) takeover.authority = 'DGASPC Bacău (Mira Exempelsson)'
      for (const person of each.people) if (person.id === 'ioana-exemplu') person.name = 'Ioana Låtsas'
      each.reintegration.childsGoal = 'Vill bo hos Ioana Låtsas'
    })
    const model = planFor('IOM_FI', file)
    expect(model.reception?.homeStudy?.by).toBe('DGASPC, ärende M.')
    expect(model.budget?.approval?.by).toBe('Eva Chefsson för M.')
    expect(model.reception?.authority).toBe('DGASPC Bacău (M.)')
    expect(model.alarm?.authority?.name).toBe('DGASPC Bacău (M.)')
    expect(model.reception?.caregiver?.name).toBe('Ioana Låtsas')
    expect(model.child.goal).toBe('Vill bo hos Ioana Låtsas')
  })

  test.each(['Mira', 'mirabell', 'M. Exempelsson', 'Stefania'])('an alias that holds the name is refused: %s', (alias) => {
    const file = named((each) => {
      each.child.alias = alias
    })
    expect(problemOf('IOM_FI', file)).toEqual({ code: 'alias-names-child' })
  })
})

describe('kind and profile of a recipient fit', () => {
  const wrong: readonly (readonly [Recipient['kind'], 'IOM_FI' | 'FAMILY'])[] = [
    ['family', 'IOM_FI'],
    ['private-partner', 'IOM_FI'],
    ['international-organisation', 'FAMILY'],
    ['foreign-authority', 'FAMILY'],
  ]
  test.each(wrong)('%s with profile %s is refused', (kind, profile) => {
    const file = copy(caseA)
    for (const recipient of file.recipients) if (recipient.profile === profile) recipient.kind = kind
    expect(problemOf(profile, file)).toEqual({ code: 'profile-does-not-fit' })
  })
})
