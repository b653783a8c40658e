import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { keyringMigrations, newest, registerMigrations } from '#register/migrations/migrate.ts'
import { openRegister } from '#register/open.ts'
import type { Register } from '#register/register.ts'
import { sqliteEngine } from '#register/sqlite/engine.ts'
import type { KeyringTables, RegisterTables } from '#register/tables.ts'
import { unlockVault } from '#vault/unlock.ts'
import { bytesOf, contentOf, namesIn, unlockWithPassphrase } from '../support/backup.ts'
import { strikingEngine } from '../support/failing-engine.ts'
import {
  accepted,
  codeOf,
  inFolder,
  openOptions,
  type Paper,
  passphrase,
  reopen,
  seededEntropy,
  steppingClock,
} from '../support/register-desk.ts'

/** A register as the program of schema 10 left it. */
const fixture = fileURLToPath(new URL('../fixtures/register-10/', import.meta.url))
const child = fileURLToPath(new URL('../support/migration-child.ts', import.meta.url))
const [registerNewest, keyringNewest] = [newest(registerMigrations), newest(keyringMigrations)]

function withOldRegister(work: (folder: string, around: string) => Promise<void>): Promise<void> {
  return inFolder(async (around) => {
    const folder = join(around, 'register')
    cpSync(fixture, folder, { recursive: true })
    await work(folder, around)
  })
}

async function keysIn(folder: string) {
  const vault = await unlockVault(folder, passphrase)
  if (!vault.ok) throw new Error(vault.error.code)
  return vault.value
}

/** Schemas of both files, read from a copy of the folder: without the program's opening, which would migrate them, and leaving its log alone. */
async function schemasIn(folder: string): Promise<readonly [number | undefined, number | undefined]> {
  const keys = await keysIn(folder)
  const at = mkdtempSync(join(tmpdir(), 'hemvag-test-'))
  cpSync(folder, at, { recursive: true })
  const read = async (file: string) => {
    const database = await sqliteEngine.open<RegisterTables & KeyringTables>(at, file, keys.fileKey(file))
    try {
      return (await database.selectFrom('meta').select('schema').executeTakeFirst())?.schema
    } finally {
      await database.destroy()
    }
  }
  try {
    return [await read('register.db'), await read('keyring.db')]
  } finally {
    rmSync(at, { recursive: true })
  }
}

async function reference(): Promise<Awaited<ReturnType<typeof contentOf>>> {
  const content: Awaited<ReturnType<typeof contentOf>>[] = []
  await withOldRegister(async (folder) => {
    const register = accepted(await reopen(folder, sqliteEngine))
    content.push(await contentOf(register))
    await register.close()
  })
  return content[0] ?? []
}

async function expectWhole(register: Register<Paper>, expected: unknown): Promise<void> {
  expect(await contentOf(register)).toEqual(expected)
  expect(accepted(await register.verifyJournal()).faults).toEqual([])
  expect(register.info.schema).toBe(registerNewest)
}

describe('a register of schema 10', () => {
  it('opens with every document, its history and its journal as they were', () =>
    withOldRegister(async (folder) => {
      const keys = await keysIn(folder)
      const old = await sqliteEngine.openCopy<RegisterTables>(
        ...((await copied(folder)) satisfies [string, string]),
        keys.fileKey('register.db'),
      )
      const [cases, entries, heads] = [
        await old.selectFrom('cases').select(['id', 'reference', 'version', 'journal_head']).orderBy('id').execute(),
        await old.selectFrom('journal').select(['chain', 'seq', 'hash']).orderBy('chain').orderBy('seq').execute(),
        await old.selectFrom('journal_heads').select(['chain', 'seq', 'hash']).execute(),
      ]
      await old.destroy()
      expect(cases.length).toBeGreaterThan(0)
      const register = accepted(await reopen(folder, sqliteEngine))
      const known = heads.map(({ chain, seq, hash }) => ({ chain, seq, hash: Buffer.from(hash).toString('hex') }))
      expect(accepted(await register.verifyJournal(known)).faults).toEqual([])
      for (const { id, version } of cases) expect(accepted(await register.loadCase(id)).version).toBe(version)
      await register.close()
      const now = await sqliteEngine.open<RegisterTables>(folder, 'register.db', keys.fileKey('register.db'))
      const kept = await now.selectFrom('journal').select(['chain', 'seq', 'hash']).orderBy('chain').orderBy('seq').execute()
      await now.destroy()
      for (const entry of entries) expect(kept).toContainEqual(entry)
    }))

  it('is copied before the first step: proven, encrypted, of the old schema, and with which the old program goes on', () =>
    withOldRegister(async (folder, around) => {
      await accepted(await reopen(folder, sqliteEngine)).close()
      const aside = join(folder, 'before-schema-10')
      expect(namesIn(aside)).toEqual(['keyring.db', 'made.json', 'register.db'])
      expect(JSON.parse(readFileSync(join(aside, 'made.json'), 'utf8'))).toMatchObject({ format: 'hemvag-before-schema-1', schema: 10 })
      expect(await sqliteEngine.isEncrypted(aside, 'register.db')).toBe(true)
      const back = join(around, 'back')
      mkdirSync(back)
      for (const file of ['register.db', 'keyring.db']) cpSync(join(aside, file), join(back, file))
      cpSync(join(folder, 'keys.json'), join(back, 'keys.json'))
      expect(await schemasIn(back)).toEqual([10, 10])
      const again = accepted(await reopen(back, sqliteEngine))
      await expectWhole(again, await reference())
      await again.close()
    }))

  it('keeps that copy for thirty days, and not longer', () =>
    withOldRegister(async (folder) => {
      const opened = async (at: string) => {
        const options = { ...openOptions(sqliteEngine), entropy: seededEntropy(at), clock: steppingClock(at) }
        await accepted(await openRegister(folder, unlockWithPassphrase, options)).close()
        return existsSync(join(folder, 'before-schema-10'))
      }
      expect(await opened('2026-10-01T08:00:00.000Z')).toBe(true)
      expect(await opened('2026-10-31T08:00:00.000Z')).toBe(true)
      expect(await opened('2026-10-31T09:00:00.000Z')).toBe(false)
    }))

  it('loses that copy at once with the first erasure: it holds keys as they were', () =>
    withOldRegister(async (folder) => {
      const register = accepted(await reopen(folder, sqliteEngine))
      accepted(await register.backups.reachPlaces())
      expect(existsSync(join(folder, 'before-schema-10'))).toBe(false)
      await register.close()
    }))

  it('is not migrated where the copy cannot be made', () =>
    withOldRegister(async (folder) => {
      const engine = { ...sqliteEngine, copyInto: () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })) }
      expect(codeOf(await reopen(folder, engine))).toBe('disk-full')
      expect(await schemasIn(folder)).toEqual([10, 10])
      expect(namesIn(folder)).toEqual(['keyring.db', 'keys.json', 'register.db'])
    }))

  it('of which only the keyring is old, as after a crash between the two, is brought up to date', () =>
    withOldRegister(async (folder) => {
      const old = readFileSync(join(folder, 'keyring.db'))
      await accepted(await reopen(folder, sqliteEngine)).close()
      writeFileSync(join(folder, 'keyring.db'), old)
      expect(await schemasIn(folder)).toEqual([registerNewest, 10])
      const register = accepted(await reopen(folder, sqliteEngine))
      await expectWhole(register, await reference())
      await register.close()
      expect(await schemasIn(folder)).toEqual([registerNewest, keyringNewest])
    }))
})

