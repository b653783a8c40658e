import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openRegister, withRecoveryKeys } from '#register/open.ts'
import { accountSeeds, recordKeyEvent, recoverableAccounts } from '#register/people/recovery.ts'
import type { Register } from '#register/register.ts'
import { sqliteEngine } from '#register/sqlite/engine.ts'
import { addPassphraseSlot } from '#vault/people-slots.ts'
import { setRecoverySlot, unlockWithRecoveryKey } from '#vault/recovery-key.ts'
import { newRecoveryKey } from '#vault/recovery-words.ts'
import { unlockVault } from '#vault/unlock.ts'
import { recoveryList } from '../support/keys-desk.ts'
import {
  accepted,
  aPaper,
  codeOf,
  inFolder,
  newRegister,
  openOptions,
  type Paper,
  passphrase,
  quickDerivation,
  reopen,
  seededEntropy,
} from '../support/register-desk.ts'

const engine = sqliteEngine
const derivation = quickDerivation

/** What an office does: opens the register, draws words, prints them, and locks. */
async function print(register: Register<Paper>, folder: string, seed: string): Promise<readonly string[]> {
  const vault = accepted(await unlockVault(folder, passphrase))
  const pair = accepted(await register.recoveryPair())
  const { words } = newRecoveryKey(recoveryList, seededEntropy(seed))
  accepted(await setRecoverySlot(folder, vault, { person: pair.person.id, seeds: pair.seeds, words, derivation }))
  return words
}

const readCase = async (register: Register<Paper>) => accepted(await register.loadCase('case')).document.alias

describe('the recovery key of a register', () => {
  it('sets a new passphrase for somebody who forgot theirs, who then reads the cases as before', () =>
    inFolder(async (place) => {
      const folder = join(place, 'register')
      const register = await newRegister(folder, engine)
      accepted(await register.insertCase({ document: aPaper('case'), operationId: register.newId(), action: 'case.imported' }))
      const words = await print(register, folder, 'first')
      await register.close()

      const recovery = accepted(await unlockWithRecoveryKey(folder, words))
      const next = 'sju nya ord för en dag'
      const accounts = accepted(
        await withRecoveryKeys(folder, recovery, openOptions(engine), async (session) => {
          const found = await recoverableAccounts(session)
          const person = found[0]?.id ?? ''
          const seeds = await accountSeeds(session, person)
          await addPassphraseSlot(folder, recovery, { person, seeds, passphrase: next, derivation })
          await recordKeyEvent(session, { action: 'register.recovered', personId: person, operationId: '01RECOVERED' })
          return found
        }),
      )
      expect(accounts).toMatchObject([{ recoverable: true }])
      expect(codeOf(await reopen(folder, engine))).toBe('wrong-passphrase')
      const again = accepted(await reopen(folder, engine, undefined, next))
      expect(await readCase(again)).toBe('Svalan')
      expect(accepted(await again.history('register', 20)).map(({ action }) => action)).toContain('register.recovered')
      expect(accepted(await again.verifyJournal()).intact).toBe(true)
      await again.close()
    }))

  it('that is replaced opens nothing any more, the new one does, and nothing is encrypted anew', () =>
    inFolder(async (place) => {
      const folder = join(place, 'register')
      const register = await newRegister(folder, engine)
      const before = accepted(await unlockVault(folder, passphrase)).fileKey('register.db')
      const old = await print(register, folder, 'first')
      const replaced = await print(register, folder, 'second')
      await register.close()
      const salt = readFileSync(join(folder, 'register.db')).subarray(0, 16)
      expect(await unlockWithRecoveryKey(folder, old)).toMatchObject({ error: { code: 'recovery-key-wrong' } })
      const recovery = accepted(await unlockWithRecoveryKey(folder, replaced))
      expect(recovery.fileKey('register.db').equals(before)).toBe(true)
      accepted(await withRecoveryKeys(folder, recovery, openOptions(engine), recoverableAccounts))
      expect(readFileSync(join(folder, 'register.db')).subarray(0, 16)).toEqual(salt)
    }))

  it('reads no case by itself, and opens the register for nobody', () =>
    inFolder(async (place) => {
      const folder = join(place, 'register')
      const register = await newRegister(folder, engine)
      accepted(await register.insertCase({ document: aPaper('case'), operationId: register.newId(), action: 'case.imported' }))
      const words = await print(register, folder, 'first')
      await register.close()
      const recovery = accepted(await unlockWithRecoveryKey(folder, words))
      const key = accepted(await withRecoveryKeys(folder, recovery, openOptions(engine), (session) => session.keyring.keyOf('case')))
      expect(key).toBeUndefined()
    }))

  it('is missing until somebody makes one', () =>
    inFolder(async (place) => {
      const folder = join(place, 'register')
      await (await newRegister(folder, engine)).close()
      const { words } = newRecoveryKey(recoveryList, seededEntropy('none'))
      expect(await unlockWithRecoveryKey(folder, words)).toMatchObject({ error: { code: 'recovery-key-missing' } })
    }))

  it('stands for a pair that is no user: its slot alone is no way through the door', () =>
    inFolder(async (place) => {
      const folder = join(place, 'register')
      const register = await newRegister(folder, engine)
      const words = await print(register, folder, 'first')
      await register.close()
      const opened = await openRegister(folder, async (at) => unlockWithRecoveryKey(at, words), openOptions(engine))
      expect(codeOf(opened)).toBe('mixed')
    }))
})
