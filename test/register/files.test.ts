import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { sqliteEngine } from '#register/sqlite/engine.ts'
import type { RegisterTables } from '#register/tables.ts'
import { keepSigningIdentity } from '#vault/signing-identities.ts'
import { unlockVault } from '#vault/unlock.ts'
import { accepted, aPaper, inFolder, newRegister, passphrase } from '../support/register-desk.ts'

const planted = ['Fjällsippan', 'Mormor Zdravka', 'Färghandlaren', 'lastbilschauffören', 'IOM Helsingfors', 'Enhet Skymning', passphrase]

/** Every form in which a word could stand readable in a file. */
function formsOf(word: string): Buffer[] {
  const bytes = Buffer.from(word)
  return [
    bytes,
    Buffer.from(word, 'latin1'),
    Buffer.from(word, 'utf16le'),
    Buffer.from(bytes.toString('hex')),
    Buffer.from(JSON.stringify(word)),
  ]
}

function foundIn(folder: string): string[] {
  return readdirSync(folder).flatMap((file) => {
    const content = readFileSync(join(folder, file))
    return planted.filter((word) => formsOf(word).some((form) => content.includes(form))).map((word) => `${word} in ${file}`)
  })
}

describe('the files of a register', () => {
  it('would betray a planted word to this search if one stood in them', () =>
    inFolder(async (place) => {
      const readable = new Database(join(place, 'readable.db'))
      readable.exec(`CREATE TABLE planted (word TEXT); INSERT INTO planted VALUES ('Barnet kallas Fjällsippan.')`)
      readable.close()
      expect(foundIn(place)).toEqual(['Fjällsippan in readable.db'])
    }))

  it('hold no planted word, neither while it is open nor after it was closed', () =>
    inFolder(async (place) => {
      const folder = join(place, 'register')
      const register = await newRegister(folder, sqliteEngine)
      const id = register.newId()
      const document = aPaper(id, { alias: 'Fjällsippan', unit: 'Enhet Skymning', notes: ['Mormor Zdravka'], more: 'Färghandlaren' })
      accepted(await register.insertCase({ document, operationId: register.newId() }))
      for (let version = 1; version <= 40; version += 1) {
        const steps = [{ path: '/notes/0', after: `Talade med lastbilschauffören, gång ${version}. ${'Mormor Zdravka. '.repeat(60)}` }]
        accepted(await register.changeCase({ caseId: id, expectedVersion: version, steps, operationId: register.newId() }))
      }
      const detail = { recipient: 'IOM Helsingfors' }
      accepted(await register.record({ action: 'plan.exported', caseId: id, detail, operationId: register.newId() }))
      expect(statSync(join(folder, 'register.db-wal')).size).toBeGreaterThan(100_000)
      expect(foundIn(folder)).toEqual([])
      const vault = await unlockVault(folder, passphrase)
      if (!vault.ok) throw new Error(vault.error.code)
      const certificates = [Buffer.from('Fjällsippan')]
      await keepSigningIdentity(folder, vault.value, { id: 'office', privateKey: Buffer.from('Färghandlaren'), certificates })
      await register.close()
      expect(foundIn(folder)).toEqual([])
      expect(readdirSync(folder).sort()).toEqual(['keyring.db', 'keys.json', 'register.db', 'seen.json', 'signing.json'])
    }))

  it('are readable for their owner only', () =>
    inFolder(async (place) => {
      const folder = join(place, 'register')
      await (await newRegister(folder, sqliteEngine)).close()
      expect(statSync(folder).mode & 0o077).toBe(0)
      for (const file of readdirSync(folder)) expect(statSync(join(folder, file)).mode & 0o077, file).toBe(0)
    }))

  it('are encrypted, and set so that nothing acknowledged is lost with the power', () =>
    inFolder(async (place) => {
      const folder = join(place, 'register')
      await (await newRegister(folder, sqliteEngine)).close()
      for (const file of ['register.db', 'keyring.db']) {
        expect(readFileSync(join(folder, file)).subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3')
      }
      const readable = new Database(join(place, 'readable.db'))
      readable.exec('CREATE TABLE planted (word TEXT)')
      readable.close()
      expect(await sqliteEngine.isEncrypted(place, 'readable.db')).toBe(false)
      expect(await sqliteEngine.isEncrypted(folder, 'register.db')).toBe(true)
      const vault = await unlockVault(folder, passphrase)
      if (!vault.ok) throw new Error(vault.error.code)
      const database = await sqliteEngine.open<RegisterTables>(folder, 'register.db', vault.value.fileKey('register.db'))
      const settings: Record<string, unknown> = {}
      for (const name of ['cipher', 'journal_mode', 'synchronous', 'temp_store', 'secure_delete', 'foreign_keys', 'locking_mode']) {
        const { rows } = await sql.raw<Record<string, unknown>>(`PRAGMA ${name}`).execute(database)
        settings[name] = Object.values(rows[0] ?? {})[0]
      }
      await database.destroy()
      expect(settings).toEqual({
        cipher: 'aegis',
        journal_mode: 'wal',
        synchronous: 2,
        temp_store: 2,
        secure_delete: 1,
        foreign_keys: 1,
        locking_mode: 'exclusive',
      })
    }))
})
