import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { sqliteEngine } from '#register/sqlite/engine.ts'
import type { KeyringTables, RegisterTables } from '#register/tables.ts'
import { restored } from '../support/backup.ts'
import { accepted, codeOf, inFolder, newRegister, reopen } from '../support/register-desk.ts'
import {
  addBackupPlace,
  aSignature,
  aWeedingCase,
  onTables,
  plainPages,
  sealedBytesOf,
  secretWord,
  stretchesFound,
} from '../support/retention-desk.ts'

const gone = ['case-gone', 'HV-2020-0001'] as const
const other = ['case-other', 'HV-2020-0003'] as const
const kept = ['case-kept', 'HV-2026-0002'] as const

/** A closed register with two cases to weed and one to keep. */
async function filled(folder: string): Promise<void> {
  const register = await newRegister(folder, sqliteEngine)
  for (const [id, reference] of [gone, other, kept]) await aWeedingCase(register, id, reference)
  await register.close()
}

async function erased(folder: string, ...cases: (readonly [string, string])[]): Promise<string> {
  const register = accepted(await reopen(folder, sqliteEngine))
  const list = accepted(await register.weeding.sign(aSignature(register, cases)))
  accepted(await register.weeding.erase(list.id))
  // Emptied as soon as the erasure is told to be done, not only when the register is closed: only its record came after.
  expect(statSync(join(folder, 'keyring.db-wal')).size).toBe(0)
  expect(statSync(join(folder, 'register.db-wal')).size).toBeLessThan(60_000)
  await register.close()
  return list.id
}

const addAttachment = (folder: string, caseId: string) =>
  onTables<RegisterTables, void>(folder, 'register.db', async (database) => {
    const bytes = new Uint8Array(9000).map((_, at) => (at * 7 + (at >> 8)) % 251)
    await database
      .insertInto('contents')
      .values({ id: 'content', case_id: caseId, digest: bytes.subarray(0, 32), size: 9000, chunks: 1 })
      .execute()
    await database.insertInto('content_chunks').values({ content: 'content', number: 1, bytes }).execute()
    const row = { id: 'paper', case_id: caseId, content: 'content', added_at: '2026-01-01T00:00:00.000Z', facts: bytes.subarray(0, 90) }
    await database.insertInto('attachments').values(row).execute()
  })

const addBrokenGlass = (folder: string, caseId: string) =>
  onTables<RegisterTables, void>(folder, 'register.db', async (database) => {
    const { id: person } = await database.selectFrom('people').select('id').executeTakeFirstOrThrow()
    const reason = new Uint8Array(9000).map((_, at) => (at * 11 + (at >> 8)) % 253)
    const row = { id: 'break', case_id: caseId, person, broken_at: '2026-01-01T00:00:00.000Z', reason, acknowledged_at: null }
    await database.insertInto('glass_breaks').values(row).execute()
  })

