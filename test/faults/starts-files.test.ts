import { cpSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { createRegister } from '#register/create.ts'
import { sqliteEngine } from '#register/sqlite/engine.ts'
import { firstLook } from '#register/starts/examine.ts'
import type { RegisterTables } from '#register/tables.ts'
import { createVault, unlockVault } from '#vault/unlock.ts'
import { accepted, createOptions, passphrase, quickDerivation, refusalOf, seededEntropy } from '../support/register-desk.ts'
import { digestsOf, holding, killed, openAt, withClosedRegister } from '../support/starts.ts'

const noon = '2026-10-05T12:00:00.000Z'

/** The refusal of an opening that has to leave every file as it was. */
async function refused(folder: string) {
  const before = digestsOf(folder)
  const refusal = refusalOf(await openAt(folder, noon))
  expect(digestsOf(folder)).toEqual(before)
  return refusal
}

async function otherRegister(place: string): Promise<string> {
  const other = join(place, 'other')
  const makeKeys = (at: { folder: string; registerId: string; person: string }) =>
    createVault({ ...at, passphrase, derivation: quickDerivation })
  const entropy = seededEntropy('another office')
  await accepted(await createRegister(other, { ...createOptions(sqliteEngine), entropy, makeKeys })).close()
  return other
}

/** Flips one bit in the middle of a file. */
function flip(path: string, at = Math.floor(statSync(path).size / 2)): void {
  const bytes = readFileSync(path)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(path, bytes)
}

describe('a corrupt file', () => {
  it.for(['register.db', 'keyring.db'])('%s is named, whatever has happened to its first page', (file) =>
    withClosedRegister(async (folder) => {
      flip(join(folder, file), 100)
      expect(await refused(folder)).toEqual({ code: 'damaged', values: { folder, file } })
      truncateSync(join(folder, file), 700)
      expect(await refused(folder)).toEqual({ code: 'damaged', values: { folder, file } })
      truncateSync(join(folder, file), 0)
      expect(await firstLook(folder)).toEqual({ code: 'damaged', values: { folder, file } })
      expect(await refused(folder)).toEqual({ code: 'damaged', values: { folder, file } })
    }),
  )

  it('keys.json that is no longer a key file is named', () =>
    withClosedRegister(async (folder) => {
      truncateSync(join(folder, 'keys.json'), 90)
      expect(await refused(folder)).toEqual({ code: 'damaged', values: { folder, file: 'keys.json' } })
    }))

  it.for(['register.db', 'keyring.db'])('%s that is gone is named before any key is asked for, and is not made anew', (file) =>
    withClosedRegister(async (folder) => {
      rmSync(join(folder, file))
      expect(await firstLook(folder)).toEqual({ code: 'damaged', values: { folder, file } })
      expect(await refused(folder)).toEqual({ code: 'damaged', values: { folder, file } })
    }),
  )
})

describe('keys', () => {
  it('of another register are named for what they are, as far as the side file proves it', () =>
    withClosedRegister(async (folder, place) => {
      cpSync(join(await otherRegister(place), 'keys.json'), join(folder, 'keys.json'))
      expect(await refused(folder)).toEqual({ code: 'mixed', values: { folder, file: 'keys.json' } })
      rmSync(join(folder, 'seen.json'))
      expect(await refused(folder)).toEqual({ code: 'wrong-key', values: { folder, file: 'keys.json' } })
    }))

  it('that do not fit leave the log of a register that was killed as it was, and the right ones still find all in it', () =>
    withClosedRegister(async (folder, place) => {
      await killed(await holding(folder, 'write'))
      const own = readFileSync(join(folder, 'keys.json'))
      cpSync(join(await otherRegister(place), 'keys.json'), join(folder, 'keys.json'))
      expect(await refused(folder)).toMatchObject({ code: 'damaged' })
      writeFileSync(join(folder, 'keys.json'), own)
      const register = accepted(await openAt(folder, noon))
      expect(accepted(await register.listCases({ limit: 9 }))).toHaveLength(2)
      await register.close()
    }))

  it('that are gone: nothing else opens the register, and nothing is made in their place', () =>
    withClosedRegister(async (folder) => {
      rmSync(join(folder, 'keys.json'))
      expect(await firstLook(folder)).toEqual({ code: 'keys-missing', values: { folder, file: 'keys.json' } })
      expect(await refused(folder)).toEqual({ code: 'keys-missing', values: { folder, file: 'keys.json' } })
    }))
})

describe('a register', () => {
  it.for(['register.db', 'keyring.db'])('whose %s a newer program has changed is left as it was', (file) =>
    withClosedRegister(async (folder) => {
      const vault = await unlockVault(folder, passphrase)
      if (!vault.ok) throw new Error(vault.error.code)
      const database = await sqliteEngine.open<RegisterTables>(folder, file, vault.value.fileKey(file))
      await sql`UPDATE meta SET schema = 9990`.execute(database)
      await database.destroy()
      expect(await refused(folder)).toMatchObject({ code: 'newer', values: { file, found: 9990 } })
    }),
  )

  it('that a second process has open is refused there and undisturbed here', () =>
    withClosedRegister(async (folder) => {
      const other = await holding(folder, 'write')
      const before = digestsOf(folder)
      expect(refusalOf(await openAt(folder, noon))).toEqual({ code: 'in-use', values: { folder, file: 'register.db' } })
      expect(digestsOf(folder)).toEqual(before)
      await killed(other)
      const register = accepted(await openAt(folder, noon))
      expect(accepted(await register.verifyJournal()).intact).toBe(true)
      await register.close()
    }))

  it('whose older copy was put back is left as it was', () =>
    withClosedRegister(async (folder, place) => {
      const copy = join(place, 'copy')
      cpSync(folder, copy, { recursive: true })
      await accepted(await openAt(folder, '2026-10-04T12:00:00.000Z')).close()
      cpSync(join(copy, 'register.db'), join(folder, 'register.db'))
      expect(await refused(folder)).toMatchObject({ code: 'rolled-back', values: { seen: 2, newest: 1 } })
    }))
})
