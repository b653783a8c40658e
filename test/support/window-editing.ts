import type { Output } from '#contract/operations.ts'
import { knownCodes, legalFields, peopleFields } from './window-legal.ts'
import { peopleOfA, peopleOfB } from './window-people.ts'

const at = '2026-09-28T08:00:00Z'

/** A case with something late, something handed over and something done. */
const fieldsOfA: Output<'case.fields'> = {
  version: 4,
  mayChange: true,
  hidden: ['/child/givenName', '/child/familyName'],
  values: {
    '/child/alias': 'M.',
    '/child/givenName': null,
    '/child/familyName': null,
    '/child/birthDate/value': '2011-03-31',
    '/child/birthDate/known': '2011-03-XX',
    '/child/birthDate/standing': 'stated',
    '/child/sex': 'F',
    '/child/citizenships': ['ROU', 'MDA'],
    '/child/protectedIdentity': false,
    '/child/accompaniment': 'unaccompanied',
    '/child/languages': [{ language: 'ro', level: 'first' }],
    '/child/interpreterNeeded': 'yes',
    '/child/interpreterLanguage': 'ro',
    '/child/interpreterWish': 'Kvinna, samma tolk varje gång.',
    '/child/identifications': [
      { happenedOn: '2026-02-10', recordedAt: at, by: 'social-services', municipality: '1280', circumstances: 'Anträffades i en butik.' },
    ],
    '/child/exploitation': [{ happenedOn: '2026-02-10', recordedAt: at, type: 'CRI', standing: 'suspected', places: [] }],
    '/child/placements': [],
    '/child/concernReports': [],
    '/child/inquiries': [],
    '/recipients': [{ id: 'iom-fi', profile: 'IOM_FI', kind: 'international-organisation', country: 'FI', caseReference: 'FI-77' }],
    '/diaryNumber': null,
    '/people': peopleFields(peopleOfA),
    ...legalFields,
    '/documents': [
      { id: 'doc-health', type: 'DOC_HEALTH', title: 'Hälsointyg', issuer: 'Vårdcentralen', issuedOn: '2026-09-20', recordedAt: at },
    ],
    '/tasks': [
      {
        id: 'ring',
        title: 'Ring ambassaden',
        dueOn: '2026-09-20',
        responsible: 'guardian',
        recordedAt: at,
        from: { kind: 'safeguard', id: 'G11' },
      },
      {
        id: 'tolk',
        title: 'Boka tolk till samtalet',
        why: 'Barnet vill ha samma tolk som sist.',
        recordedAt: at,
        handovers: [{ to: 'guardian', happenedOn: '2026-09-28', recordedAt: at, reason: 'Semester' }],
      },
      { id: 'pass', title: 'Hämta passet', doneOn: '2026-09-21', recordedAt: at },
    ],
  },
}

const noDrafts: Output<'draft.list'> = { drafts: [] }
const edited: Output<'case.edit'> = { version: 5 }

export const editingReplies = {
  'case.fields': { ok: true as const, value: fieldsOfA },
  'partner.list': { ok: true as const, value: knownCodes },
  'draft.list': { ok: true as const, value: noDrafts },
  'draft.keep': { ok: true as const, value: {} },
  'draft.drop': { ok: true as const, value: {} },
  'case.edit': { ok: true as const, value: edited },
}

/** The other case, with the people who stand around that child. */
export const editingRepliesOfB = {
  ...editingReplies,
  'case.fields': { ok: true as const, value: { ...fieldsOfA, values: { ...fieldsOfA.values, '/people': peopleFields(peopleOfB) } } },
}
