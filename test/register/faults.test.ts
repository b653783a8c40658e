import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { createRegister } from '#register/create.ts'
import type { Engine } from '#register/engine.ts'
import { keyringMigrations, newest, registerMigrations } from '#register/migrations/migrate.ts'
import { sqliteEngine } from '#register/sqlite/engine.ts'
import type { KeyringTables, RegisterTables } from '#register/tables.ts'
import { createVault, unlockVault } from '#vault/unlock.ts'
import {
  accepted,
  aPaper,
  codeOf,
  createOptions,
  inFolder,
  newRegister,
  paperForm,
  passphrase,
  quickDerivation,
  refusalOf,
  reopen,
} from '../support/register-desk.ts'

const otherProgram = fileURLToPath(new URL('../support/register-crash-child.ts', import.meta.url))

/** A closed register with one case, for the work to spoil. */
function withRegister(work: (folder: string, place: string) => Promise<void>): Promise<void> {
  return inFolder(async (place) => {
    const folder = join(place, 'register')
    const register = await newRegister(folder, sqliteEngine)
    const document = aPaper(register.newId(), { notes: ['y'.repeat(20_000)] })
    accepted(await register.insertCase({ document, operationId: register.newId() }))
    await register.close()
    await work(folder, place)
  })
}

const opening = async (folder: string) => refusalOf(await reopen(folder, sqliteEngine))

const contents = (folder: string) =>
  Object.fromEntries(readdirSync(folder).map((file) => [file, readFileSync(join(folder, file)).toString('base64')]))

async function onTables<Tables>(folder: string, file: string, statement: string): Promise<void> {
  const vault = await unlockVault(folder, passphrase)
  if (!vault.ok) throw new Error(vault.error.code)
  const database = await sqliteEngine.open<Tables>(folder, file, vault.value.fileKey(file))
  await sql.raw(statement).execute(database)
  await database.destroy()
}

/** Runs the work as a user without rights; root would pass over every permission. */
async function withoutRights<Value>(work: () => Promise<Value>): Promise<Value> {
  if (process.getuid?.() !== 0) return work()
  process.seteuid?.(65_534)
  try {
    return await work()
  } finally {
    process.seteuid?.(0)
  }
}

const known = newest(registerMigrations)

