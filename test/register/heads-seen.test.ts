import { cpSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createRegister } from '#register/create.ts'
import { openRegister } from '#register/open.ts'
import type { Register } from '#register/register.ts'
import { sqliteEngine } from '#register/sqlite/engine.ts'
import { unlockVault } from '#vault/unlock.ts'
import {
  accepted,
  aPaper,
  createOptions,
  inFolder,
  newRegister,
  openOptions,
  type Paper,
  passphrase,
  refusalOf,
  reopen,
  seededEntropy,
  steppingClock,
} from '../support/register-desk.ts'

const seenIn = (folder: string) => JSON.parse(readFileSync(join(folder, 'seen.json'), 'utf8'))

async function addCase(register: Register<Paper>, number: number): Promise<void> {
  const document = aPaper(register.newId(), { reference: `HV-2026-000${number}` })
  accepted(await register.insertCase({ document, operationId: register.newId() }))
}

/** A closed register with two cases, and a copy of its folder from before the second. */
function withOlderCopy(work: (folder: string, older: string, place: string) => Promise<void>): Promise<void> {
  return inFolder(async (place) => {
    const [folder, older] = [join(place, 'register'), join(place, 'older')]
    const register = await newRegister(folder, sqliteEngine)
    await addCase(register, 1)
    await register.close()
    cpSync(folder, older, { recursive: true })
    const again = accepted(await reopen(folder, sqliteEngine))
    await addCase(again, 2)
    await again.close()
    await work(folder, older, place)
  })
}

const reopenInSpite = (folder: string, accept: readonly string[]) => {
  const entropy = seededEntropy('in spite')
  const clock = steppingClock('2026-10-02T08:00:00.000Z')
  return openRegister(folder, (place) => unlockVault(place, passphrase), { ...openOptions(sqliteEngine), entropy, clock, accept })
}

it('the newest checkpoint is remembered beside the register, readable for its owner only, and says nothing of anybody', () =>
  withOlderCopy(async (folder, older) => {
    expect(Object.keys(seenIn(folder))).toEqual(['registerId', 'checkpoint', 'at', 'unprotected', 'references', 'mac'])
    expect([seenIn(older).checkpoint.number, seenIn(folder).checkpoint.number]).toEqual([1, 2])
    expect(statSync(join(folder, 'seen.json')).mode & 0o077).toBe(0)
  }))

it('an older register put back in place of a newer one is refused and left as it is', () =>
  withOlderCopy(async (folder, copy) => {
    for (const file of ['register.db', 'keyring.db']) cpSync(join(copy, file), join(folder, file))
    const { at } = seenIn(folder)
    expect(refusalOf(await reopen(folder, sqliteEngine))).toEqual({
      code: 'rolled-back',
      values: { folder, seen: 2, newest: 1, seenAt: at },
    })
    rmSync(join(folder, 'seen.json'))
    const older = accepted(await reopen(folder, sqliteEngine))
    expect(accepted(await older.history('own', 10)).map((entry) => entry.action)).toEqual(['register.unlocked'])
    await older.close()
  }))

it('a register that went another way after being put back is refused, too', () =>
  withOlderCopy(async (folder, older) => {
    const elsewhere = accepted(await reopen(older, sqliteEngine))
    await addCase(elsewhere, 7)
    await elsewhere.close()
    cpSync(join(older, 'register.db'), join(folder, 'register.db'))
    cpSync(join(older, 'keyring.db'), join(folder, 'keyring.db'))
    expect(refusalOf(await reopen(folder, sqliteEngine))).toMatchObject({ code: 'rolled-back', values: { seen: 2, newest: 2 } })
  }))

it('whoever goes on in spite of it leaves an entry in the journal, and is not asked again', () =>
  withOlderCopy(async (folder, older) => {
    cpSync(join(older, 'register.db'), join(folder, 'register.db'))
    expect(refusalOf(await reopenInSpite(folder, ['clock-jumped-back']))).toMatchObject({ code: 'rolled-back' })
    const register = accepted(await reopenInSpite(folder, ['rolled-back']))
    const entries = accepted(await register.history('register', 10))
    expect(entries.at(-1)).toMatchObject({ action: 'register.rollback-accepted', detail: { code: 'rolled-back', seen: 2, newest: 1 } })
    await register.close()
    const again = accepted(await reopen(folder, sqliteEngine))
    expect(accepted(await again.verifyJournal()).faults).toEqual([])
    await again.close()
  }))

it('a register further on than what was seen is as it should be: the program was stopped in between', () =>
  withOlderCopy(async (folder, older) => {
    cpSync(join(older, 'seen.json'), join(folder, 'seen.json'))
    await accepted(await reopen(folder, sqliteEngine)).close()
    expect(seenIn(folder).checkpoint.number).toBe(3)
  }))

it('without the side file a register opens: it can be deleted, and then bears witness to nothing', () =>
  withOlderCopy(async (folder) => {
    rmSync(join(folder, 'seen.json'))
    await accepted(await reopen(folder, sqliteEngine)).close()
    expect(seenIn(folder).checkpoint.number).toBe(3)
  }))

it('a side file that is damaged or of another register is refused by name, and can be passed over like a rollback', () =>
  withOlderCopy(async (folder, _older, place) => {
    const path = join(folder, 'seen.json')
    const whole = readFileSync(path, 'utf8')
    writeFileSync(path, whole.slice(0, 40))
    expect(refusalOf(await reopen(folder, sqliteEngine))).toEqual({ code: 'damaged', values: { folder, file: 'seen.json' } })
    writeFileSync(path, whole.replace(/"at": "..../, '"at": "2031'))
    expect(refusalOf(await reopen(folder, sqliteEngine))).toEqual({ code: 'damaged', values: { folder, file: 'seen.json' } })
    const other = join(place, 'other')
    await accepted(
      await createRegister(other, { ...createOptions(sqliteEngine), clock: steppingClock('2027-01-01T08:00:00.000Z') }),
    ).close()
    const { mac: _, ...stranger } = seenIn(other)
    writeFileSync(path, JSON.stringify(stranger))
    expect(refusalOf(await reopen(folder, sqliteEngine))).toEqual({ code: 'mixed', values: { folder, file: 'seen.json' } })
    await accepted(await reopenInSpite(folder, ['rolled-back', 'clock-behind'])).close()
    await accepted(await reopen(folder, sqliteEngine)).close()
  }))

it('the newest instant seen does not go back with a clock that is a minute slow', () =>
  withOlderCopy(async (folder) => {
    const { at } = seenIn(folder)
    const slow = new Date(Date.parse(at) - 60_000).toISOString()
    const clock = { now: () => slow }
    const options = { ...openOptions(sqliteEngine), entropy: seededEntropy('early'), clock }
    await accepted(await openRegister(folder, (place) => unlockVault(place, passphrase), options)).close()
    expect(seenIn(folder).at).toBe(at)
  }))
