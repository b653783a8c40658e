import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Register } from '#register/register.ts'
import { sqliteEngine } from '#register/sqlite/engine.ts'
import type { KeyringTables } from '#register/tables.ts'
import { unlockVault } from '#vault/unlock.ts'
import { accepted, aPaper, inFolder, newRegister, type Paper, passphrase, reopen } from '../support/register-desk.ts'

type Found = { readonly folder: string; register: Register<Paper> }

const papers: readonly Partial<Paper>[] = [
  { alias: 'Çağla', notes: ['Bor på jourhemmet i Łódź.', 'Çağla vill hem till sin moster.'] },
  { alias: 'Łukasz', notes: ['God mans förordnande kom på måndagen.'] },
  { alias: 'Đặng', notes: ['Socialsekreteraren ringde polisen.', 'Återföreningen är planerad.'] },
]

function withPapers(work: (found: Found) => Promise<void>): Promise<void> {
  return inFolder(async (place) => {
    const folder = join(place, 'register')
    const found = { folder, register: await newRegister(folder, sqliteEngine) }
    try {
      for (const [at, change] of papers.entries()) {
        const document = aPaper(`case-${at + 1}`, { reference: `HV-2026-000${at + 1}`, ...change })
        accepted(await found.register.insertCase({ document, operationId: `open-${at}` }))
      }
      await work(found)
    } finally {
      await found.register.close()
    }
  })
}

const ask = async ({ register }: Found, text: string, named = false) => accepted(await register.search({ text, named, limit: 50 }))
const references = async (found: Found, text: string, named = false): Promise<readonly string[]> =>
  (await ask(found, text, named)).hits.map(({ reference }) => reference).toSorted()

describe('search', () => {
  it.for([
    ['cagla', 'HV-2026-0001'],
    ['ÇAĞLA', 'HV-2026-0001'],
    ['lukasz', 'HV-2026-0002'],
    ['dang', 'HV-2026-0003'],
    ['đặng', 'HV-2026-0003'],
  ] as const)('finds a name with and without its diacritics while names are shown: %s', ([text, reference]) =>
    withPapers(async (found) => {
      expect(await references(found, text, true)).toEqual([reference])
      expect(await references(found, text, false)).toEqual([])
    }),
  )

  it.for([
    ['sekreterar', 'HV-2026-0003'],
    ['ordnande', 'HV-2026-0002'],
    ['jour', 'HV-2026-0001'],
    ['ateforening', undefined],
    ['aterforening', 'HV-2026-0003'],
    ['lodz', 'HV-2026-0001'],
    ['må', 'HV-2026-0002'],
    ['ma', 'HV-2026-0002'],
    ['0003', 'HV-2026-0003'],
    ['polisen ringde', 'HV-2026-0003'],
    ['po ringde', 'HV-2026-0003'],
    ['polisen moster', undefined],
  ] as const)('finds inside compounds, from two letters, every word of the question: %s', ([text, reference]) =>
    withPapers(async (found) => {
      expect(await references(found, text)).toEqual(reference === undefined ? [] : [reference])
    }),
  )

  it('marks what it found, and says where', () =>
    withPapers(async (found) => {
      const [hit] = (await ask(found, 'MOSTER')).hits
      expect(hit?.passages).toEqual([
        {
          area: 'notes',
          excerpt: [
            { text: '… vill hem till sin ', hit: false },
            { text: 'moster', hit: true },
            { text: '.', hit: false },
          ],
        },
      ])
    }))

  it.for(['a"b', "O'Brien", 'AND', 'foo(', 'case-no:12', '*', '"', '{open} :', 'NEAR(a b)', ' ', 'a', 'ö', '😀', '\\', '^må'])(
    'takes any question as words, never as commands: %j',
    (text) =>
      withPapers(async (found) => {
        expect((await ask(found, text)).hits.length).toBeLessThanOrEqual(1)
      }),
  )

  it('finds what a change brought, and no longer what it took', () =>
    withPapers(async (found) => {
      expect(await references(found, 'moster')).toEqual(['HV-2026-0001'])
      const steps = [{ path: '/notes/1', before: 'Çağla vill hem till sin moster.', after: 'Vill stanna hos fastern.' }]
      accepted(await found.register.changeCase({ caseId: 'case-1', expectedVersion: 1, steps, operationId: 'change' }))
      expect(await references(found, 'moster')).toEqual([])
      expect(await references(found, 'fastern')).toEqual(['HV-2026-0001'])
      await found.register.close()
      found.register = accepted(await reopen(found.folder, sqliteEngine))
      expect(await references(found, 'fastern')).toEqual(['HV-2026-0001'])
    }))

  it('finds nothing in a case that is closed to the person, even when it was found before', () =>
    withPapers(async (found) => {
      expect(await references(found, 'moster')).toEqual(['HV-2026-0001'])
      await found.register.close()
      const vault = await unlockVault(found.folder, passphrase)
      if (!vault.ok) throw new Error(vault.error.code)
      const keyring = await sqliteEngine.open<KeyringTables>(found.folder, 'keyring.db', vault.value.fileKey('keyring.db'))
      await keyring.deleteFrom('case_key').where('case_id', '=', 'case-1').execute()
      await keyring.destroy()
      found.register = accepted(await reopen(found.folder, sqliteEngine))
      expect(await references(found, 'moster')).toEqual([])
      expect((await ask(found, 'moster')).more).toBe(false)
    }))

  it('makes a damaged or lost index anew', () =>
    withPapers(async (found) => {
      await ask(found, 'moster')
      await found.register.close()
      const [file = ''] = readdirSync(found.folder).filter((name) => name.startsWith('search-'))
      const bytes = readFileSync(join(found.folder, file))
      writeFileSync(join(found.folder, file), bytes.fill(7, 64))
      found.register = accepted(await reopen(found.folder, sqliteEngine))
      expect(await references(found, 'moster')).toEqual(['HV-2026-0001'])
      await found.register.close()
      rmSync(join(found.folder, file))
      found.register = accepted(await reopen(found.folder, sqliteEngine))
      expect(await references(found, 'moster')).toEqual(['HV-2026-0001'])
    }))

  it('keeps nothing readable in its file, whether it is open or closed', () =>
    withPapers(async (found) => {
      await ask(found, 'moster')
      const readable = () =>
        readdirSync(found.folder)
          .filter((name) => name.startsWith('search-'))
          .map((name) => readFileSync(join(found.folder, name)).toString('latin1'))
          .filter((text) => /SQLite format|moster|CREATE/.test(text))
      expect(readable()).toEqual([])
      await found.register.close()
      expect(readdirSync(found.folder).filter((name) => name.startsWith('search-')).length).toBe(1)
      expect(readable()).toEqual([])
      found.register = accepted(await reopen(found.folder, sqliteEngine))
    }))

  it('answers at once and says how many cases it has not read yet', () =>
    withPapers(async (found) => {
      for (let at = 10; at < 320; at += 1) {
        const document = aPaper(`case-${at}`, { reference: `HV-2026-${String(at).padStart(4, '0')}`, notes: ['Samtal om skolan.'] })
        accepted(await found.register.insertCase({ document, operationId: `open-${at}` }))
      }
      const first = await ask(found, 'skolan')
      expect([first.hits.length, first.more, first.pending]).toEqual([50, true, 13])
      expect((await ask(found, 'skolan')).pending).toBe(0)
    }))
})