describe('an erased case', () => {
  it('leaves no byte of what was sealed, in pages, free pages or log of register, keyring and index; the other case stands whole', () =>
    inFolder(async (place) => {
      const folder = join(place, 'register')
      await filled(folder)
      await addAttachment(folder, gone[0])
      await addBrokenGlass(folder, gone[0])
      writeFileSync(join(folder, 'search-anna.db'), 'an index that can be built again')
      const sealed = await sealedBytesOf(folder, gone[0])
      const of = async (file: 'register.db' | 'keyring.db') =>
        stretchesFound(await plainPages(folder, file), file === 'register.db' ? sealed.register : sealed.keyring)
      expect(sealed.register).toHaveLength(5)
      expect([await of('register.db'), await of('keyring.db')].every((count) => count > 1)).toBe(true)
      await erased(folder, gone)
      expect([await of('register.db'), await of('keyring.db')]).toEqual([0, 0])
      expect(existsSync(join(folder, 'search-anna.db'))).toBe(false)
      for (const file of ['register.db', 'keyring.db']) {
        expect((await plainPages(folder, file)).includes(secretWord)).toBe(false)
        expect(readFileSync(join(folder, file)).includes(secretWord)).toBe(false)
      }
      const register = accepted(await reopen(folder, sqliteEngine))
      expect(accepted(await register.listCases({ limit: 9 })).map((each) => each.id)).toEqual([other[0], kept[0]])
      expect(accepted(await register.loadCase(kept[0])).document.alias).toBe(secretWord)
      expect(codeOf(await register.loadCase(gone[0]))).toBe('case-unknown')
      await register.close()
    }))

  it('cannot be shown by an old backup of the register together with the keyring of today', () =>
    inFolder(async (place) => {
      const folder = join(place, 'register')
      await filled(folder)
      copyFileSync(join(folder, 'register.db'), join(place, 'backup.db'))
      await erased(folder, gone)
      copyFileSync(join(place, 'backup.db'), join(folder, 'register.db'))
      // On this computer the older register would be noticed.
      rmSync(join(folder, 'seen.json'))
      const older = accepted(await reopen(folder, sqliteEngine))
      const listed = accepted(await older.listCases({ limit: 9 })).find((each) => each.id === gone[0])
      expect(listed).toMatchObject({ reference: gone[1], headline: undefined })
      expect(codeOf(await older.loadCase(gone[0]))).toBe('case-closed')
      await older.close()
    }))

  it('goes again when an old backup and its old keyring are restored, and the journal of the restored register is whole', () =>
    inFolder(async (place) => {
      const folder = join(place, 'register')
      await filled(folder)
      const [usb, into] = [join(place, 'usb'), join(place, 'restored')]
      mkdirSync(usb)
      const before = accepted(await reopen(folder, sqliteEngine))
      accepted(await before.backups.addPlace({ folder: usb, operationId: before.newId() }))
      const [made] = accepted(await before.backups.make())
      await before.close()
      const copy = made?.copy?.name ?? ''
      const keyring = join(usb, readdirSync(usb)[0] ?? '', 'keyring.db')
      copyFileSync(keyring, join(place, 'old-keyring.db'))
      const sealed = await sealedBytesOf(folder, gone[0])
      await erased(folder, gone)
      const today = accepted(await reopen(folder, sqliteEngine))
      accepted(await today.backups.reachPlaces())
      await today.close()
      copyFileSync(join(place, 'old-keyring.db'), keyring)
      expect(accepted(await restored({ from: usb, copy, into, mode: 'beside' }))).toMatchObject({ erasedAgain: 1 })
      const again = accepted(await reopen(into, sqliteEngine))
      expect(codeOf(await again.loadCase(gone[0]))).toBe('case-unknown')
      expect(codeOf(await again.loadCase(kept[0]))).toBe('accepted')
      expect(accepted(await again.weeding.state()).erasures).toMatchObject([{ case: { caseId: gone[0] }, doneAt: expect.any(String) }])
      expect(accepted(await again.verifyJournal()).faults).toEqual([])
      await again.close()
      expect(stretchesFound(await plainPages(into, 'register.db'), sealed.register)).toBe(0)
      expect(stretchesFound(await plainPages(into, 'keyring.db'), sealed.keyring)).toBe(0)
    }))
})

it('says which backup places an erasure has not reached: those whose keyring is older than it', () =>
  inFolder(async (place) => {
    const folder = join(place, 'register')
    await filled(folder)
    await addBackupPlace(folder, 'drawer', '/media/sticka', '2026-09-01T08:00:00.000Z')
    await addBackupPlace(folder, 'server', '/srv/kopior', '2099-01-01T08:00:00.000Z')
    await addBackupPlace(folder, 'old', '/srv/gammal', null)
    await erased(folder, gone)
    const register = accepted(await reopen(folder, sqliteEngine))
    const { places } = accepted(await register.weeding.state())
    expect(places.map(({ name, outstanding }) => [name, outstanding]).toSorted()).toEqual([
      ['/media/sticka', [gone[0]]],
      ['/srv/gammal', [gone[0]]],
      ['/srv/kopior', []],
    ])
    await register.close()
  }))

const child = fileURLToPath(new URL('../support/retention-crash-child.ts', import.meta.url))
const steps = ['begun', 'keys-destroyed', 'search-forgotten', 'rows-deleted', 'bytes-overwritten', 'recorded']
const deaths = steps.flatMap((step) =>
  ['begun', 'rows-deleted', 'recorded'].includes(step) ? [`${step} ${gone[0]}`, `${step} ${other[0]}`] : [step],
)

