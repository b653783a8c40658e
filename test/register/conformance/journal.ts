import { expect } from 'vitest'
import { accepted, aPaper } from '../../support/register-desk.ts'
import type { Desk, Sentence } from './sentence.ts'

/** A case with three entries in its chain. */
async function caseWithHistory({ register }: Desk): Promise<string> {
  const id = register.newId()
  accepted(await register.insertCase({ document: aPaper(id), operationId: register.newId() }))
  for (const [before, after, expectedVersion] of [
    ['Svalan', 'Lärkan', 1],
    ['Lärkan', 'Tärnan', 2],
  ] as const) {
    const steps = [{ path: '/alias', before, after }]
    accepted(await register.changeCase({ caseId: id, expectedVersion, steps, operationId: register.newId() }))
  }
  return id
}

const faultsOf = async ({ register }: Desk) => accepted(await register.verifyJournal()).faults

export const journalSentences: readonly Sentence[] = [
  {
    name: 'every act leaves exactly one entry: making the register, unlocking it, opening and changing a case',
    async run(desk) {
      const id = await caseWithHistory(desk)
      await desk.reopen()
      const actions = async (chain: Parameters<typeof desk.register.history>[0]) =>
        accepted(await desk.register.history(chain, 50)).map((entry) => entry.action)
      expect(await actions({ caseId: id })).toEqual(['case.opened', 'case.changed', 'case.changed'])
      expect(await actions('own')).toEqual(['register.unlocked'])
      expect(await actions('register')).toEqual(['register.created', 'glass.installed'])
    },
  },
  {
    name: 'a read and an export stand in the chain of the person, once, with purpose and recipient sealed',
    async run(desk) {
      const caseId = await caseWithHistory(desk)
      const { register } = desk
      accepted(await register.record({ action: 'case.read', caseId, operationId: register.newId() }))
      const detail = { recipient: 'IOM_FI', purpose: 'plan', grounds: 'osl-10-2', sha256: 'ab' }
      const record = { action: 'plan.exported', caseId, detail, operationId: register.newId() } as const
      expect(accepted(await register.record(record))).toEqual({ repeated: false })
      expect(accepted(await register.record(record))).toEqual({ repeated: true })
      const own = accepted(await register.history('own', 10))
      expect(own.map((entry) => [entry.action, entry.object])).toEqual([
        ['case.read', `case:${caseId}`],
        ['plan.exported', `case:${caseId}`],
      ])
      expect(own[1]?.detail).toEqual(detail)
    },
  },
  {
    name: 'an untouched journal is intact, and a checkpoint is signed at closing',
    async run(desk) {
      await caseWithHistory(desk)
      await desk.reopen()
      expect(accepted(await desk.register.verifyJournal())).toEqual({ intact: true, entries: 6, chains: 3, checkpoints: 1, faults: [] })
    },
  },
  {
    name: 'after a hundred entries a checkpoint is signed without being asked for',
    async run(desk) {
      const { register } = desk
      for (let count = 0; count < 100; count += 1) accepted(await register.record({ action: 'case.read', operationId: register.newId() }))
      expect(accepted(await register.verifyJournal())).toMatchObject({ intact: true, checkpoints: 1 })
    },
  },
  {
    name: 'an edited entry is found',
    async run(desk) {
      const chain = `case:${await caseWithHistory(desk)}`
      await desk.behindItsBack((database) =>
        database.updateTable('journal').set({ actor: 'somebody-else' }).where('chain', '=', chain).where('seq', '=', 2).execute(),
      )
      expect(await faultsOf(desk)).toEqual([{ code: 'entry-edited', chain, seq: 2 }])
    },
  },
  {
    name: 'an entry taken out of the middle is found',
    async run(desk) {
      const chain = `case:${await caseWithHistory(desk)}`
      await desk.behindItsBack((database) => database.deleteFrom('journal').where('chain', '=', chain).where('seq', '=', 2).execute())
      expect(await faultsOf(desk)).toContainEqual({ code: 'entry-missing', chain, seq: 2 })
    },
  },
  {
    name: 'two entries that changed places are found',
    async run(desk) {
      const chain = `case:${await caseWithHistory(desk)}`
      await desk.behindItsBack(async (database) => {
        for (const [from, to] of [
          [2, 9],
          [3, 2],
          [9, 3],
        ] as const) {
          await database.updateTable('journal').set({ seq: to }).where('chain', '=', chain).where('seq', '=', from).execute()
        }
      })
      const codes = (await faultsOf(desk)).filter((fault) => 'chain' in fault && fault.chain === chain).map((fault) => fault.code)
      expect(codes).toContain('entry-edited')
      expect(codes).toContain('link-broken')
    },
  },
  {
    name: 'an end that was cut off is found by the head that stands elsewhere in the register',
    async run(desk) {
      const chain = `case:${await caseWithHistory(desk)}`
      await desk.behindItsBack((database) => database.deleteFrom('journal').where('chain', '=', chain).where('seq', '=', 3).execute())
      expect(await faultsOf(desk)).toContainEqual({ code: 'cut-off', chain, seq: 3 })
    },
  },
  {
    name: 'an end cut off together with its head, the projection and the checkpoints is found by a head kept on paper',
    async run(desk) {
      const caseId = await caseWithHistory(desk)
      const chain = `case:${caseId}`
      const head = accepted(await desk.register.headsFor(caseId)).case
      await desk.behindItsBack(async (database) => {
        const earlier = await database
          .selectFrom('journal')
          .select('hash')
          .where('chain', '=', chain)
          .where('seq', '=', 2)
          .executeTakeFirstOrThrow()
        await database.deleteFrom('checkpoint_heads').execute()
        await database.deleteFrom('checkpoints').execute()
        await database.deleteFrom('journal').where('chain', '=', chain).where('seq', '=', 3).execute()
        await database
          .updateTable('journal_heads')
          .set({ seq: 2, hash: earlier.hash, checkpointed: 0 })
          .where('chain', '=', chain)
          .execute()
        await database.updateTable('cases').set({ version: 2, journal_head: earlier.hash }).where('id', '=', caseId).execute()
        await database.deleteFrom('case_versions').where('case_id', '=', caseId).where('version', '=', 3).execute()
      })
      expect(await faultsOf(desk)).toEqual([])
      const known = head === undefined ? [] : [head]
      expect(accepted(await desk.register.verifyJournal(known)).faults).toEqual([{ code: 'cut-off', chain, seq: 3 }])
    },
  },
  {
    name: 'a whole chain that is gone is found by the checkpoint that binds it',
    async run(desk) {
      const caseId = await caseWithHistory(desk)
      const chain = `case:${caseId}`
      await desk.behindItsBack(async (database) => {
        for (const table of ['journal', 'journal_heads'] as const) await database.deleteFrom(table).where('chain', '=', chain).execute()
        await database.deleteFrom('cases').where('id', '=', caseId).execute()
        await database.deleteFrom('case_versions').where('case_id', '=', caseId).execute()
      })
      expect(await faultsOf(desk)).toContainEqual({ code: 'cut-off', chain, seq: 3 })
    },
  },
  {
    name: 'a checkpoint that was edited, signed by nobody or taken out is found',
    async run(desk) {
      await caseWithHistory(desk)
      await desk.reopen()
      await desk.behindItsBack((database) =>
        database.updateTable('checkpoints').set({ at: '2026-01-01T00:00:00.000Z' }).where('number', '=', 1).execute(),
      )
      expect(await faultsOf(desk)).toEqual([{ code: 'checkpoint-edited', checkpoint: 1 }])
      await desk.behindItsBack((database) =>
        database
          .updateTable('checkpoints')
          .set({ signature: new Uint8Array(64) })
          .where('number', '=', 2)
          .execute(),
      )
      expect(await faultsOf(desk)).toContainEqual({ code: 'checkpoint-unsigned', checkpoint: 2 })
      await desk.behindItsBack(async (database) => {
        await database.deleteFrom('checkpoint_heads').where('number', '=', 2).execute()
        await database.deleteFrom('checkpoints').where('number', '=', 2).execute()
      })
      expect(await faultsOf(desk)).toContainEqual({ code: 'checkpoint-missing', checkpoint: 3 })
    },
  },
  {
    name: 'a projection that names another head than the journal is found',
    async run(desk) {
      const caseId = await caseWithHistory(desk)
      await desk.behindItsBack((database) =>
        database
          .updateTable('cases')
          .set({ journal_head: new Uint8Array(32) })
          .execute(),
      )
      expect(await faultsOf(desk)).toEqual([{ code: 'head-differs', chain: `case:${caseId}`, seq: 3 }])
    },
  },
  {
    name: 'a case set back to an earlier version is found by the entries of the later ones',
    async run(desk) {
      const caseId = await caseWithHistory(desk)
      const chain = `case:${caseId}`
      await desk.behindItsBack(async (database) => {
        await database.deleteFrom('case_versions').where('case_id', '=', caseId).where('version', '>', 1).execute()
        await database.updateTable('cases').set({ version: 1 }).where('id', '=', caseId).execute()
      })
      expect(await faultsOf(desk)).toEqual([
        { code: 'version-missing', chain, seq: 2 },
        { code: 'version-missing', chain, seq: 3 },
        { code: 'version-differs', chain, seq: 3 },
      ])
    },
  },
  {
    name: 'a case whose earlier version, or whose row, was taken out is found, and so is a row that names another version',
    async run(desk) {
      const caseId = await caseWithHistory(desk)
      const chain = `case:${caseId}`
      await desk.behindItsBack((database) => database.deleteFrom('case_versions').where('version', '=', 2).execute())
      expect(await faultsOf(desk)).toEqual([{ code: 'version-missing', chain, seq: 2 }])
      await desk.behindItsBack((database) => database.updateTable('cases').set({ version: 2 }).where('id', '=', caseId).execute())
      expect(await faultsOf(desk)).toContainEqual({ code: 'version-differs', chain, seq: 3 })
      await desk.behindItsBack((database) => database.deleteFrom('cases').where('id', '=', caseId).execute())
      expect(await faultsOf(desk)).toContainEqual({ code: 'version-differs', chain, seq: 3 })
    },
  },
  {
    name: 'a checkpoint kept elsewhere that the register does not have, or has otherwise, betrays that all of it was put back',
    async run(desk) {
      await caseWithHistory(desk)
      accepted(await desk.register.checkpoint())
      const { checkpoint } = accepted(await desk.register.headsFor('nobody'))
      const known = checkpoint ?? { number: 0, hash: '' }
      expect(accepted(await desk.register.verifyJournal([], [known])).faults).toEqual([])
      const later = { number: known.number + 1, hash: known.hash }
      const other = { number: known.number, hash: '0'.repeat(64) }
      expect(accepted(await desk.register.verifyJournal([], [known, later, other])).faults).toEqual([
        { code: 'rolled-back', checkpoint: later.number },
        { code: 'rolled-back', checkpoint: other.number },
      ])
    },
  },
  {
    name: 'a sealed document moved to another version or put back is not taken for the real one',
    async run(desk) {
      const caseId = await caseWithHistory(desk)
      await desk.behindItsBack(async (database) => {
        const rows = database.selectFrom('case_versions').select('document').where('case_id', '=', caseId)
        const { document } = await rows.where('version', '=', 1).executeTakeFirstOrThrow()
        await database.updateTable('case_versions').set({ document }).where('case_id', '=', caseId).where('version', '=', 3).execute()
      })
      expect(await desk.register.loadCase(caseId)).toEqual({ ok: false, error: { code: 'damaged', values: { file: 'register.db' } } })
    },
  },
]
