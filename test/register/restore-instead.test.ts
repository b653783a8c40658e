import { spawnSync } from 'node:child_process'
import { cpSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { finishExchange } from '#register/backup/exchange.ts'
import { compareBackup } from '#register/backup/restore.ts'
import { sqliteEngine } from '#register/sqlite/engine.ts'
import { firstLook } from '#register/starts/examine.ts'
import { addCase, type BackupDesk, backedUp, bytesOf, namesIn, restored, unlockWithPassphrase, withPlace } from '../support/backup.ts'
import { accepted, codeOf, openOptions, reopen } from '../support/register-desk.ts'
import { openAt } from '../support/starts.ts'

const child = fileURLToPath(new URL('../support/exchange-child.ts', import.meta.url))

/** A register whose replacement was killed when nothing had its name. */
async function stoppedInTheGap({ register, place, folder }: BackupDesk): Promise<void> {
  await backedUp(register)
  await addCase(register, 4)
  await register.close()
  expect(spawnSync(process.execPath, [child, place, folder]).signal).toBe('SIGKILL')
}

describe('a restore that was killed when no folder had the register’s name', () => {
  it('is finished by the next start, and both registers open', () =>
    withPlace(async (desk) => {
      const { folder, around } = desk
      await stoppedInTheGap(desk)
      expect(namesIn(around)).not.toContain('register')
      expect(await firstLook(folder)).toBeUndefined()
      const names = readdirSync(around).sort()
      expect(names).toEqual(['place', 'register', expect.stringMatching(/^register-replaced-/)])
      const again = accepted(await openAt(folder, '2026-12-01T08:00:00.000Z'))
      expect(accepted(await again.listCases({ limit: 10 }))).toHaveLength(3)
      await again.close()
      const former = accepted(await reopen(join(around, names[2] ?? ''), sqliteEngine))
      expect(accepted(await former.listCases({ limit: 10 }))).toHaveLength(4)
      await former.close()
    }))

  it('is finished by opening it as well', () =>
    withPlace(async (desk) => {
      await stoppedInTheGap(desk)
      const again = accepted(await openAt(desk.folder, '2026-12-01T08:00:00.000Z'))
      expect(accepted(await again.listCases({ limit: 10 }))).toHaveLength(3)
      await again.close()
    }))

  it('gives the former register its name back where what was restored is gone', () =>
    withPlace(async (desk) => {
      const { folder, around } = desk
      await stoppedInTheGap(desk)
      rmSync(join(around, namesIn(around).find((name) => name.startsWith('register-restored-')) ?? 'none'), { recursive: true })
      const again = accepted(await openAt(folder, '2026-12-01T08:00:00.000Z'))
      expect(accepted(await again.listCases({ limit: 10 }))).toHaveLength(4)
      await again.close()
      expect(namesIn(around)).toEqual(['place', 'register'])
    }))

  it('names both folders where neither can get the name', () =>
    withPlace(async (desk) => {
      const { folder, around } = desk
      await stoppedInTheGap(desk)
      for (const name of namesIn(around).filter((each) => /^register-re/.test(each)))
        renameSync(join(around, name), join(around, `x${name}`))
      expect(await firstLook(folder)).toMatchObject({
        code: 'exchange-unfinished',
        values: { folder, waiting: expect.stringMatching(/^register-restored-/), aside: expect.stringMatching(/^register-replaced-/) },
      })
      expect(codeOf(await reopen(folder, sqliteEngine))).toBe('exchange-unfinished')
    }))

  it('never takes away or renames what no exchange of this folder made', () =>
    withPlace(async ({ register, folder, around }) => {
      await register.close()
      const before = bytesOf(folder)
      const meant = { format: 'hemvag-exchange-1', waiting: 'place', aside: 'register-replaced-1' }
      writeFileSync(join(around, '.register.exchange.json'), JSON.stringify(meant))
      await expect(finishExchange(folder)).rejects.toMatchObject({ problem: { code: 'exchange-unfinished' } })
      expect(namesIn(around)).toEqual(['.register.exchange.json', 'place', 'register'])
      expect(bytesOf(folder)).toEqual(before)
    }))

  it('lets no new register into the gap', () =>
    withPlace(async (desk) => {
      await stoppedInTheGap(desk)
      expect(codeOf(await restored({ from: desk.place, into: desk.folder, mode: 'beside' }))).toBe('folder-occupied')
    }))
})

describe('the comparison before a restore', () => {
  it('counts the cases that only the register has, and those that go back to an earlier version', () =>
    withPlace(async ({ register, place }) => {
      await backedUp(register)
      await addCase(register, 4)
      const [first] = accepted(await register.listCases({ limit: 1 }))
      if (first === undefined) throw new Error('a register with cases')
      const { document } = accepted(await register.loadCase(first.id))
      accepted(
        await register.changeCase({
          caseId: first.id,
          expectedVersion: first.version,
          steps: [{ path: '/alias', before: document.alias, after: 'Barn X' }],
          operationId: register.newId(),
        }),
      )
      const compared = await compareBackup(
        { from: place, here: register.backups.here, unlock: unlockWithPassphrase },
        openOptions(sqliteEngine),
      )
      expect(accepted(compared)).toMatchObject({ relation: 'ancestor', lostCases: 1, olderCases: 1 })
    }))
})

describe('the reference of a case that is gone by now', () => {
  const next = async (folder: string) => {
    const register = accepted(await openAt(folder, '2026-12-01T08:00:00.000Z'))
    const reference = accepted(await register.nextReference(2026))
    await register.close()
    return reference
  }

  it('is not given out again by an older register that took the present one’s place', () =>
    withPlace(async ({ register, place, folder }) => {
      await backedUp(register)
      await addCase(register, 7)
      await register.close()
      accepted(await restored({ from: place, into: folder, mode: 'instead' }))
      expect(await next(folder)).toBe('HV-2026-0008')
    }))

  it('nor where the present register is damaged and only its side file remembers', () =>
    withPlace(async ({ register, place, folder }) => {
      await backedUp(register)
      await addCase(register, 7)
      await register.close()
      writeFileSync(join(folder, 'register.db'), 'no register')
      accepted(await restored({ from: place, into: folder, mode: 'instead' }))
      expect(await next(folder)).toBe('HV-2026-0008')
    }))

  it('nor by an older copy of a place that has had a newer one', () =>
    withPlace(async ({ register, place, sub, around }) => {
      const older = await backedUp(register)
      cpSync(sub, join(around, 'kept'), { recursive: true })
      await addCase(register, 7)
      await backedUp(register)
      // The rotation keeps one copy of a day; the older one is put back by hand.
      cpSync(join(around, 'kept'), sub, { recursive: true, force: false })
      await register.close()
      accepted(await restored({ from: place, copy: older.name, into: join(around, 'beside'), mode: 'beside' }))
      expect(await next(join(around, 'beside'))).toBe('HV-2026-0008')
    }))

  it('nor by one that was put in by hand and opened with consent', () =>
    withPlace(async ({ register, place, folder, around }) => {
      await backedUp(register)
      await addCase(register, 7)
      await register.close()
      const aside = join(around, 'aside')
      accepted(await restored({ from: place, into: aside, mode: 'beside' }))
      for (const file of ['register.db', 'keyring.db', 'keys.json']) {
        rmSync(join(folder, file))
        renameSync(join(aside, file), join(folder, file))
      }
      expect(codeOf(await reopen(folder, sqliteEngine))).toBe('rolled-back')
      const again = accepted(await openAt(folder, '2026-12-01T08:00:00.000Z', ['rolled-back']))
      expect(accepted(await again.nextReference(2026))).toBe('HV-2026-0008')
      await again.close()
    }))
})
