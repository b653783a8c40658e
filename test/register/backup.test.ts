import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { placeTrouble } from '#register/backup/place-trouble.ts'
import { openRegister } from '#register/open.ts'
import { sqliteEngine } from '#register/sqlite/engine.ts'
import { addCase, backedUp, bytesOf, copiesIn, namesIn, refusedWith, unlockWithPassphrase, withPlace } from '../support/backup.ts'
import { accepted, codeOf, openOptions, passphrase, refusalOf, reopen, seededEntropy, steppingClock } from '../support/register-desk.ts'

const newId = '01J00000000000000000000000'

describe('a backup', () => {
  it('is one whole copy, its manifest, the one keyring and what locks it, readable for their owner only', () =>
    withPlace(async ({ register, sub }) => {
      const copy = await backedUp(register)
      expect(namesIn(sub)).toEqual(['erased.json', 'keyring.db', 'keys.json', `${copy.name}.db`, `${copy.name}.json`])
      // Besides the user the two glasses are people, who are none.
      expect(copy.counts).toEqual({ cases: 3, versions: 3, entries: 6, attachments: 0, contents: 0, people: 3 })
      expect(copy.checkpoint?.number).toBe(1)
      for (const file of namesIn(sub)) expect(statSync(join(sub, file)).mode & 0o077, file).toBe(0)
      expect(statSync(sub).mode & 0o077).toBe(0)
    }))

  it('says nothing of anybody in names and manifests, and can be read by nobody without a key', () =>
    withPlace(async ({ register, sub }) => {
      await backedUp(register)
      const planted = ['Barn 1', 'Vill hem', 'HV-2026', 'case-1', 'Enhet', passphrase]
      for (const file of namesIn(sub)) {
        const content = readFileSync(join(sub, file))
        expect(content.subarray(0, 13).toString('latin1'), file).not.toBe('SQLite format')
        for (const word of planted) expect(content.includes(word) || file.includes(word), `${word} in ${file}`).toBe(false)
      }
    }))

  it('is remembered: the register knows when and up to where, the journal says so, the lock screen may say it', () =>
    withPlace(async ({ register, folder, placeId }) => {
      expect(accepted(await register.backups.state()).places).toMatchObject([{ tooOld: true, sameDisk: true }])
      const copy = await backedUp(register)
      const { places } = accepted(await register.backups.state())
      expect(places).toMatchObject([
        {
          id: placeId,
          label: 'place',
          lastGoodAt: copy.at,
          keyringAt: copy.at,
          checkpoint: copy.checkpoint?.number,
          isThere: true,
          tooOld: false,
        },
      ])
      const last = accepted(await register.history('register', 100)).at(-1)
      expect(last).toMatchObject({
        action: 'backup.made',
        object: `backup-place:${placeId}`,
        detail: { name: copy.name, sha256: copy.sha256 },
      })
      expect(JSON.parse(readFileSync(join(folder, 'backup-seen.json'), 'utf8'))).toEqual({
        format: 'hemvag-backup-seen-1',
        lastGoodAt: copy.at,
        failed: null,
      })
      expect(accepted(await register.verifyJournal()).intact).toBe(true)
    }))

  it('replaces the keyring and keeps the copies', () =>
    withPlace(async ({ register, sub }) => {
      await backedUp(register)
      const before = readFileSync(join(sub, 'keyring.db'))
      await addCase(register, 4)
      await backedUp(register)
      expect(readFileSync(join(sub, 'keyring.db')).equals(before)).toBe(false)
      expect(namesIn(sub).filter((file) => file.startsWith('keyring'))).toEqual(['keyring.db'])
    }))

  it('proves itself: one changed byte, a shorter file or a foreign one is found', () =>
    withPlace(async ({ register, sub }) => {
      const copy = await backedUp(register)
      const file = join(sub, `${copy.name}.db`)
      expect(accepted(await register.backups.verify(file))).toMatchObject({ counts: copy.counts, sha256: copy.sha256 })
      const whole = readFileSync(file)
      const changed = Buffer.from(whole)
      changed[changed.length - 5000] = (changed[changed.length - 5000] ?? 0) ^ 1
      writeFileSync(file, changed)
      expect(refusalOf(await register.backups.verify(file))).toMatchObject({ code: 'copy-damaged' })
      truncateSync(file, whole.length - 4096)
      expect(codeOf(await register.backups.verify(file))).toBe('copy-missing')
    }))

  it('that was interrupted does not count, and the next one clears it away', () =>
    withPlace(async ({ register, sub }) => {
      const copy = await backedUp(register)
      writeFileSync(join(sub, 'register-20261001T070000000Z.db'), readFileSync(join(sub, `${copy.name}.db`)))
      writeFileSync(join(sub, 'register-20261001T070100000Z.db.part'), 'half')
      writeFileSync(join(sub, 'register-20261001T070200000Z.json'), readFileSync(join(sub, `${copy.name}.json`)))
      writeFileSync(join(sub, 'keyring.db.part'), 'half')
      writeFileSync(join(sub, 'letter.txt'), 'Mitt eget')
      expect((await copiesIn(sub)).map(({ name }) => name)).toEqual([copy.name])
      const next = await backedUp(register)
      // Of one day the newest stays.
      expect(namesIn(sub)).toEqual(['erased.json', 'keyring.db', 'keys.json', 'letter.txt', `${next.name}.db`, `${next.name}.json`])
    }))

  it('of an older folder that was put back is refused where newer copies lie, which stay with their keyring', () =>
    withPlace(async ({ register, folder, sub, place, placeId }) => {
      await backedUp(register)
      await register.close()
      const aside = join(place, '..', 'aside')
      cpSync(folder, aside, { recursive: true })
      const going = accepted(await reopen(folder, sqliteEngine))
      await addCase(going, 4)
      await backedUp(going)
      await going.close()
      const before = Object.fromEntries(namesIn(sub).map((file) => [file, readFileSync(join(sub, file)).toString('base64')]))
      const older = accepted(await reopen(aside, sqliteEngine))
      try {
        expect(accepted(await older.backups.make(placeId)).map(refusedWith)).toEqual(['place-newer'])
        expect(Object.fromEntries(namesIn(sub).map((file) => [file, readFileSync(join(sub, file)).toString('base64')]))).toEqual(before)
      } finally {
        await older.close()
      }
    }))

  it('whose place is gone is refused, says so, and leaves the register as it was', () =>
    withPlace(async ({ register, place, placeId }) => {
      const { at } = await backedUp(register)
      renameSync(place, `${place}-away`)
      expect(accepted(await register.backups.make()).map(refusedWith)).toEqual(['place-gone'])
      const { places } = accepted(await register.backups.state())
      expect(places).toMatchObject([{ id: placeId, lastGoodAt: at, isThere: false }])
      renameSync(`${place}-away`, place)
      expect((await backedUp(register)).at > at).toBe(true)
    }))

  it('of one place does not wait for another that is gone', () =>
    withPlace(async ({ register, around, place }) => {
      const other = join(around, 'other')
      mkdirSync(other)
      accepted(await register.backups.addPlace({ folder: other, operationId: newId }))
      rmSync(place, { recursive: true })
      expect(accepted(await register.backups.make()).map(refusedWith)).toEqual(['place-gone', 'accepted'])
    }))

  it('asked for twice at once makes both, one after the other', () =>
    withPlace(async ({ register, sub }) => {
      const made = await Promise.all([backedUp(register), backedUp(register)])
      expect(new Set(made.map(({ name }) => name)).size).toBe(2)
      expect((await copiesIn(sub)).map(({ name }) => name)).toEqual([
        made
          .map(({ name }) => name)
          .toSorted()
          .at(-1),
      ])
    }))

  it('goes on while somebody writes, and holds one moment', () =>
    withPlace(async ({ register, sub }) => {
      const writing = (async () => {
        for (let number = 4; number < 9; number += 1) await addCase(register, number)
      })()
      const [copy] = await Promise.all([backedUp(register), writing])
      expect(accepted(await register.backups.verify(join(sub, `${copy.name}.json`))).counts).toEqual(copy.counts)
    }))
})

