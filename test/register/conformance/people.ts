import { expect } from 'vitest'
import { newCase, openAs, reason, seat, takeIn } from '../../support/people-desk.ts'
import { accepted, aPaper, codeOf, refusalOf } from '../../support/register-desk.ts'
import type { Desk, Sentence } from './sentence.ts'

const canRead = async ({ register }: Desk, caseId: string) => codeOf(await register.loadCase(caseId))
const listed = async ({ register }: Desk) =>
  accepted(await register.listCases({ limit: 9 })).filter((one) => one.headline !== undefined).length
const tryGlass = async ({ register }: Desk, caseId: string) =>
  codeOf(await register.people.breakGlass({ caseId, reason, operationId: register.newId() }))
const own = async ({ register }: Desk) => accepted(await register.people.self()).id

async function grant({ register }: Desk, caseId: string, personId: string, standing: 'owner' | 'reader') {
  return register.people.grant({ caseId, personId, standing, operationId: register.newId() })
}

async function change(
  { register }: Desk,
  caseId: string,
  expectedVersion: number,
  steps: { path: string; before?: unknown; after?: unknown }[],
) {
  return register.changeCase({ caseId, expectedVersion, steps, operationId: register.newId() })
}

export const peopleSentences: readonly Sentence[] = [
  {
    name: 'the first user is coordinator and manager, and whoever is taken in opens the register with keys of their own',
    async run(desk) {
      expect(accepted(await desk.register.people.self())).toMatchObject({ name: '', roles: ['coordinator', 'manager'] })
      const bo = await takeIn(desk, 'Bo  Exempelsson', ['reader', 'coordinator'])
      await seat(desk, 'bo exempelsson')
      expect(accepted(await desk.register.people.self())).toMatchObject({
        id: bo,
        name: 'Bo Exempelsson',
        roles: ['coordinator', 'reader'],
      })
      expect(accepted(await desk.register.verifyJournal()).faults).toEqual([])
    },
  },
  {
    name: 'cases that are closed are named page by page, none twice and none left out',
    async run(desk) {
      const references = ['HV-2026-0001', 'HV-2026-0002', 'HV-2026-0003']
      for (const reference of references) await newCase(desk, { reference })
      await takeIn(desk, 'Bo', ['reader'])
      await seat(desk, 'Bo')
      const { people } = desk.register
      const pages = [
        accepted(await people.closed(2)),
        accepted(await people.closed(2, 'HV-2026-0002')),
        accepted(await people.closed(2, 'HV-2026-0003')),
      ]
      expect(pages.map((page) => page.map(({ reference }) => reference))).toEqual([references.slice(0, 2), references.slice(2), []])
    },
  },
  {
    name: 'a case is closed to others: no headline, no document, only its reference',
    async run(desk) {
      const id = await newCase(desk)
      await takeIn(desk, 'Bo', ['reader'])
      await seat(desk, 'Bo')
      expect(await canRead(desk, id)).toBe('case-closed')
      expect(await listed(desk)).toBe(0)
      expect(accepted(await desk.register.people.closed(9))).toEqual([{ reference: 'HV-2026-0001', openable: false }])
    },
  },
  {
    name: 'a case shown to somebody can be read, and not any more when it was withdrawn',
    async run(desk) {
      const id = await newCase(desk)
      const bo = await takeIn(desk, 'Bo', ['reader'])
      accepted(await grant(desk, id, bo, 'reader'))
      await seat(desk, 'Bo')
      expect(await canRead(desk, id)).toBe('accepted')
      expect(accepted(await desk.register.people.standing(id))).toBe('reader')
      expect(codeOf(await grant(desk, id, bo, 'owner'))).toBe('not-yours-to-share')
      await seat(desk)
      accepted(await desk.register.people.withdraw({ caseId: id, personId: bo, operationId: desk.register.newId() }))
      await seat(desk, 'Bo')
      expect(await canRead(desk, id)).toBe('case-closed')
      await seat(desk)
      const history = accepted(await desk.register.history({ caseId: id }, 9))
      expect(history.map(({ action, detail }) => [action, detail])).toEqual([
        ['case.opened', undefined],
        ['access.granted', { person: bo, standing: 'reader' }],
        ['access.withdrawn', { person: bo }],
      ])
    },
  },
  {
    name: 'the last owner stays, and somebody who only reads cannot own',
    async run(desk) {
      const id = await newCase(desk)
      const me = await own(desk)
      const bo = await takeIn(desk, 'Bo', ['reader'])
      const leave = () => desk.register.people.withdraw({ caseId: id, personId: me, operationId: desk.register.newId() })
      expect(codeOf(await leave())).toBe('last-owner')
      expect(codeOf(await grant(desk, id, me, 'reader'))).toBe('last-owner')
      expect(codeOf(await grant(desk, id, bo, 'owner'))).toBe('role-cannot-own')
      const cajsa = await takeIn(desk, 'Cajsa', ['coordinator'])
      accepted(await grant(desk, id, cajsa, 'owner'))
      accepted(await desk.register.search({ text: 'svalan', named: true, limit: 9 }))
      accepted(await leave())
      expect(await canRead(desk, id)).toBe('case-closed')
      expect(accepted(await desk.register.search({ text: 'svalan', named: true, limit: 9 })).hits).toEqual([])
    },
  },
  {
    name: 'glass is broken with a reason only, is in both journals, and the owner is told until it is acknowledged',
    async run(desk) {
      const id = await newCase(desk)
      const bo = await takeIn(desk, 'Bo', ['deputy'])
      await seat(desk, 'Bo')
      const { people, newId } = desk.register
      expect(accepted(await people.closed(9))).toEqual([{ reference: 'HV-2026-0001', openable: true }])
      const short = await people.breakGlass({ caseId: id, reason: 'Bråttom.            ', operationId: newId() })
      expect(refusalOf(short)).toEqual({ code: 'reason-too-short', values: { least: 20 } })
      expect(await canRead(desk, id)).toBe('case-closed')
      expect(await tryGlass(desk, id)).toBe('accepted')
      expect(await canRead(desk, id)).toBe('accepted')
      expect(accepted(await desk.register.history('own', 9)).map(({ action }) => action)).toEqual(['register.unlocked', 'glass.broken'])
      expect(codeOf(await people.acknowledgeGlass({ caseId: id, operationId: newId() }))).toBe('not-yours-to-share')
      expect(accepted(await people.ownCasesBroken())).toEqual([])
      await seat(desk)
      expect(accepted(await desk.register.people.ownCasesBroken())).toEqual(['HV-2026-0001'])
      expect(accepted(await desk.register.people.glassBreaks(id))).toMatchObject([{ personId: bo, reason }])
      accepted(await desk.register.people.acknowledgeGlass({ caseId: id, operationId: desk.register.newId() }))
      expect(accepted(await desk.register.people.glassBreaks(id))).toEqual([])
      expect(accepted(await desk.register.people.ownCasesBroken())).toEqual([])
      expect(accepted(await desk.register.history({ caseId: id }, 9)).map(({ action }) => action)).toEqual([
        ...['case.opened', 'glass.broken', 'glass.acknowledged'],
      ])
    },
  },
  {
    name: 'after a crash between journal and key the glass is told as broken, opens nothing, and the same act ends what it began',
    async run(desk) {
      const id = await newCase(desk)
      const bo = await takeIn(desk, 'Bo', ['coordinator'])
      await seat(desk, 'Bo')
      const operationId = desk.register.newId()
      accepted(await desk.register.people.breakGlass({ caseId: id, reason, operationId }))
      await seat(desk)
      await desk.inKeyring((keyring) => keyring.deleteFrom('case_key').where('case_id', '=', id).where('recipient', '=', bo).execute())
      await seat(desk, 'Bo')
      expect(await canRead(desk, id)).toBe('case-closed')
      expect(accepted(await desk.register.people.breakGlass({ caseId: id, reason, operationId }))).toEqual({ repeated: true })
      expect(await canRead(desk, id)).toBe('accepted')
      await seat(desk)
      expect(accepted(await desk.register.people.glassBreaks(id))).toHaveLength(1)
      expect(accepted(await desk.register.verifyJournal()).faults).toEqual([])
    },
  },
  {
    name: 'protected identity is behind a glass that only a manager can break, from the moment it is said',
    async run(desk) {
      const id = await newCase(desk)
      await takeIn(desk, 'Bo', ['coordinator', 'deputy'])
      await takeIn(desk, 'Cajsa', ['manager'])
      accepted(await change(desk, id, 1, [{ path: '/protectedIdentity', after: true }]))
      await seat(desk, 'Bo')
      expect(await tryGlass(desk, id)).toBe('glass-closed')
      expect(accepted(await desk.register.people.closed(9))).toMatchObject([{ openable: false }])
      await seat(desk)
      accepted(await change(desk, id, 2, [{ path: '/protectedIdentity', before: true, after: false }]))
      await seat(desk, 'Bo')
      expect(await tryGlass(desk, id)).toBe('accepted')
      await seat(desk)
      const narrow = await newCase(desk, { reference: 'HV-2026-0002', protectedIdentity: true })
      await seat(desk, 'Bo')
      expect(await tryGlass(desk, narrow)).toBe('glass-closed')
      await seat(desk, 'Cajsa')
      expect(await tryGlass(desk, narrow)).toBe('accepted')
    },
  },
  {
    name: 'a change to protected identity that was stale leaves the glass as it was',
    async run(desk) {
      const id = await newCase(desk)
      await takeIn(desk, 'Bo', ['coordinator'])
      accepted(await change(desk, id, 1, [{ path: '/alias', before: 'Svalan', after: 'Ugglan' }]))
      expect(codeOf(await change(desk, id, 1, [{ path: '/protectedIdentity', after: true }]))).toBe('stale')
      await seat(desk, 'Bo')
      expect(await tryGlass(desk, id)).toBe('accepted')
    },
  },
  {
    name: 'with the role goes the glass, and comes again with it',
    async run(desk) {
      const id = await newCase(desk)
      const bo = await takeIn(desk, 'Bo', ['coordinator'])
      const roles = async (...held: ('coordinator' | 'reader')[]) =>
        accepted(await desk.register.people.change({ personId: bo, roles: held, operationId: desk.register.newId() }))
      await roles('reader')
      await seat(desk, 'Bo')
      expect(await tryGlass(desk, id)).toBe('glass-closed')
      await seat(desk)
      await roles('coordinator')
      await seat(desk, 'Bo')
      expect(await tryGlass(desk, id)).toBe('accepted')
    },
  },
  {
    name: 'a register keeps a manager, tells its users apart by name, and gives nobody no role',
    async run(desk) {
      const { people, newId } = desk.register
      const me = await own(desk)
      const change = (more: object) => people.change({ personId: me, operationId: newId(), ...more })
      expect(codeOf(await change({ roles: ['coordinator'] }))).toBe('last-manager')
      expect(codeOf(await change({ roles: [] }))).toBe('roles-missing')
      accepted(await change({ name: 'Anna Testberg' }))
      expect(codeOf(await people.prepare(' anna  TESTBERG', ['reader']))).toBe('name-taken')
      expect(codeOf(await people.remove({ personId: me, operationId: newId() }))).toBe('own-removal')
      const bo = await takeIn(desk, 'Bo', ['manager'])
      accepted(await change({ roles: ['coordinator'] }))
      await seat(desk, 'Bo')
      const removal = desk.register.people.remove({ personId: me, operationId: desk.register.newId() })
      expect(codeOf(await removal)).toBe('accepted')
      expect(accepted(await desk.register.people.list()).map(({ id, removedAt }) => [id, removedAt !== undefined])).toEqual([
        [me, true],
        [bo, false],
      ])
    },
  },
  {
    name: 'a user who owns cases alone cannot be removed, until a manager has taken over through the glass',
    async run(desk) {
      const bo = await takeIn(desk, 'Bo', ['coordinator'])
      await seat(desk, 'Bo')
      const id = await newCase(desk)
      await seat(desk)
      const remove = async () => refusalOf(await desk.register.people.remove({ personId: bo, operationId: desk.register.newId() }))
      expect(await remove()).toEqual({ code: 'sole-owner', values: { count: 1, references: 'HV-2026-0001' } })
      expect(await tryGlass(desk, id)).toBe('accepted')
      expect(await remove()).toMatchObject({ code: 'sole-owner' })
      accepted(await grant(desk, id, await own(desk), 'owner'))
      expect(await remove()).toBe('accepted')
      expect(accepted(await desk.register.people.holders(id)).map(({ personId }) => personId)).toEqual([await own(desk)])
    },
  },
  {
    name: 'a removed user opens nothing, also with an old copy of the keys',
    async run(desk) {
      const bo = await takeIn(desk, 'Bo', ['coordinator'])
      const id = await newCase(desk)
      accepted(await grant(desk, id, bo, 'reader'))
      accepted(await desk.register.people.remove({ personId: bo, operationId: desk.register.newId() }))
      await desk.register.close()
      expect(codeOf(await openAs(desk, 'Bo'))).toBe('user-removed')
      desk.register = accepted(await openAs(desk))
      await desk.inKeyring(async (keyring) => {
        expect(await keyring.selectFrom('case_key').select('case_id').where('recipient', '=', bo).execute()).toEqual([])
      })
    },
  },
  {
    name: 'what a crash left of a removal is ended when a manager opens',
    async run(desk) {
      const bo = await takeIn(desk, 'Bo', ['coordinator'])
      const id = await newCase(desk)
      accepted(await grant(desk, id, bo, 'reader'))
      const removed_at = '2026-10-02T08:00:00.000Z'
      await desk.behindItsBack((database) => database.updateTable('people').set({ removed_at }).where('id', '=', bo).execute())
      expect(accepted(await desk.register.people.holders(id)).map(({ personId }) => personId)).not.toContain(bo)
    },
  },
  {
    name: 'an attempt to take in the same case again still has one key, for its owner and its glass',
    async run(desk) {
      const id = await newCase(desk)
      const again = await desk.register.insertCase({ document: aPaper(id), operationId: desk.register.newId() })
      expect(codeOf(again)).toBe('case-exists')
      await desk.inKeyring(async (keyring) => {
        const rows = await keyring.selectFrom('case_key').select('standing').where('case_id', '=', id).orderBy('standing').execute()
        expect(rows.map(({ standing }) => standing)).toEqual(['office', 'owner'])
      })
    },
  },
  {
    name: 'glasses whose making was interrupted are made anew, before every case there is',
    async run(desk) {
      const id = await newCase(desk)
      await desk.behindItsBack((database) => database.deleteFrom('people').where('kind', 'in', ['glass', 'glass-protected']).execute())
      await takeIn(desk, 'Bo', ['deputy'])
      await seat(desk, 'Bo')
      expect(await tryGlass(desk, id)).toBe('accepted')
    },
  },
]
