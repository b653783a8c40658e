import { spawnSync } from 'node:child_process'
import { chownSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { compareBackup } from '#register/backup/restore.ts'
import { createRegister } from '#register/create.ts'
import { sqliteEngine } from '#register/sqlite/engine.ts'
import { unlockVault } from '#vault/unlock.ts'
import {
  addCase,
  type BackupDesk,
  backedUp,
  bytesOf,
  contentOf,
  namesIn,
  restored,
  unlockWithPassphrase,
  withPlace,
} from '../support/backup.ts'
import { accepted, codeOf, createOptions, openOptions, refusalOf, reopen, seededEntropy, steppingClock } from '../support/register-desk.ts'

const child = fileURLToPath(new URL('../support/restore-child.ts', import.meta.url))
/** The user `nobody`. */
const stranger = 65_534

const comparing = (from: string, here: Parameters<typeof compareBackup>[0]['here']) =>
  compareBackup({ from, here, unlock: unlockWithPassphrase }, openOptions(sqliteEngine))

/** The newest copies of the place, carried to where another user may read them. */
function carried({ place, around }: BackupDesk): string {
  const carrier = join(around, 'usb')
  cpSync(place, carrier, { recursive: true })
  if (process.getuid?.() === 0) {
    for (const name of ['', ...readdirSync(carrier, { recursive: true, encoding: 'utf8' })])
      chownSync(join(carrier, name), stranger, stranger)
  }
  return carrier
}

describe('the restore drill', () => {
  it('on another machine, as another user, gives every document, its history and its journal head', () =>
    withPlace(async (desk) => {
      const { register, around } = desk
      const steps = [{ path: '/alias', before: 'Barn 2', after: 'Lärkan' }]
      accepted(await register.changeCase({ caseId: 'case-2', expectedVersion: 1, steps, operationId: 'lark' }))
      await backedUp(register)
      const before = await contentOf(register)
      const carrier = carried(desk)
      const home = join(around, 'home')
      mkdirSync(home)
      const isRoot = process.getuid?.() === 0
      if (isRoot) chownSync(home, stranger, stranger)
      const as = isRoot ? { uid: stranger, gid: stranger } : {}
      const drill = spawnSync(process.execPath, [child, carrier, home], { ...as, cwd: '/', env: { PATH: '/usr/bin' }, encoding: 'utf8' })
      expect(drill.stderr).toBe('')
      const found = JSON.parse(drill.stdout)
      expect(found).toMatchObject({ intact: true, ...(isRoot ? { user: stranger } : {}) })
      expect(found.content).toEqual(JSON.parse(JSON.stringify(before)))
    }))

  it('keeps every head that the register had: nothing of its journal is missing', () =>
    withPlace(async ({ register, place, around }) => {
      const copy = await backedUp(register)
      const known = await Promise.all(['case-1', 'case-2', 'case-3'].map(async (id) => accepted(await register.headsFor(id)).case))
      const into = join(around, 'restored')
      expect(accepted(await restored({ from: place, into, mode: 'beside' }))).toMatchObject({
        copy: copy.name,
        at: copy.at,
        asideIn: undefined,
      })
      const again = accepted(await reopen(into, sqliteEngine))
      expect(accepted(await again.verifyJournal(known.filter((head) => head !== undefined))).faults).toEqual([])
      const entries = accepted(await again.history('register', 100))
      expect(entries.find(({ action }) => action === 'register.restored')).toMatchObject({
        detail: { copy: copy.name, sha256: copy.sha256, checkpoint: copy.checkpoint, mode: 'beside' },
      })
      await again.close()
    }))

  it('is offered in small: a trial reads everything back, leaves nothing, and is remembered', () =>
    withPlace(async ({ register, placeId }) => {
      const copy = await backedUp(register)
      const trial = accepted(await register.backups.tryOut(placeId, register.newId()))
      expect(trial).toMatchObject({ copy: copy.name, cases: 3, closed: 0, intact: true })
      expect(accepted(await register.backups.state()).trial).toEqual(trial)
    }))
})

describe('restoring beside', () => {
  it('takes an older copy by its name, forgets the places, and leaves the register here as it is', () =>
    withPlace(async ({ register, place, sub, around, folder }) => {
      const older = await backedUp(register)
      cpSync(sub, join(around, 'kept'), { recursive: true })
      await addCase(register, 4)
      const newer = await backedUp(register)
      for (const file of [`${older.name}.db`, `${older.name}.json`]) cpSync(join(around, 'kept', file), join(sub, file))
      await register.close()
      const before = bytesOf(folder)
      const into = join(around, 'restored')
      accepted(await restored({ from: place, copy: older.name, into, mode: 'beside' }))
      expect(bytesOf(folder)).toEqual(before)
      const again = accepted(await reopen(into, sqliteEngine))
      expect(accepted(await again.listCases({ limit: 10 }))).toHaveLength(3)
      expect(accepted(await again.backups.state()).places).toEqual([])
      await again.close()
      expect(codeOf(await restored({ from: place, copy: 'register-20200101T000000000Z', into: `${into}-2`, mode: 'beside' }))).toBe(
        'copy-missing',
      )
      expect(newer.at > older.at).toBe(true)
    }))

  it('refuses a folder with anything in it, a wrong passphrase and a place without copies', () =>
    withPlace(async ({ register, place, around, folder }) => {
      await backedUp(register)
      expect(codeOf(await restored({ from: place, into: folder, mode: 'beside' }))).toBe('folder-occupied')
      const into = join(around, 'restored')
      const wrong = { from: place, into, mode: 'beside', unlock: (at: string) => unlockVault(at, 'en annan fågel') } as const
      expect(codeOf(await restored(wrong))).toBe('wrong-passphrase')
      expect(codeOf(await restored({ from: around, into, mode: 'beside' }))).toBe('backup-missing')
      expect(codeOf(await restored({ from: join(around, 'nowhere'), into, mode: 'beside' }))).toBe('place-gone')
      expect(readdirSync(around).sort()).toEqual(['place', 'register'])
    }))

  it.for([
    ['the copy', (sub: string, name: string) => spoil(join(sub, `${name}.db`))],
    ['the keyring', (sub: string) => spoil(join(sub, 'keyring.db'))],
    ['the list of erased cases', (sub: string) => writeFileSync(join(sub, 'erased.json'), '{')],
  ] as const)('refuses when %s is damaged, and leaves nothing behind', ([_, damage]) =>
    withPlace(async ({ register, place, sub, around }) => {
      const { name } = await backedUp(register)
      damage(sub, name)
      expect(['copy-damaged', 'damaged']).toContain(codeOf(await restored({ from: place, into: join(around, 'restored'), mode: 'beside' })))
      expect(readdirSync(around).sort()).toEqual(['place', 'register'])
    }),
  )
})

function spoil(file: string): void {
  const bytes = readFileSync(file)
  for (let at = 4096 + 100; at < bytes.length; at += 4096) bytes[at] = (bytes[at] ?? 0) ^ 0xff
  writeFileSync(file, bytes)
}

describe('restoring instead', () => {
  it('keeps the former register whole under another name', () =>
    withPlace(async ({ register, place, folder, around }) => {
      await backedUp(register)
      await addCase(register, 4)
      await register.close()
      const before = bytesOf(folder)
      const { asideIn } = accepted(await restored({ from: place, into: folder, mode: 'instead' }))
      expect(namesIn(around)).toEqual(['place', 'register', expect.stringMatching(/^register-replaced-\d{8}T\d{9}Z$/)])
      expect(bytesOf(asideIn ?? '')['keyring.db']).toBe(before['keyring.db'])
      const again = accepted(await reopen(folder, sqliteEngine))
      expect(accepted(await again.listCases({ limit: 10 }))).toHaveLength(4 - 1)
      expect(accepted(await again.backups.state()).places).toHaveLength(1)
      await again.close()
      const former = accepted(await reopen(asideIn ?? '', sqliteEngine))
      expect(accepted(await former.listCases({ limit: 10 }))).toHaveLength(4)
      await former.close()
    }))

  it('of a damaged register works, and is refused while somebody has it open', () =>
    withPlace(async ({ register, place, folder }) => {
      await backedUp(register)
      expect(codeOf(await restored({ from: place, into: folder, mode: 'instead' }))).toBe('in-use')
      await register.close()
      writeFileSync(join(folder, 'register.db'), 'no register')
      const restoring = accepted(await restored({ from: place, into: folder, mode: 'instead' }))
      expect(readFileSync(join(restoring.asideIn ?? '', 'register.db'), 'utf8')).toBe('no register')
      const again = accepted(await reopen(folder, sqliteEngine))
      expect(accepted(await again.listCases({ limit: 10 }))).toHaveLength(3)
      await again.close()
    }))

  it('never takes the place of another register', () =>
    withPlace(async ({ register, place, around }) => {
      await backedUp(register)
      const other = join(around, 'other')
      const options = {
        ...createOptions(sqliteEngine),
        entropy: seededEntropy('another'),
        clock: steppingClock('2026-10-02T08:00:00.000Z'),
      }
      await accepted(await createRegister(other, options)).close()
      const before = bytesOf(other)
      expect(codeOf(await restored({ from: place, into: other, mode: 'instead' }))).toBe('mixed')
      expect(accepted(await comparing(place, { folder: other }))).toMatchObject({ relation: 'other' })
      expect(bytesOf(other)).toEqual(before)
    }))
})

describe('the comparison before a restore', () => {
  it('says what would be lost: nothing, what was written since, or both sides', () =>
    withPlace(async ({ register, place, folder, around }) => {
      await backedUp(register)
      const here = () => comparing(place, register.backups.here)
      // The entry that tells of the copy itself is the only one that the copy does not have.
      expect(accepted(await here())).toMatchObject({ relation: 'ancestor', lost: 1 })
      await addCase(register, 4)
      await addCase(register, 5)
      const comparison = accepted(await here())
      expect(comparison).toMatchObject({ relation: 'ancestor', lost: 3, copy: { counts: { cases: 3 } } })
      expect(comparison.present).toMatchObject({ state: 'readable', facts: { counts: { cases: 5 } } })
      await register.close()
      const into = join(around, 'restored')
      accepted(await restored({ from: place, into, mode: 'beside' }))
      expect(accepted(await comparing(place, { folder: into }))).toMatchObject({ relation: 'ancestor', lost: 1 })
      expect(accepted(await comparing(place, { folder: join(around, 'nowhere') }))).toMatchObject({ present: { state: 'none' }, lost: 0 })
      writeFileSync(join(folder, 'register.db'), 'no register')
      expect(accepted(await comparing(place, { folder }))).toMatchObject({ relation: 'unreadable', present: { code: 'damaged' } })
    }))

  it('tells two registers that both went on from one copy', () =>
    withPlace(async ({ register, place, around, folder }) => {
      await backedUp(register)
      await addCase(register, 4)
      await register.close()
      const other = join(around, 'restored')
      accepted(await restored({ from: place, into: other, mode: 'beside' }))
      const branch = accepted(await reopen(other, sqliteEngine))
      const second = join(around, 'second')
      mkdirSync(second)
      accepted(await branch.backups.addPlace({ folder: second, operationId: branch.newId() }))
      await backedUp(branch)
      await branch.close()
      expect(accepted(await comparing(second, { folder }))).toMatchObject({ relation: 'diverged' })
    }))
})

describe('an erased case', () => {
  it('is erased again in a register restored from before, and the restore says so', () =>
    withPlace(async (desk) => {
      const { register, place, sub, around } = desk
      await backedUp(register)
      const list = JSON.parse(readFileSync(join(sub, 'erased.json'), 'utf8'))
      writeFileSync(join(sub, 'erased.json'), JSON.stringify({ ...list, cases: ['case-2'] }))
      const into = join(around, 'restored')
      expect(accepted(await restored({ from: place, into, mode: 'beside' }))).toMatchObject({ erasedAgain: 1 })
      const again = accepted(await reopen(into, sqliteEngine))
      expect(accepted(await again.listCases({ limit: 10 })).map(({ id }) => id)).toEqual(['case-1', 'case-3'])
      expect(refusalOf(await again.loadCase('case-2'))).toMatchObject({ code: 'case-unknown' })
      await again.close()
    }))

  it('stays on the list of a place for ever, whatever register is backed up there next', () =>
    withPlace(async ({ register, sub }) => {
      await backedUp(register)
      const list = JSON.parse(readFileSync(join(sub, 'erased.json'), 'utf8'))
      writeFileSync(join(sub, 'erased.json'), JSON.stringify({ ...list, cases: ['case-9'] }))
      await backedUp(register)
      expect(JSON.parse(readFileSync(join(sub, 'erased.json'), 'utf8')).cases).toEqual(['case-9'])
    }))

  it('reaches the keyrings of the places that are there, and names those that are not', () =>
    withPlace(async ({ register, sub, place, around }) => {
      await backedUp(register)
      const away = join(around, 'away')
      mkdirSync(away)
      accepted(await register.backups.addPlace({ folder: away, operationId: register.newId() }))
      rmSync(away, { recursive: true })
      const before = readFileSync(join(sub, 'keyring.db'))
      const { reached, missed } = accepted(await register.backups.reachPlaces())
      expect(reached.map(({ folder }) => folder)).toEqual([place])
      expect(missed.map(({ folder }) => folder)).toEqual([away])
      expect(readFileSync(join(sub, 'keyring.db')).equals(before)).toBe(false)
    }))
})
