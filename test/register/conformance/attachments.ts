import type { Kysely } from 'kysely'
import { expect } from 'vitest'
import { deleteAttachmentsOf } from '#register/attachments/erase.ts'
import type { RegisterTables } from '#register/tables.ts'
import { facts, inPieces, manyBytes } from '../../support/attachments.ts'
import { accepted, aPaper, codeOf, refusalOf } from '../../support/register-desk.ts'
import type { Desk, Sentence } from './sentence.ts'

async function aCase({ register }: Desk, reference = 'HV-2026-0001'): Promise<string> {
  const document = aPaper(register.newId(), { reference })
  accepted(await register.insertCase({ document, operationId: register.newId() }))
  return document.id
}

/** Attaches a file to a case and gives its id. */
async function attach(desk: Desk, caseId: string, bytes: Uint8Array, change: Parameters<typeof facts>[0] = {}): Promise<string> {
  const { register } = desk
  const id = register.newId()
  const added = await register.attachments.add({ id, caseId, facts: facts(change), source: inPieces(bytes), operationId: register.newId() })
  accepted(added)
  return id
}

const read = async ({ register }: Desk, id: string) => codeOf(await register.attachments.readWhole(id))

const countOf = async (desk: Desk, table: 'contents' | 'content_chunks' | 'attachments'): Promise<number> => {
  let count = 0
  await desk.behindItsBack(async (database) => {
    count = (await database.selectFrom(table).selectAll().execute()).length
  })
  return count
}

const twoChunks = manyBytes(300_000)

/** Spoils the kept bytes and says what reading the attachment then gives. */
async function spoiled(desk: Desk, id: string, spoil: (database: Kysely<RegisterTables>) => Promise<unknown>): Promise<string> {
  await desk.behindItsBack(spoil)
  return read(desk, id)
}