/** A closed copy beside the fixture that may be read without a write-ahead log. */
async function copied(folder: string): Promise<[string, string]> {
  const keys = await keysIn(folder)
  const database = await sqliteEngine.open<RegisterTables>(folder, 'register.db', keys.fileKey('register.db'))
  await sqliteEngine.copyInto(database, join(folder, '..', 'old.db'))
  await database.destroy()
  return [join(folder, '..'), 'old.db']
}

describe('a migration that is interrupted', () => {
  it('by an error at any statement leaves the old schema or the new, and the next opening goes on', async () => {
    const expected = await reference()
    let statements = 0
    await withOldRegister(async (folder) => {
      const engine = strikingEngine(0, () => undefined)
      await accepted(await reopen(folder, engine)).close()
      statements = engine.seen()
    })
    expect(statements).toBeGreaterThan(30)
    for (let at = 1; at <= statements; at += 1) {
      await withOldRegister(async (folder) => {
        const engine = strikingEngine(at, () => {
          throw new Error('pulled the plug')
        })
        // What fails while the register is being closed has no say any more.
        await reopen(folder, engine).then(
          (opened) => (opened.ok ? opened.value.close().catch(() => undefined) : undefined),
          () => undefined,
        )
        const [register, keyring] = await schemasIn(folder)
        expect([10, ...registerMigrations.map(({ number }) => number)], `statement ${at}`).toContain(register)
        expect([10, keyringNewest], `statement ${at}`).toContain(keyring)
        const again = accepted(await reopen(folder, sqliteEngine))
        await expectWhole(again, expected)
        await again.close()
        expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([])
      })
    }
  })

  it('by kill -9 leaves the old schema or the new, and the next opening goes on', async () => {
    const expected = await reference()
    for (let at = 3; at < 60; at += 6) {
      await withOldRegister(async (folder) => {
        const killed = spawnSync(process.execPath, [child, folder, String(at)], { encoding: 'utf8' })
        expect(killed.stderr).toBe('')
        const [register, keyring] = await schemasIn(folder)
        expect([10, ...registerMigrations.map(({ number }) => number)], `statement ${at}`).toContain(register)
        expect([10, keyringNewest], `statement ${at}`).toContain(keyring)
        const again = accepted(await reopen(folder, sqliteEngine))
        await expectWhole(again, expected)
        await again.close()
      })
    }
  })
})

describe('a register of a newer program', () => {
  it.for([
    ['register.db', 'schema'],
    ['register.db', 'oldest_client'],
    ['keyring.db', 'schema'],
  ] as const)('whose %s says so by its %s is refused, and stays as it is byte by byte', ([file, column]) =>
    withOldRegister(async (folder) => {
      const keys = await keysIn(folder)
      const database = await sqliteEngine.open<RegisterTables>(folder, file, keys.fileKey(file))
      await sql`UPDATE meta SET ${sql.ref(column)} = 9990`.execute(database)
      await database.destroy()
      const before = bytesOf(folder)
      expect(codeOf(await reopen(folder, sqliteEngine))).toBe('newer')
      expect(bytesOf(folder)).toEqual(before)
    }),
  )
})
