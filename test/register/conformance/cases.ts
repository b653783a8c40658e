import { expect } from 'vitest'
import { accepted, aPaper, codeOf, type Paper, paperForm, refusalOf } from '../../support/register-desk.ts'
import type { Desk, Sentence } from './sentence.ts'

async function insert({ register }: Desk, change: Partial<Paper> = {}): Promise<Paper> {
  const paper = aPaper(register.newId(), change)
  accepted(await register.insertCase({ document: paper, operationId: register.newId() }))
  return paper
}

const toAlias = (before: string, after: string) => [{ path: '/alias', before, after }]

export const caseSentences: readonly Sentence[] = [
  {
    name: 'what goes in comes out deep-equal, also after the register was closed',
    async run(desk) {
      const paper = await insert(desk, {
        alias: 'Ștefania Đặng 李',
        notes: ['', 'a\u0301 ä', '👧🏽', '"\\\n\t'],
        more: { deep: [{ nothing: null, empty: {}, none: [] }], number: -0.5, large: 9007199254740991 },
      })
      await desk.reopen()
      expect(accepted(await desk.register.loadCase(paper.id))).toStrictEqual({ version: 1, document: paper })
    },
  },
  {
    name: 'a change makes the next version and leaves the earlier one as it was',
    async run(desk) {
      const paper = await insert(desk)
      const { register } = desk
      const steps = [
        ...toAlias('Svalan', 'Lärkan'),
        { path: '/notes/1', after: 'Har talat med mormor.' },
        { path: '/dueOn', after: '2026-11-02' },
      ]
      const change = { caseId: paper.id, expectedVersion: 1, steps, operationId: register.newId() }
      expect(accepted(await register.changeCase(change))).toEqual({ repeated: false, version: 2 })
      const after = { ...paper, alias: 'Lärkan', notes: ['Vill hem.', 'Har talat med mormor.'], dueOn: '2026-11-02' }
      expect(accepted(await register.loadCase(paper.id))).toStrictEqual({ version: 2, document: after })
      expect(accepted(await register.loadCase(paper.id, 1))).toStrictEqual({ version: 1, document: paper })
    },
  },
  {
    name: 'the history of a case says who changed what, when, from what to what',
    async run(desk) {
      const paper = await insert(desk)
      const { register } = desk
      const steps = toAlias('Svalan', 'Lärkan')
      const operationId = register.newId()
      accepted(await register.changeCase({ caseId: paper.id, expectedVersion: 1, steps, operationId, action: 'alias.changed' }))
      const [opened, changed] = accepted(await register.history({ caseId: paper.id }, 10))
      expect(opened).toMatchObject({ seq: 1, action: 'case.opened', version: 1 })
      const actor = register.personId
      expect(changed).toMatchObject({ seq: 2, operationId, action: 'alias.changed', version: 2, actor, detail: { steps } })
      expect(changed?.at).toMatch(/^2026-10-01T08:/)
    },
  },
  {
    name: 'a change made on a stale version is refused with the current one, and nothing is overwritten',
    async run(desk) {
      const paper = await insert(desk)
      const { register } = desk
      const change = { caseId: paper.id, expectedVersion: 1, steps: toAlias('Svalan', 'Lärkan') }
      accepted(await register.changeCase({ ...change, operationId: register.newId() }))
      const late = await register.changeCase({ ...change, steps: toAlias('Svalan', 'Tärnan'), operationId: register.newId() })
      expect(refusalOf(late)).toEqual({ code: 'stale', values: { expected: 1, current: 2 } })
      expect(accepted(await register.loadCase(paper.id)).document.alias).toBe('Lärkan')
      expect(accepted(await register.history({ caseId: paper.id }, 10))).toHaveLength(2)
    },
  },
  {
    name: 'of forty writers on one version one wins and thirty-nine are told so',
    async run(desk) {
      const paper = await insert(desk)
      const { register } = desk
      const writers = Array.from({ length: 40 }, (_, number) =>
        register.changeCase({
          caseId: paper.id,
          expectedVersion: 1,
          steps: toAlias('Svalan', `Fågel ${number}`),
          operationId: register.newId(),
        }),
      )
      const codes = (await Promise.all(writers)).map(codeOf)
      expect(codes.filter((code) => code === 'accepted')).toHaveLength(1)
      expect(codes.filter((code) => code === 'stale')).toHaveLength(39)
    },
  },
  {
    name: 'forty copies of one operation change once, and none is told that it is stale',
    async run(desk) {
      const paper = await insert(desk)
      const { register } = desk
      const change = { caseId: paper.id, expectedVersion: 1, steps: toAlias('Svalan', 'Lärkan'), operationId: register.newId() }
      const answers = await Promise.all(Array.from({ length: 40 }, () => register.changeCase(change)))
      const changed = answers.map(accepted)
      expect(changed.filter((one) => !one.repeated)).toHaveLength(1)
      expect(changed.every((one) => one.version === 2)).toBe(true)
      expect(accepted(await register.history({ caseId: paper.id }, 100))).toHaveLength(2)
    },
  },
  {
    name: 'an opening repeated after a crash is recognised and not doubled',
    async run(desk) {
      const document = aPaper(desk.register.newId())
      const opening = { document, operationId: desk.register.newId() }
      accepted(await desk.register.insertCase(opening))
      await desk.reopen()
      expect(accepted(await desk.register.insertCase(opening))).toEqual({ repeated: true, id: document.id, version: 1 })
      expect(accepted(await desk.register.history({ caseId: document.id }, 10))).toHaveLength(1)
    },
  },
  {
    name: 'an operation id used again for something else is refused and takes its work back',
    async run(desk) {
      const paper = await insert(desk)
      const { register } = desk
      const operationId = register.newId()
      accepted(await register.changeCase({ caseId: paper.id, expectedVersion: 1, steps: toAlias('Svalan', 'Lärkan'), operationId }))
      const again = await register.changeCase({ caseId: paper.id, expectedVersion: 2, steps: toAlias('Lärkan', 'Tärnan'), operationId })
      expect(refusalOf(again)).toEqual({ code: 'operation-reused', values: { operation: operationId } })
      expect(accepted(await register.loadCase(paper.id))).toMatchObject({ version: 2, document: { alias: 'Lärkan' } })
      expect(accepted(await register.verifyJournal()).intact).toBe(true)
    },
  },
  {
    name: 'a second case of the same reference or id is refused and leaves nothing behind',
    async run(desk) {
      const paper = await insert(desk)
      const { register } = desk
      const twin = aPaper(register.newId())
      expect(codeOf(await register.insertCase({ document: twin, operationId: register.newId() }))).toBe('case-exists')
      const same = { ...paper, reference: 'HV-2026-0099' }
      expect(refusalOf(await register.insertCase({ document: same, operationId: register.newId() }))).toEqual({
        code: 'case-id-taken',
        values: { case: paper.id, reference: 'HV-2026-0099', stored: 'HV-2026-0001' },
      })
      expect(codeOf(await register.loadCase(twin.id))).toBe('case-unknown')
      expect(accepted(await register.listCases({ limit: 10 }))).toHaveLength(1)
      expect(accepted(await register.nextReference(2026))).toBe('HV-2026-0002')
    },
  },
  {
    name: 'a change that does not fit what stands there is refused',
    async run(desk) {
      const paper = await insert(desk)
      const { register } = desk
      const attempts = [
        { path: '/alias', before: 'Gladan', after: 'Lärkan' },
        { path: '/notes/5', after: 'för långt bort' },
        { path: '/notes/0', before: 'Vill stanna.' },
        { path: '/nowhere/at/all', after: 1 },
        { path: '/__proto__', after: {} },
        { path: 'alias', before: 'Svalan', after: 'Lärkan' },
        { path: '/id', before: paper.id, after: register.newId() },
        { path: '/reference', before: paper.reference, after: 'HV-2026-0002' },
      ]
      for (const step of attempts) {
        const change = { caseId: paper.id, expectedVersion: 1, steps: [step], operationId: register.newId() }
        expect(refusalOf(await register.changeCase(change))).toEqual({ code: 'change-does-not-fit', values: { path: step.path } })
      }
      expect(accepted(await register.loadCase(paper.id))).toStrictEqual({ version: 1, document: paper })
    },
  },
  {
    name: 'a document that is no valid case is refused with every fault, and a change that would make one too',
    async run(desk) {
      const paper = await insert(desk)
      const { register } = desk
      const wrong = { ...aPaper(register.newId(), { reference: 'HV-2026-0002' }), alias: 7, status: 'lost' }
      const refused = await register.insertCase({ document: wrong, operationId: register.newId() })
      expect(refusalOf(refused)).toEqual({ code: 'case-invalid', values: { count: 2, faults: '/status\n/alias' } })
      const change = { caseId: paper.id, expectedVersion: 1, steps: [{ path: '/alias', before: 'Svalan' }], operationId: register.newId() }
      expect(codeOf(await register.changeCase(change))).toBe('case-invalid')
      expect(accepted(await register.listCases({ limit: 10 }))).toHaveLength(1)
    },
  },
  {
    name: 'a case that a newer program has saved is neither opened nor overwritten by an older one',
    async run(desk) {
      const newer = { ...paperForm, number: 2 }
      await desk.reopen(newer)
      const paper = await insert(desk)
      await desk.reopen()
      const refusal = { code: 'case-newer', values: { case: paper.id, found: 2, known: 1 } }
      expect(refusalOf(await desk.register.loadCase(paper.id))).toEqual(refusal)
      const change = { caseId: paper.id, expectedVersion: 1, steps: toAlias('Svalan', 'Lärkan'), operationId: desk.register.newId() }
      expect(refusalOf(await desk.register.changeCase(change))).toEqual(refusal)
    },
  },
  {
    name: 'an unknown case and an unknown version are told apart',
    async run(desk) {
      const paper = await insert(desk)
      const nobody = desk.register.newId()
      expect(refusalOf(await desk.register.loadCase(nobody))).toEqual({ code: 'case-unknown', values: { case: nobody } })
      expect(refusalOf(await desk.register.loadCase(paper.id, 2))).toEqual({
        code: 'version-unknown',
        values: { case: paper.id, version: 2 },
      })
      const change = { caseId: nobody, expectedVersion: 1, steps: [], operationId: desk.register.newId() }
      expect(codeOf(await desk.register.changeCase(change))).toBe('case-unknown')
      expect(accepted(await desk.register.findByReference(paper.reference))).toBe(paper.id)
      expect(accepted(await desk.register.findByReference('HV-2026-0404'))).toBeUndefined()
    },
  },
  {
    name: 'references count on within a year and pass over those of other registers',
    async run(desk) {
      await insert(desk, { reference: 'HV-2026-0041' })
      await insert(desk, { reference: 'HV-2026-0007' })
      await insert(desk, { reference: 'GB-2026-0500' })
      expect(accepted(await desk.register.nextReference(2026))).toBe('HV-2026-0042')
      expect(accepted(await desk.register.nextReference(2027))).toBe('HV-2027-0001')
    },
  },
]
