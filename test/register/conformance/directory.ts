import { expect } from 'vitest'
import { seat, takeIn } from '../../support/people-desk.ts'
import { accepted, codeOf } from '../../support/register-desk.ts'
import type { Desk, Sentence } from './sentence.ts'

const draft = (id: string, before: number, name: string) => ({ id, kind: 'partner' as const, year: 0, before, content: { name } })

const keep = ({ register }: Desk, records: readonly ReturnType<typeof draft>[], operationId = register.newId()) =>
  register.directory.keep({ action: 'partner.changed', operationId, object: 'directory', records })
const names = async ({ register }: Desk) => accepted(await register.directory.list('partner')).map(({ content }) => content)

/** What every engine must do alike with the records that belong to no case. */
export const directorySentences: readonly Sentence[] = [
  {
    name: 'a record is kept with every version, who wrote it and when, and is read by everybody who opens the register',
    async run(desk) {
      accepted(await keep(desk, [draft('b', 0, 'Beta')]))
      accepted(await keep(desk, [draft('a', 0, 'Alfa'), draft('b', 1, 'Beta ny')]))
      await takeIn(desk, 'Bo', ['reader'])
      const me = desk.register.personId
      await seat(desk, 'Bo')
      expect(await names(desk)).toEqual([{ name: 'Alfa' }, { name: 'Beta ny' }])
      const versions = accepted(await desk.register.directory.versions('partner', 'b'))
      expect(versions.map(({ version, content, by }) => [version, content, by])).toEqual([
        [1, { name: 'Beta' }, me],
        [2, { name: 'Beta ny' }, me],
      ])
      expect(accepted(await desk.register.directory.versions('advice', 'b'))).toEqual([])
    },
  },
  {
    name: 'a stale record refuses all that was to be kept with it, and an id that is taken is stale',
    async run(desk) {
      accepted(await keep(desk, [draft('a', 0, 'Alfa')]))
      accepted(await keep(desk, [draft('a', 1, 'Alfa ny')]))
      expect(codeOf(await keep(desk, [draft('b', 0, 'Beta'), draft('a', 1, 'för sen')]))).toBe('record-stale')
      expect(codeOf(await keep(desk, [draft('a', 0, 'en till')]))).toBe('record-stale')
      expect(await names(desk)).toEqual([{ name: 'Alfa ny' }])
      expect(accepted(await desk.register.verifyJournal()).faults).toEqual([])
    },
  },
  {
    name: 'the same act twice is done once, and the journal tells ids and versions of it',
    async run(desk) {
      const operationId = desk.register.newId()
      accepted(await keep(desk, [draft('a', 0, 'Alfa')], operationId))
      expect(accepted(await keep(desk, [draft('a', 0, 'Alfa')], operationId))).toEqual({ repeated: true })
      const entry = accepted(await desk.register.history('register', 50)).at(-1)
      expect(entry).toMatchObject({ action: 'partner.changed', object: 'directory', detail: { records: [{ id: 'a', version: 1 }] } })
    },
  },
  {
    name: 'records are listed by kind and year, page after page',
    async run(desk) {
      const many = Array.from({ length: 501 }, (_, index) => ({ ...draft(`p${String(index).padStart(4, '0')}`, 0, String(index)) }))
      accepted(await keep(desk, many))
      const asked = (id: string, year: number) => ({ id, kind: 'advice' as const, year, before: 0, content: id })
      const { directory, newId } = desk.register
      const records = [asked('x', 2027), asked('y', 2026)]
      accepted(await directory.keep({ action: 'advice.asked', operationId: newId(), object: 'directory', records }))
      expect((await names(desk)).length).toBe(501)
      expect(accepted(await directory.years('advice'))).toEqual([2026, 2027])
      expect(accepted(await directory.list('advice', 2026)).map(({ id }) => id)).toEqual(['y'])
      expect(accepted(await directory.list('country'))).toEqual([])
    },
  },
  {
    name: 'no content of a record lies readable in its row, and one put in another place does not open',
    async run(desk) {
      accepted(await keep(desk, [draft('a', 0, 'Alfa'), draft('b', 0, 'Beta')]))
      await desk.behindItsBack(async (database) => {
        const row = await database.selectFrom('directory_versions').select('content').where('record', '=', 'a').executeTakeFirstOrThrow()
        expect(Buffer.from(row.content).includes('Alfa')).toBe(false)
        await database.updateTable('directory_versions').set({ content: row.content }).where('record', '=', 'b').execute()
      })
      expect(codeOf(await desk.register.directory.list('partner'))).toBe('damaged')
    },
  },
]