describe('a full disk', () => {
  const asRoot = process.getuid?.() === 0

  const onSystem = (tool: 'mount' | 'umount', given: readonly string[]) => spawnSync(tool, given)

  /** A disk of so many bytes. Where none may be mounted, at least the engine's own word for it is understood. */
  async function withSmallDisk(place: string, size: string, work: () => Promise<void>): Promise<void> {
    const mounted = asRoot && onSystem('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', place]).status === 0
    if (!mounted) {
      const said = await placeTrouble(new Database.SqliteError('database or disk is full', 'SQLITE_FULL'), sqliteEngine, place)
      expect(said).toMatchObject({ problem: { code: 'place-full' } })
      return
    }
    await work().finally(() => onSystem('umount', [place]))
  }

  it('is found before anything is written', () =>
    withPlace(({ register, place, sub }) =>
      withSmallDisk(place, '200k', async () => {
        expect(accepted(await register.backups.make()).map(refusedWith)).toEqual(['place-full'])
        expect(namesIn(sub)).toEqual([])
        await addCase(register, 4)
        expect(accepted(await register.verifyJournal()).intact).toBe(true)
      }),
    ))

  it('that fills up on the way leaves the older copies, and no half one that counts', () =>
    withPlace(({ register, place, sub }) =>
      withSmallDisk(place, '4m', async () => {
        const first = await backedUp(register)
        const before = bytesOf(sub)
        writeFileSync(join(place, 'film.mp4'), Buffer.alloc(2_000_000))
        for (let number = 4; number < 9; number += 1) {
          const steps = [{ path: '/notes/1', after: 'å'.repeat(300_000) }]
          accepted(await register.changeCase({ caseId: 'case-1', expectedVersion: number - 3, steps, operationId: `grow-${number}` }))
        }
        expect(accepted(await register.backups.make()).map(refusedWith)).toEqual(['place-full'])
        expect((await copiesIn(sub)).map(({ name }) => name)).toEqual([first.name])
        expect(bytesOf(sub)[`${first.name}.db`]).toBe(before[`${first.name}.db`])
        rmSync(join(place, 'film.mp4'))
      }),
    ))
})