describe('a program that dies during an erasure', () => {
  it.each(deaths)('after “%s”: the next opening finishes it, says so, and everything is gone', (fatal) =>
    inFolder(async (place) => {
      const folder = join(place, 'register')
      await filled(folder)
      const sealed = await sealedBytesOf(folder, other[0])
      const signing = accepted(await reopen(folder, sqliteEngine))
      const list = accepted(await signing.weeding.sign(aSignature(signing, [gone, other])))
      await signing.close()
      const died = spawnSync(process.execPath, [child, folder, list.id, fatal], { encoding: 'utf8' })
      expect([died.signal, died.stderr]).toEqual(['SIGKILL', ''])
      const register = accepted(await reopen(folder, sqliteEngine))
      const state = accepted(await register.weeding.state())
      expect(state.finishedAtOpening).toEqual(fatal === `recorded ${other[0]}` ? [] : [list.id])
      expect(state.erasures.map((each) => [each.case.caseId, each.doneAt !== undefined, each.entry !== undefined])).toEqual([
        [gone[0], true, true],
        [other[0], true, true],
      ])
      expect(accepted(await register.listCases({ limit: 9 })).map((each) => each.id)).toEqual([kept[0]])
      expect(accepted(await register.verifyJournal()).faults).toEqual([])
      const entries = accepted(await register.history('register', 50)).map((entry) => entry.action)
      for (const action of ['case.erasing', 'case.erased']) expect(entries.filter((each) => each === action)).toHaveLength(2)
      await register.close()
      expect(stretchesFound(await plainPages(folder, 'register.db'), sealed.register)).toBe(0)
      expect(stretchesFound(await plainPages(folder, 'keyring.db'), sealed.keyring)).toBe(0)
    }),
  )
})

describe('what only looks like a lawful erasure', () => {
  it('a row without a signed list destroys no key at the next opening, and the journal finds the missing versions', () =>
    inFolder(async (place) => {
      const folder = join(place, 'register')
      await filled(folder)
      const signing = accepted(await reopen(folder, sqliteEngine))
      const list = accepted(await signing.weeding.sign(aSignature(signing, [gone])))
      await signing.close()
      await onTables<RegisterTables, void>(folder, 'register.db', async (database) => {
        const row = { case_id: kept[0], weeding_list: list.id, begun_at: '2026-10-01T08:00:00.000Z' }
        await database.insertInto('erasures').values(row).execute()
      })
      const register = accepted(await reopen(folder, sqliteEngine))
      expect(accepted(await register.loadCase(kept[0])).version).toBe(2)
      await register.close()
      await onTables<RegisterTables, void>(folder, 'register.db', async (database) => {
        await database.deleteFrom('case_versions').where('case_id', '=', kept[0]).execute()
        await database.deleteFrom('cases').where('id', '=', kept[0]).execute()
      })
      const robbed = accepted(await reopen(folder, sqliteEngine))
      expect(accepted(await robbed.verifyJournal()).faults.map((fault) => fault.code)).toContain('version-missing')
      await robbed.close()
    }))

  it('a list changed after its signature erases nothing', () =>
    inFolder(async (place) => {
      const folder = join(place, 'register')
      await filled(folder)
      const signing = accepted(await reopen(folder, sqliteEngine))
      const list = accepted(await signing.weeding.sign(aSignature(signing, [gone])))
      await signing.close()
      await onTables<RegisterTables, unknown>(folder, 'register.db', (database) =>
        database.updateTable('weeding_lists').set({ signed_at: '2020-01-01T00:00:00.000Z' }).execute(),
      )
      const register = accepted(await reopen(folder, sqliteEngine))
      expect(codeOf(await register.weeding.erase(list.id))).toBe('weeding-list-invalid')
      expect(accepted(await register.loadCase(gone[0])).version).toBe(2)
      await register.close()
    }))

  it('the keys of every recipient go, not only those of the one who erases', () =>
    inFolder(async (place) => {
      const folder = join(place, 'register')
      await filled(folder)
      await onTables<KeyringTables, unknown>(folder, 'keyring.db', async (database) => {
        const row = await database.selectFrom('case_key').selectAll().where('case_id', '=', gone[0]).executeTakeFirstOrThrow()
        await database
          .insertInto('case_key')
          .values({ ...row, recipient: 'somebody-else' })
          .execute()
      })
      await erased(folder, gone)
      const left = await onTables<KeyringTables, number>(folder, 'keyring.db', async (database) => {
        return (await database.selectFrom('case_key').select('case_id').where('case_id', '=', gone[0]).execute()).length
      })
      expect(left).toBe(0)
    }))
})
