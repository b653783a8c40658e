import type { Output } from '#contract/operations.ts'
import { knownCodes, legalFields, peopleFields } from './window-legal.ts'
import { peopleOfA, peopleOfB } from './window-people.ts'

const at = '2026-09-28T08:00:00Z'

/** A case with something late, something handed over and something done. */
const fieldsOfA: Output<'case.fields'> = {
  version: 4,
  mayChange: true,
  hidden: [],
  values: {
    '/child/alias': 'M.',
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
