import { expect } from 'vitest'
import { accepted, aPaper, codeOf } from '../../support/register-desk.ts'
import { aSignature, aWeedingCase } from '../../support/retention-desk.ts'
import type { Desk, Sentence } from './sentence.ts'

const gone = ['case-gone', 'HV-2026-0007'] as const
const kept = ['case-kept', 'HV-2026-0002'] as const

async function fill({ register }: Desk): Promise<void> {
  for (const [id, reference] of [gone, kept]) await aWeedingCase(register, id, reference)
}

async function erase({ register }: Desk, operationId = register.newId()): Promise<string> {
  const list = accepted(await register.weeding.sign(aSignature(register, [gone], operationId)))
  accepted(await register.weeding.erase(list.id))
  return list.id
}

/** What every engine must do alike when it erases. */
export const retentionSentences: readonly Sentence[] = [
  {
    name: 'signing a weeding list erases nothing, and the list tells its cases, its signer and its digest',
    async run(desk) {
      await fill(desk)
      const { register } = desk
      const list = accepted(await register.weeding.sign(aSignature(register, [gone])))
      expect(list).toMatchObject({ signer: register.personId, cases: [{ caseId: gone[0], rule: 'RET1', basis: 'SoL 16:1' }] })
      expect(list.digest).toMatch(/^[0-9a-f]{64}$/)
      expect(accepted(await register.loadCase(gone[0])).version).toBe(2)
      expect(accepted(await register.weeding.state()).erasures).toEqual([])
    },
  },
  {
    name: 'an erased case is gone with its versions, and the journal proves it by ids and is whole',
    async run(desk) {
      await fill(desk)
      const list = await erase(desk)
      await desk.reopen()
      const { register } = desk
      expect(codeOf(await register.loadCase(gone[0]))).toBe('case-unknown')
      expect(accepted(await register.loadCase(kept[0])).version).toBe(2)
      expect(accepted(await register.verifyJournal()).faults).toEqual([])
      const [erasure] = accepted(await register.weeding.state()).erasures
      const entries = accepted(await register.history('register', 99))
      const proof = entries.find((entry) => entry.seq === erasure?.entry)
      expect(proof).toMatchObject({ action: 'case.erased', object: `erasure:${gone[0]}`, detail: { weedingList: list } })
      expect(proof?.detail).toMatchObject({ digest: erasure?.list.digest })
      expect(JSON.stringify(entries)).not.toContain('Kvittens')
    },
  },
  {
    name: 'the history of an erased case stands in order and says nothing any more',
    async run(desk) {
      await fill(desk)
      expect(accepted(await desk.register.history({ caseId: gone[0] }, 9)).at(-1)?.detail).toMatchObject({ steps: [{ path: '/notes/1' }] })
      await erase(desk)
      const after = accepted(await desk.register.history({ caseId: gone[0] }, 9))
      expect(after.map((entry) => [entry.action, entry.detail])).toEqual([
        ['case.opened', undefined],
        ['case.changed', undefined],
      ])
    },
  },
  {
    name: 'an erasure asked for twice is done once, and its retry is no failure',
    async run(desk) {
      await fill(desk)
      const list = await erase(desk, 'weeding')
      accepted(await desk.register.weeding.sign(aSignature(desk.register, [gone], 'weeding')))
      accepted(await desk.register.weeding.erase(list))
      const actions = accepted(await desk.register.history('register', 99)).map((entry) => entry.action)
      expect(actions.filter((action) => action === 'case.erased')).toHaveLength(1)
    },
  },
  {
    name: 'an erased case is not read in again, and its reference is not given to another child',
    async run(desk) {
      await fill(desk)
      await erase(desk)
      const document = aPaper(gone[0], { reference: gone[1] })
      expect(codeOf(await desk.register.insertCase({ document, operationId: 'again' }))).toBe('case-erased')
      expect(accepted(await desk.register.nextReference(2026))).toBe('HV-2026-0008')
    },
  },
  {
    name: 'a case that stands there again after its erasure was done is found by the journal',
    async run(desk) {
      await fill(desk)
      const rows = { version: { case_id: gone[0], version: 2, document: new Uint8Array(40) } }
      await erase(desk)
      await desk.behindItsBack((database) => database.insertInto('case_versions').values(rows.version).execute())
      const { faults } = accepted(await desk.register.verifyJournal())
      expect(faults).toEqual([{ code: 'version-differs', chain: `case:${gone[0]}`, seq: 2 }])
    },
  },
]