describe('a place for copies', () => {
  it('is refused in the register itself, where nothing is, where one may not write, and a second time under another name', () =>
    withPlace(async ({ register, folder, place, around }) => {
      const add = async (at: string) => refusalOf(await register.backups.addPlace({ folder: at, operationId: register.newId() }))
      expect(await add(folder)).toEqual({ code: 'place-inside', values: { folder } })
      mkdirSync(join(folder, 'copies'))
      expect(await add(join(folder, 'copies'))).toMatchObject({ code: 'place-inside' })
      rmSync(join(folder, 'copies'), { recursive: true })
      symlinkSync(folder, join(around, 'link'))
      expect(await add(join(around, 'link'))).toMatchObject({ code: 'place-inside' })
      expect(await add(join(around, 'nowhere'))).toMatchObject({ code: 'folder-missing' })
      symlinkSync(place, join(around, 'again'))
      expect(await add(join(around, 'again'))).toMatchObject({ code: 'place-known' })
      writeFileSync(join(around, 'file'), '')
      expect(await add(join(around, 'file'))).toMatchObject({ code: 'folder-missing' })
    }))

  it('that another program sends elsewhere is taken with a warning', () =>
    withPlace(async ({ register, around }) => {
      for (const name of ['OneDrive - Region Syd', 'Dropbox']) {
        mkdirSync(join(around, name, 'Kopior'), { recursive: true })
        const added = accepted(await register.backups.addPlace({ folder: join(around, name, 'Kopior'), operationId: register.newId() }))
        expect(added.warning).toBe('synchronised')
      }
      mkdirSync(join(around, 'Boxning'))
      expect(accepted(await register.backups.addPlace({ folder: join(around, 'Boxning'), operationId: register.newId() })).warning).toBe(
        'same-disk',
      )
    }))

  it('that is forgotten keeps its copies', () =>
    withPlace(async ({ register, sub, placeId }) => {
      const { name } = await backedUp(register)
      accepted(await register.backups.forgetPlace({ placeId, operationId: newId }))
      expect(accepted(await register.backups.state()).places).toEqual([])
      expect((await copiesIn(sub)).map((copy) => copy.name)).toEqual([name])
      expect(codeOf(await register.backups.forgetPlace({ placeId, operationId: register.newId() }))).toBe('place-unknown')
    }))

  it('where another register lies under the same name is left alone', () =>
    withPlace(async ({ register, sub }) => {
      const { name } = await backedUp(register)
      const manifest = join(sub, `${name}.json`)
      writeFileSync(manifest, readFileSync(manifest, 'utf8').replace(register.info.id, '01J00000000000000000000001'))
      const before = bytesOf(sub)
      expect(accepted(await register.backups.make()).map(refusedWith)).toEqual(['mixed'])
      expect(bytesOf(sub)).toEqual(before)
    }))
})

describe('closing a register', () => {
  const reopenAt = (folder: string, at: string, accept: readonly string[] = []) =>
    openRegister(folder, unlockWithPassphrase, {
      ...openOptions(sqliteEngine),
      entropy: seededEntropy(at),
      clock: steppingClock(at),
      accept,
    })

  it('backs up where the last good copy is a day old, or as old as was set, and not where it is fresh', () =>
    withPlace(async ({ register, folder, sub }) => {
      const newest = async () => (await copiesIn(sub))[0]?.at.slice(0, 16)
      await register.close()
      expect(await newest()).toBe('2026-10-01T08:00')
      const soon = accepted(await reopenAt(folder, '2026-10-01T20:00:00.000Z'))
      await soon.close()
      expect(await newest()).toBe('2026-10-01T08:00')
      const set = accepted(await reopenAt(folder, '2026-10-01T21:00:00.000Z'))
      accepted(await set.keepSetting({ name: 'backup-max-age-hours', value: 12, operationId: set.newId() }))
      await set.close()
      expect(await newest()).toBe('2026-10-01T21:00')
      const backwards = accepted(await reopenAt(folder, '2026-09-01T08:00:00.000Z', ['clock-behind']))
      await backwards.close()
      expect((await copiesIn(sub)).map(({ at }) => at.slice(0, 16))).toEqual(['2026-10-01T21:00', '2026-09-01T08:00'])
    }))

  it('is not stopped by a place that fails, and says so at the next start', () =>
    withPlace(async ({ register, folder, place }) => {
      rmSync(place, { recursive: true })
      await register.close()
      const seen = JSON.parse(readFileSync(join(folder, 'backup-seen.json'), 'utf8'))
      expect(seen).toMatchObject({ lastGoodAt: null, failed: { code: 'place-gone' } })
      chmodSync(folder, 0o700)
      const again = accepted(await reopen(folder, sqliteEngine))
      expect(accepted(await again.verifyJournal()).intact).toBe(true)
      await again.close()
    }))
})
