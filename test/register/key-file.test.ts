import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openRegister } from '#register/open.ts'
import { sqliteEngine } from '#register/sqlite/engine.ts'
import { addPassphraseSlot } from '#vault/people-slots.ts'
import { unlockVault } from '#vault/unlock.ts'
import { openAs, seat, takeIn } from '../support/people-desk.ts'
import {
  accepted,
  firstUser,
  hourAfter,
  inFolder,
  newRegister,
  openOptions,
  passphrase,
  quickDerivation,
  refusalOf,
  steppingClock,
} from '../support/register-desk.ts'
import type { Desk } from './conformance/sentence.ts'

type Slot = { person: string; tag?: string; argon2id: { passes: number }; sealed: string }
type Keys = { format: string; slots: Slot[]; mac?: string }
type Bench = Pick<Desk, 'engine' | 'folder' | 'register'>

const withRegister = (work: (desk: Bench) => Promise<void>) =>
  inFolder(async (place) => {
    const folder = join(place, 'register')
    const desk = { engine: sqliteEngine, folder, register: await newRegister(folder, sqliteEngine) }
    try {
      await work(desk)
    } finally {
      await desk.register.close()
    }
  })

const keysIn = (folder: string): Keys => JSON.parse(readFileSync(join(folder, 'keys.json'), 'utf8'))

async function meddle({ folder, register }: Bench, change: (keys: Keys) => void): Promise<void> {
  await register.close()
  const keys = keysIn(folder)
  change(keys)
  writeFileSync(join(folder, 'keys.json'), `${JSON.stringify(keys, null, 2)}\n`)
}

function openAnyway(folder: string) {
  const unlock = () => unlockVault(folder, { user: firstUser, passphrase })
  return openRegister(folder, unlock, {
    ...openOptions(sqliteEngine),
    clock: steppingClock(hourAfter(folder)),
    accept: ['keys-altered'],
  })
}

const altered = { code: 'keys-altered', values: { file: 'keys.json' } }

describe('a key file that somebody without the register’s key has changed', () => {
  const others = ({ slots }: Keys) => slots.at(-1)
  it.each<readonly [string, (keys: Keys) => void]>([
    ['by making another’s passphrase cheaper to guess', (keys) => Object.assign(others(keys)?.argon2id ?? {}, { passes: 1, memoryKiB: 8 })],
    ['by giving a way in to another name', ({ slots: [one, other] }) => one && other && Object.assign(other, { tag: `${other.tag}x` })],
    ['by taking somebody’s way in out', ({ slots }) => slots.pop()],
    [
      'by taking the seal off, as if it were from before there was one',
      (keys) => {
        delete keys.mac
        keys.format = 'hemvag-keys-1'
      },
    ],
  ])('%s, is told of at the next opening, and nothing is changed', (_, change) =>
    withRegister(async (desk) => {
      await takeIn(desk, 'Bo', ['deputy'])
      await meddle(desk, (keys) => {
        change(keys)
        // The first person has no name, so that any finds it as long as it stands alone without one.
        for (const slot of keys.slots.slice(0, 1)) delete slot.tag
      })
      const closed = readFileSync(join(desk.folder, 'register.db'))
      expect(refusalOf(await openAs(desk))).toMatchObject(altered)
      expect(readFileSync(join(desk.folder, 'register.db')).equals(closed)).toBe(true)
      desk.register = accepted(await openAnyway(desk.folder))
    }),
  )

  it('is gone on with by consent only, which the journal keeps, and is whole from then on', () =>
    withRegister(async (desk) => {
      await meddle(desk, ({ slots: [slot] }) => slot && Object.assign(slot, { note: 'from elsewhere' }))
      expect(refusalOf(await openAs(desk))).toMatchObject(altered)
      desk.register = accepted(await openAnyway(desk.folder))
      const entries = accepted(await desk.register.historyBack('register', 9))
      expect(entries.map(({ action }) => action)).toContain('register.keys-altered-accepted')
      await seat(desk)
    }))
})

it('a key file from before there was a seal gets one at the next opening', () =>
  withRegister(async (desk) => {
    const vault = await unlockVault(desk.folder, { user: firstUser, passphrase })
    if (!vault.ok) throw new Error(vault.error.code)
    await meddle(desk, (keys) => {
      delete keys.mac
      keys.format = 'hemvag-keys-1'
    })
    const key = vault.value.fileKey('register.db')
    const database = await desk.engine.open<{ settings: { name: string } }>(desk.folder, 'register.db', key)
    await database.deleteFrom('settings').execute()
    await database.destroy()
    desk.register = accepted(await openAs(desk))
    expect(keysIn(desk.folder)).toMatchObject({ format: 'hemvag-keys-2', mac: expect.any(String) })
  }))

describe('taking somebody in, stopped half-way', () => {
  const halfTaken = async (desk: Bench) => {
    const { person, seeds } = accepted(await desk.register.people.prepare('Bo', ['manager']))
    const vault = await unlockVault(desk.folder, { user: firstUser, passphrase })
    if (!vault.ok) throw new Error(vault.error.code)
    const slot = { person: person.id, seeds, name: 'Bo', passphrase: 'lösenfrasen för bo', derivation: quickDerivation }
    await addPassphraseSlot(desk.folder, vault.value, slot)
  }

  it('leaves a way in that opens nothing, and that is gone after the next opening', () =>
    withRegister(async (desk) => {
      await halfTaken(desk)
      expect(keysIn(desk.folder).slots).toHaveLength(2)
      await desk.register.close()
      expect(refusalOf(await openAs(desk, 'Bo'))).toMatchObject({ code: 'mixed' })
      desk.register = accepted(await openAs(desk))
      expect(keysIn(desk.folder).slots).toHaveLength(1)
      await takeIn(desk, 'Bo', ['manager'])
      await seat(desk, 'Bo')
      expect(accepted(await desk.register.people.self())).toMatchObject({ name: 'Bo', roles: ['manager'] })
    }))

  it('removing somebody, stopped before their way in went, takes it at the next opening', () =>
    withRegister(async (desk) => {
      const bo = await takeIn(desk, 'Bo', ['deputy'])
      accepted(await desk.register.people.remove({ personId: bo, operationId: desk.register.newId() }))
      expect(keysIn(desk.folder).slots).toHaveLength(2)
      await seat(desk)
      expect(keysIn(desk.folder).slots).toHaveLength(1)
    }))
})