export const attachmentSentences: readonly Sentence[] = [
  {
    name: 'a file comes out byte for byte as it went in, whole and part by part, also after the register was closed',
    async run(desk) {
      const caseId = await aCase(desk)
      const bytes = manyBytes(256 * 1024 * 2 + 1)
      const id = await attach(desk, caseId, bytes)
      const empty = await attach(desk, caseId, new Uint8Array(0), { name: 'tom.txt' })
      await desk.reopen()
      const { attachments } = desk.register
      expect(Buffer.compare(accepted(await attachments.readWhole(id)), bytes)).toBe(0)
      const parts = await Promise.all([1, 2, 3].map(async (number) => accepted(await attachments.readPart(id, number))))
      expect(parts.map((part) => part.length)).toEqual([262_144, 262_144, 1])
      expect(Buffer.compare(Buffer.concat(parts), bytes)).toBe(0)
      expect(codeOf(await attachments.readPart(id, 4))).toBe('attachment-unknown')
      expect(accepted(await attachments.readWhole(empty))).toHaveLength(0)
      const [first] = accepted(await attachments.list(caseId))
      expect(first).toMatchObject({ id, caseId, size: 524_289, parts: 3, facts: facts(), removedAt: undefined })
    },
  },
  {
    name: 'the same content is kept once within a case, under both types, and is said',
    async run(desk) {
      const caseId = await aCase(desk)
      const first = await attach(desk, caseId, twoChunks)
      const { register } = desk
      const again = { caseId, source: twoChunks, facts: facts({ documentType: 'DOC_TRAVELDOC' }) }
      const other = accepted(await register.attachments.add({ ...again, id: register.newId(), operationId: register.newId() }))
      expect(other.sameContent).toEqual([first])
      const twice = await register.attachments.add({ ...again, facts: facts(), id: register.newId(), operationId: register.newId() })
      expect(refusalOf(twice)).toEqual({ code: 'attachment-duplicate', values: { attachment: first } })
      expect(await countOf(desk, 'contents')).toBe(1)
      expect(await countOf(desk, 'content_chunks')).toBe(2)
      expect(await countOf(desk, 'attachments')).toBe(2)
    },
  },
  {
    name: 'the same content in two cases is kept twice, and nothing shows that it is the same',
    async run(desk) {
      const one = await aCase(desk)
      const other = await aCase(desk, 'HV-2026-0002')
      await attach(desk, one, twoChunks)
      await attach(desk, other, twoChunks)
      await desk.behindItsBack(async (database) => {
        const [first, second] = await database.selectFrom('contents').select('digest').execute()
        expect(first?.digest).not.toEqual(second?.digest)
      })
    },
  },
  {
    name: 'a file whose source breaks off, or that is too large, leaves nothing behind',
    async run(desk) {
      const caseId = await aCase(desk)
      const { register } = desk
      const ids = () => ({ id: register.newId(), caseId, facts: facts(), operationId: register.newId() })
      async function* broken() {
        yield twoChunks
        throw new Error('the stick was pulled out')
      }
      await expect(register.attachments.add({ ...ids(), source: broken() })).rejects.toThrow('pulled out')
      const block = new Uint8Array(1_000_000)
      async function* endless() {
        for (;;) yield block
      }
      expect(refusalOf(await register.attachments.add({ ...ids(), source: endless() }))).toEqual({
        code: 'attachment-too-large',
        values: { limit: 100 },
      })
      expect(accepted(await register.history({ caseId }, 10))).toHaveLength(1)
      expect(await countOf(desk, 'contents')).toBe(0)
    },
  },
  {
    name: 'a file and what the case says of it go in together or not at all',
    async run(desk) {
      const caseId = await aCase(desk)
      const { register } = desk
      const steps = [{ path: '/notes/1', after: 'Läkarintyg.' }]
      const adding = (expectedVersion: number) => ({
        id: register.newId(),
        caseId,
        facts: facts(),
        source: twoChunks,
        operationId: register.newId(),
        along: { expectedVersion, steps },
      })
      expect(codeOf(await register.attachments.add(adding(7)))).toBe('stale')
      expect(accepted(await register.attachments.list(caseId))).toEqual([])
      const done = adding(1)
      expect(accepted(await register.attachments.add(done)).repeated).toBe(false)
      expect(accepted(await register.loadCase(caseId))).toMatchObject({ version: 2, document: { notes: ['Vill hem.', 'Läkarintyg.'] } })
      expect(accepted(await register.attachments.add(done)).repeated).toBe(true)
      expect(accepted(await register.attachments.list(caseId))).toHaveLength(1)
      expect(accepted(await register.verifyJournal()).intact).toBe(true)
    },
  },
  {
    name: 'the journal says that a file came, changed, went and came back; its name lies sealed',
    async run(desk) {
      const caseId = await aCase(desk)
      const id = await attach(desk, caseId, twoChunks)
      const { register } = desk
      const { documentType: _, ...untyped } = facts()
      const said = { documentType: 'DOC_LEGAL', note: 'Rättad.' }
      accepted(await register.attachments.change({ id, operationId: register.newId(), facts: said }))
      for (const removed of [true, false]) accepted(await register.attachments.remove({ id, removed, operationId: register.newId() }))
      const [found] = accepted(await register.attachments.list(caseId))
      expect(found?.facts).toEqual({ name: untyped.name, kind: 'pdf', mediaType: 'application/pdf', sha256: untyped.sha256, ...said })
      const entries = accepted(await register.history({ caseId }, 10)).slice(1)
      expect(entries.map(({ action }) => action)).toEqual([
        'attachment.added',
        'attachment.changed',
        'attachment.removed',
        'attachment.restored',
      ])
      expect(new Set(entries.map(({ object }) => object))).toEqual(new Set([`case:${caseId}/attachment:${id}`]))
      expect(entries[0]?.detail).toMatchObject({ facts: facts(), size: 300_000 })
      await desk.behindItsBack(async (database) => {
        const rows = await database.selectFrom('journal').selectAll().execute()
        expect(JSON.stringify(rows.map((row) => ({ ...row, detail: Buffer.from(row.detail ?? []).toString('latin1') })))).not.toContain(
          'hittadsson',
        )
      })
    },
  },
  {
    name: 'a removed file is marked and stays readable until the case is erased, which takes it with every byte',
    async run(desk) {
      const caseId = await aCase(desk)
      const other = await aCase(desk, 'HV-2026-0002')
      const id = await attach(desk, caseId, twoChunks)
      const kept = await attach(desk, other, twoChunks)
      const { register } = desk
      const removal = { id, removed: true, operationId: register.newId() }
      accepted(await register.attachments.remove(removal))
      expect(accepted(await register.attachments.remove(removal)).repeated).toBe(true)
      expect(codeOf(await register.attachments.remove({ ...removal, operationId: register.newId() }))).toBe('attachment-unknown')
      expect(accepted(await register.attachments.list(caseId))[0]?.removedAt).toMatch(/^2026-10-01T/)
      expect(accepted(await register.attachments.readWhole(id))).toHaveLength(300_000)
      await desk.behindItsBack((database) => database.transaction().execute((change) => deleteAttachmentsOf(change, caseId)))
      expect(await read(desk, id)).toBe('attachment-unknown')
      expect(await read(desk, kept)).toBe('accepted')
      expect(await countOf(desk, 'content_chunks')).toBe(2)
    },
  },
  {
    name: 'parts that are swapped, cut off, foreign or changed are refused as damage',
    async run(desk) {
      const caseId = await aCase(desk)
      const id = await attach(desk, caseId, twoChunks)
      const foreign = await attach(desk, caseId, manyBytes(300_000, 'foreign'), { name: 'annan.pdf' })
      const contentOf = (database: Kysely<RegisterTables>, of: string) =>
        database.selectFrom('attachments').select('content').where('id', '=', of).executeTakeFirstOrThrow()
      const chunk = (database: Kysely<RegisterTables>, content: string, number: number) =>
        database
          .selectFrom('content_chunks')
          .select('bytes')
          .where('content', '=', content)
          .where('number', '=', number)
          .executeTakeFirstOrThrow()
      const put = (database: Kysely<RegisterTables>, content: string, number: number, bytes: Uint8Array) =>
        database.updateTable('content_chunks').set({ bytes }).where('content', '=', content).where('number', '=', number).execute()
      let first: Uint8Array = new Uint8Array(0)
      const swapped = await spoiled(desk, id, async (database) => {
        const { content } = await contentOf(database, id)
        first = (await chunk(database, content, 1)).bytes
        await put(database, content, 1, (await chunk(database, content, 2)).bytes)
      })
      const foreigner = await spoiled(desk, id, async (database) => {
        const { content } = await contentOf(database, foreign)
        await put(database, (await contentOf(database, id)).content, 1, (await chunk(database, content, 1)).bytes)
      })
      const changed = await spoiled(desk, id, async (database) => {
        const bytes = Uint8Array.from(first)
        bytes[bytes.length - 20] = (bytes[bytes.length - 20] ?? 0) ^ 1
        await put(database, (await contentOf(database, id)).content, 1, bytes)
      })
      const mended = await spoiled(desk, id, async (database) => put(database, (await contentOf(database, id)).content, 1, first))
      const cut = await spoiled(desk, id, async (database) =>
        database
          .updateTable('contents')
          .set({ chunks: 1 })
          .where('id', '=', (await contentOf(database, id)).content)
          .execute(),
      )
      expect([swapped, foreigner, changed, mended, cut]).toEqual(['damaged', 'damaged', 'damaged', 'accepted', 'damaged'])
      const moved = await spoiled(desk, foreign, async (database) =>
        database
          .updateTable('attachments')
          .set({ content: (await contentOf(database, id)).content })
          .where('id', '=', foreign)
          .execute(),
      )
      expect(moved).toBe('damaged')
    },
  },
]