describe('opening refuses, says why, and changes nothing', () => {
  it('a folder that is not there', () =>
    inFolder(async (place) => {
      const folder = join(place, 'nowhere')
      expect(await opening(folder)).toEqual({ code: 'folder-missing', values: { folder } })
    }))

  it('a folder with other things in it, an empty one, and a file', () =>
    inFolder(async (place) => {
      expect(await opening(place)).toEqual({ code: 'not-a-register', values: { folder: place } })
      const file = join(place, 'letter.txt')
      writeFileSync(file, 'Hej')
      expect(await opening(place)).toEqual({ code: 'not-a-register', values: { folder: place } })
      expect(await opening(file)).toEqual({ code: 'not-a-register', values: { folder: file } })
      expect(readdirSync(place)).toEqual(['letter.txt'])
    }))

  it('a wrong passphrase', () =>
    withRegister(async (folder) => {
      const before = contents(folder)
      expect(refusalOf(await reopen(folder, sqliteEngine, paperForm, 'en annan fågel'))).toEqual({
        code: 'wrong-passphrase',
        values: { folder },
      })
      expect(contents(folder)).toEqual(before)
    }))

  it.for(['register.db', 'keyring.db'])('a register that has lost its %s', (file) =>
    withRegister(async (folder) => {
      rmSync(join(folder, file))
      expect(await opening(folder)).toEqual({ code: 'damaged', values: { folder, file } })
      expect(readdirSync(folder)).not.toContain(file)
    }),
  )

  it.for([
    ['register.db', 'UPDATE meta SET schema = 9990', { code: 'newer', values: { file: 'register.db', found: 9990, known } }],
    ['register.db', 'UPDATE meta SET oldest_client = 9990', { code: 'newer', values: { file: 'register.db', found: known, known } }],
    [
      'keyring.db',
      'UPDATE meta SET schema = 9990',
      { code: 'newer', values: { file: 'keyring.db', found: 9990, known: newest(keyringMigrations) } },
    ],
    ['register.db', "UPDATE meta SET register_id = 'another'", { code: 'mixed', values: { file: 'register.db' } }],
    ['keyring.db', "UPDATE meta SET register_id = 'another'", { code: 'mixed', values: { file: 'keyring.db' } }],
    ['register.db', 'UPDATE people SET exchange_key = zeroblob(32)', { code: 'mixed', values: { file: 'keys.json' } }],
    ['register.db', 'DELETE FROM meta', { code: 'damaged', values: { file: 'register.db' } }],
  ] as const)('a %s after %s', ([file, statement, refusal]) =>
    withRegister(async (folder) => {
      await onTables<RegisterTables & KeyringTables>(folder, file, statement)
      const before = contents(folder)
      expect(await opening(folder)).toEqual(refusal)
      expect(Object.keys(contents(folder))).toEqual(Object.keys(before))
    }),
  )

  it('a keyring of another register', () =>
    withRegister(async (folder, place) => {
      const other = join(place, 'other')
      const options = createOptions(sqliteEngine)
      const makeKeys = (at: { folder: string; registerId: string; person: string }) =>
        createVault({ ...at, passphrase, derivation: quickDerivation })
      await accepted(await createRegister(other, { ...options, makeKeys })).close()
      cpSync(join(other, 'keyring.db'), join(folder, 'keyring.db'))
      expect(await opening(folder)).toMatchObject({ code: 'damaged', values: { file: 'keyring.db' } })
    }))

  it.for(['register.db', 'keyring.db'])('a %s that was cut short, overwritten or replaced by a readable one', (file) =>
    withRegister(async (folder) => {
      const path = join(folder, file)
      const whole = readFileSync(path)
      const damaged = { code: 'damaged', values: { folder, file } }
      truncateSync(path, 1000)
      expect(await opening(folder)).toEqual(damaged)
      writeFileSync(path, Buffer.alloc(whole.length, 3))
      expect(await opening(folder)).toEqual(damaged)
      const first = Buffer.from(whole)
      first[100] = (first[100] ?? 0) ^ 1
      writeFileSync(path, first)
      expect(await opening(folder)).toEqual(damaged)
      rmSync(path)
      const plain = new Database(path)
      plain.exec('CREATE TABLE meta (id)')
      plain.close()
      expect(await opening(folder)).toEqual(damaged)
      writeFileSync(path, whole)
      expect(await opening(folder)).toBe('accepted')
    }),
  )

  it('a register already open elsewhere, which goes on undisturbed', () =>
    withRegister(async (folder) => {
      const register = accepted(await reopen(folder, sqliteEngine))
      expect(await opening(folder)).toEqual({ code: 'in-use', values: { folder, file: 'register.db' } })
      const document = aPaper(register.newId(), { reference: 'HV-2026-0002' })
      accepted(await register.insertCase({ document, operationId: register.newId() }))
      expect(accepted(await register.verifyJournal()).intact).toBe(true)
      await register.close()
    }))

  it(
    'a register that another program has open',
    () =>
      withRegister(async (folder) => {
        const register = accepted(await reopen(folder, sqliteEngine))
        for (let attempt = 0; attempt < 2; attempt += 1) {
          // A second opening in this same program must not loosen the lock that keeps other programs out.
          expect(codeOf(await reopen(folder, sqliteEngine))).toBe('in-use')
          const other = spawnSync(process.execPath, [otherProgram, folder], { encoding: 'utf8', timeout: 20_000 })
          expect(other.stderr).toContain('refused: in-use')
        }
        await register.close()
      }),
    60_000,
  )

  it('a folder that this user may not write in', () =>
    withRegister(async (folder) => {
      for (const file of readdirSync(folder)) chmodSync(join(folder, file), 0o444)
      chmodSync(folder, 0o555)
      expect(await withoutRights(() => opening(folder))).toMatchObject({ code: 'not-writable', values: { folder } })
      chmodSync(folder, 0o755)
    }))

  it('a folder that this user may not even look into', () =>
    withRegister(async (folder) => {
      chmodSync(join(folder, 'keys.json'), 0o000)
      chmodSync(folder, 0o555)
      expect(await withoutRights(() => opening(folder))).toEqual({ code: 'not-readable', values: { folder } })
      chmodSync(folder, 0o755)
    }))
})

