import { expect } from 'vitest'
import { accepted, aPaper, codeOf, type Paper } from '../../support/register-desk.ts'
import type { Desk, Sentence } from './sentence.ts'

async function fill({ register }: Desk): Promise<string[]> {
  const papers: Partial<Paper>[] = [
    { reference: 'HV-2026-0003', alias: 'Ärlan', dueOn: '2026-10-20' },
    { reference: 'HV-2026-0001', alias: 'Örnen', status: 'paused', eraseAfter: '2031-12-31' },
    { reference: 'HV-2026-0004', alias: 'Asken', unit: 'Enhet Öst', dueOn: '2026-10-02' },
    { reference: 'HV-2026-0002', alias: 'Zorro', unit: 'Enhet Öst', status: 'paused', dueOn: '2026-10-02', eraseAfter: '2027-12-31' },
  ]
  const ids: string[] = []
  for (const paper of papers) {
    const id = register.newId()
    accepted(await register.insertCase({ document: aPaper(id, paper), operationId: register.newId() }))
    ids.push(id)
  }
  return ids
}

const endings = (cases: readonly { reference: string }[]) => cases.map(({ reference }) => reference.slice(-1)).join('')

export const listSentences: readonly Sentence[] = [
  {
    name: 'cases are listed by reference, page by page, with their headlines',
    async run(desk) {
      await fill(desk)
      const first = accepted(await desk.register.listCases({ limit: 3 }))
      expect(endings(first)).toBe('123')
      expect(first[0]).toMatchObject({
        version: 1,
        status: 'paused',
        unit: 'Enhet Väst',
        nextDue: undefined,
        headline: { alias: 'Örnen', notes: 1 },
      })
      expect(endings(accepted(await desk.register.listCases({ limit: 3, after: 'HV-2026-0003' })))).toBe('4')
    },
  },
  {
    name: 'a list can be narrowed to a status and a unit',
    async run(desk) {
      await fill(desk)
      expect(endings(accepted(await desk.register.listCases({ limit: 9, status: 'paused' })))).toBe('12')
      expect(endings(accepted(await desk.register.listCases({ limit: 9, unit: 'Enhet Öst' })))).toBe('24')
      expect(endings(accepted(await desk.register.listCases({ limit: 9, unit: 'Enhet Öst', status: 'active' })))).toBe('4')
      expect(endings(accepted(await desk.register.listCases({ limit: 9, unit: 'Enhet Öst', after: 'HV-2026-0002' })))).toBe('4')
    },
  },
  {
    name: 'what is due comes earliest first, and cases without a date stay out',
    async run(desk) {
      await fill(desk)
      expect(endings(accepted(await desk.register.listDue('2026-10-31', 9)))).toBe('243')
      expect(endings(accepted(await desk.register.listDue('2026-10-02', 9)))).toBe('24')
      expect(endings(accepted(await desk.register.listDue('2026-10-31', 1)))).toBe('2')
      expect(endings(accepted(await desk.register.listEraseDue('2032-01-01', 9)))).toBe('21')
      expect(endings(accepted(await desk.register.listEraseDue('2027-12-31', 9)))).toBe('')
    },
  },
  {
    name: 'a changed case shows its new headline at once',
    async run(desk) {
      const [id = ''] = await fill(desk)
      const { register } = desk
      accepted(await register.listCases({ limit: 9 }))
      const steps = [{ path: '/alias', before: 'Ärlan', after: 'Ugglan' }]
      accepted(await register.changeCase({ caseId: id, expectedVersion: 1, steps, operationId: register.newId() }))
      const [third] = accepted(await register.listCases({ limit: 1, after: 'HV-2026-0002' }))
      expect(third).toMatchObject({ version: 2, headline: { alias: 'Ugglan', notes: 1 } })
    },
  },
  {
    name: 'projections that were dropped come back as they were',
    async run(desk) {
      const [id = ''] = await fill(desk)
      const steps = [{ path: '/alias', before: 'Ärlan', after: 'Ugglan' }]
      accepted(await desk.register.changeCase({ caseId: id, expectedVersion: 1, steps, operationId: desk.register.newId() }))
      const before = accepted(await desk.register.listCases({ limit: 9 }))
      await desk.behindItsBack(async (database) => {
        await database.deleteFrom('cases').execute()
        await database.deleteFrom('reference_counters').execute()
      })
      expect(accepted(await desk.register.listCases({ limit: 9 }))).toEqual([])
      expect(accepted(await desk.register.rebuildProjections(desk.register.newId()))).toEqual({ rebuilt: 4, closed: [] })
      expect(accepted(await desk.register.listCases({ limit: 9 }))).toEqual(before)
      expect(accepted(await desk.register.nextReference(2026))).toBe('HV-2026-0005')
      expect(accepted(await desk.register.verifyJournal()).faults).toEqual([])
    },
  },
  {
    name: 'a case whose key was not given to this person stays closed: listed without headline, never opened',
    async run(desk) {
      const [id = ''] = await fill(desk)
      await desk.inKeyring((database) => database.deleteFrom('case_key').where('case_id', '=', id).execute())
      const { register } = desk
      expect(codeOf(await register.loadCase(id))).toBe('case-closed')
      const steps = [{ path: '/alias', before: 'Ärlan', after: 'Ugglan' }]
      expect(codeOf(await register.changeCase({ caseId: id, expectedVersion: 1, steps, operationId: register.newId() }))).toBe(
        'case-closed',
      )
      const closed = accepted(await register.listCases({ limit: 9 })).filter((one) => one.headline === undefined)
      expect(closed.map((one) => one.id)).toEqual([id])
      expect(accepted(await register.rebuildProjections(register.newId()))).toEqual({ rebuilt: 3, closed: [id] })
      expect(accepted(await register.verifyJournal()).intact).toBe(true)
    },
  },
]