describe('a register damaged in the middle', () => {
  it('says so when the damaged page is read, instead of showing something wrong', () =>
    withRegister(async (folder) => {
      const path = join(folder, 'register.db')
      const bytes = readFileSync(path)
      for (let at = 8192; at < bytes.length; at += 512) bytes[at] = (bytes[at] ?? 0) ^ 1
      writeFileSync(path, bytes)
      const reopened = await reopen(folder, sqliteEngine)
      if (!reopened.ok) return expect(reopened.error).toMatchObject({ code: 'damaged' })
      expect(codeOf(await reopened.value.listCases({ limit: 10 }))).toBe('damaged')
    }))

  it('tells a full disk from damage', () =>
    inFolder(async (place) => {
      const folder = join(place, 'register')
      await (await newRegister(folder, sqliteEngine)).close()
      const vault = await unlockVault(folder, passphrase)
      if (!vault.ok) throw new Error(vault.error.code)
      const database = await sqliteEngine.open<RegisterTables>(folder, 'register.db', vault.value.fileKey('register.db'))
      await sql`PRAGMA max_page_count = 1`.execute(database)
      const row = { case_id: 'a', version: 1, document: new Uint8Array(1_000_000) }
      const full = await database
        .insertInto('case_versions')
        .values(row)
        .execute()
        .catch((error: unknown) => error)
      expect(sqliteEngine.trouble(full)).toBe('full')
      await database.destroy()
    }))
})

describe('making a register', () => {
  const make = async (folder: string, change: Partial<ReturnType<typeof createOptions>> = {}) => {
    const made = await createRegister(folder, { ...createOptions(sqliteEngine), ...change })
    if (made.ok) await made.value.close()
    return refusalOf(made)
  }

  it('takes a name that is free or an empty folder, and remembers what it is', () =>
    inFolder(async (place) => {
      const folder = join(place, 'register')
      mkdirSync(folder)
      const made = accepted(await createRegister(folder, { ...createOptions(sqliteEngine), demonstration: { today: '2026-10-01' } }))
      expect(made.info).toMatchObject({ mark: 'HV', schema: known, demonstration: { today: '2026-10-01' } })
      expect(made.info.id).toMatch(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/)
      await made.close()
      const moved = join(place, 'elsewhere')
      renameSync(folder, moved)
      const again = accepted(await reopen(moved, sqliteEngine))
      expect(again.info).toEqual(made.info)
      await again.close()
      expect(readdirSync(place)).toEqual(['elsewhere'])
    }))

  it('refuses a folder with anything in it and leaves that alone', () =>
    withRegister(async (folder) => {
      const before = contents(folder)
      expect(await make(folder)).toEqual({ code: 'folder-occupied', values: { folder } })
      expect(contents(folder)).toEqual(before)
    }))

  it('refuses where the folder above is missing or may not be written in', () =>
    inFolder(async (place) => {
      const missing = join(place, 'nowhere', 'register')
      expect(await make(missing)).toEqual({ code: 'folder-missing', values: { folder: join(place, 'nowhere') } })
      const closed = join(place, 'closed')
      mkdirSync(closed)
      chmodSync(closed, 0o555)
      const folder = join(closed, 'register')
      expect(await withoutRights(() => make(folder))).toEqual({ code: 'not-writable', values: { folder } })
      expect(readdirSync(closed)).toEqual([])
    }))

  it('refuses a mark that could not begin a reference', () =>
    inFolder(async (place) => {
      for (const mark of ['', 'H', 'hv', 'HVXYZ', 'H-'])
        expect(await make(join(place, 'register'), { mark })).toEqual({ code: 'mark-invalid', values: { mark } })
      expect(readdirSync(place)).toEqual([])
    }))

  it('leaves nothing behind when it fails on the way', () =>
    inFolder(async (place) => {
      const folder = join(place, 'register')
      const short: ReturnType<typeof createOptions>['makeKeys'] = (at) => createVault({ ...at, passphrase: 'kort' })
      expect(await make(folder, { makeKeys: short })).toEqual({ code: 'passphrase-too-short', values: { folder, least: 12 } })
      const failing: Engine = {
        ...sqliteEngine,
        open: (at, file, key) => (file === 'register.db' ? Promise.reject(new Error('pulled the plug')) : sqliteEngine.open(at, file, key)),
      }
      await expect(make(folder, { engine: failing })).rejects.toThrow('pulled the plug')
      const plain: Engine = {
        ...sqliteEngine,
        isEncrypted: async (at, file) => file !== 'keyring.db' && sqliteEngine.isEncrypted(at, file),
      }
      expect(await make(folder, { engine: plain })).toEqual({ code: 'not-encrypted', values: { folder, file: 'keyring.db' } })
      expect(readdirSync(place)).toEqual([])
      expect(await make(folder)).toBe('accepted')
      expect(statSync(folder).isDirectory()).toBe(true)
    }))
})
