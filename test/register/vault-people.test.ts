import { describe, expect, it } from 'vitest'
import { addPassphraseSlot, changePassphrase, removeSlotsOf, renameSlots } from '#vault/people-slots.ts'
import { unlockVault } from '#vault/unlock.ts'
import type { Vault } from '#vault/vault.ts'
import { annasVault, annasWords, bosWords, changeKeyFile, keyFile, opensFor } from '../support/keys-desk.ts'
import { inFolder, quickDerivation } from '../support/register-desk.ts'

const derivation = quickDerivation

async function addBo(folder: string, vault: Vault, name = 'Bo Ek'): Promise<Vault> {
  const bo = vault.newPair('bo')
  const added = await addPassphraseSlot(folder, vault, { person: 'bo', seeds: bo.seeds, name, passphrase: bosWords, derivation })
  if (!added.ok) throw new Error(added.error.code)
  const opened = await unlockVault(folder, { user: name, passphrase: bosWords })
  if (!opened.ok) throw new Error(opened.error.code)
  expect(opened.value.person).toEqual(bo.person)
  return opened.value
}

describe('several people of one register', () => {
  it('each open it with a passphrase and keys of their own, and the files stay the same', () =>
    inFolder(async (folder) => {
      const anna = await annasVault(folder, 'Anna Al')
      const bo = await addBo(folder, anna)
      expect(bo.fileKey('register.db').equals(anna.fileKey('register.db'))).toBe(true)
      const wrapped = anna.wrap(anna.newKey(), bo.person.exchangeKey, { subject: 'case', recipient: 'bo' })
      expect(bo.unwrap(wrapped, 'case').symmetricKeySize).toBe(32)
      expect(() => anna.unwrap(wrapped, 'case')).toThrow('sealed bytes do not open here')
      expect(await opensFor(folder, annasWords, 'Anna Al')).toBe('anna')
    }))

  it('are found by their names however these are typed, and no name can be read in the file', () =>
    inFolder(async (folder) => {
      await addBo(folder, await annasVault(folder, 'Anna Åström'), 'Bo Ek')
      for (const name of ['Anna Åström', ' anna  ÅSTRÖM ', 'Anna Åström'.normalize('NFD')]) {
        expect(await opensFor(folder, annasWords, name)).toBe('anna')
      }
      expect(JSON.stringify(keyFile(folder))).not.toMatch(/Åström|Bo Ek|åström|bo ek/)
    }))

  it('are told the same when the passphrase is wrong as when nobody has the name', () =>
    inFolder(async (folder) => {
      await addBo(folder, await annasVault(folder, 'Anna Al'))
      const wrong = await unlockVault(folder, { user: 'Anna Al', passphrase: 'ett helt annat ord' })
      expect(await unlockVault(folder, { user: 'Nils Nej', passphrase: annasWords })).toEqual(wrong)
      expect(await opensFor(folder, bosWords, 'Anna Al')).toBe('wrong-passphrase')
      expect(await opensFor(folder, annasWords)).toBe('user-needed')
    }))

  it('include somebody whose slot is older than names, until a name is given', () =>
    inFolder(async (folder) => {
      const vault = await annasVault(folder)
      await addBo(folder, vault)
      expect(await opensFor(folder, annasWords, 'Vem som helst')).toBe('anna')
      await renameSlots(folder, vault, 'anna', 'Anna Al')
      expect(await opensFor(folder, annasWords, 'Vem som helst')).toBe('wrong-passphrase')
      expect(await opensFor(folder, annasWords, 'Anna Al')).toBe('anna')
    }))

  it('lose every way in when they are removed, and the one who is left needs no name', () =>
    inFolder(async (folder) => {
      const vault = await annasVault(folder, 'Anna Al')
      await addBo(folder, vault)
      await removeSlotsOf(folder, vault, 'bo')
      expect(await opensFor(folder, bosWords, 'Bo Ek')).toBe('wrong-passphrase')
      expect(await opensFor(folder, annasWords)).toBe('anna')
    }))

  it('may stand in for a pair whose private keys were wrapped for them', () =>
    inFolder(async (folder) => {
      const anna = await annasVault(folder)
      const office = anna.newPair('office')
      const kept = anna.wrap(office.seeds, anna.person.exchangeKey, { subject: 'person:office', recipient: 'anna' })
      const forOffice = anna.wrap(anna.ownSeeds(), office.person.exchangeKey, { subject: 'person:anna', recipient: 'office' })
      const seeds = anna.unwrapAs(anna.unwrap(kept, 'person:office'), 'office', forOffice, 'person:anna')
      expect(seeds.equals(anna.ownSeeds())).toBe(true)
      expect(() => anna.unwrapAs(office.seeds, 'office', forOffice, 'person:bo')).toThrow('sealed bytes do not open here')
    }))
})

describe('a passphrase', () => {
  it('is changed by who knows the current one: the old opens nothing, the new opens the same keys', () =>
    inFolder(async (folder) => {
      const anna = await annasVault(folder, 'Anna Al')
      const next = 'åtta små gula kantareller'
      expect(await changePassphrase(folder, anna, { current: 'inte den rätta', next, derivation })).toMatchObject({
        error: { code: 'wrong-passphrase' },
      })
      expect(await changePassphrase(folder, anna, { current: annasWords, next: 'för kort', derivation })).toMatchObject({
        error: { code: 'passphrase-too-short' },
      })
      expect(await changePassphrase(folder, anna, { current: annasWords, next, derivation })).toEqual({ ok: true, value: null })
      expect(await opensFor(folder, annasWords)).toBe('wrong-passphrase')
      const opened = await unlockVault(folder, { user: 'Anna Al', passphrase: next })
      expect(opened.ok && opened.value.fileKey('register.db').equals(anna.fileKey('register.db'))).toBe(true)
    }))

  it('that is changed leaves what other programs wrote in the file as it was', () =>
    inFolder(async (folder) => {
      const anna = await annasVault(folder)
      const foreign = { kind: 'smart-card', reader: { slot: 3 }, more: ['x'] }
      changeKeyFile(folder, (keys) => {
        keys.slots.push(foreign)
        Object.assign(keys.slots[0] ?? {}, { note: 'kept' })
        Object.assign(keys, { office: 'kept too' })
      })
      await changePassphrase(folder, anna, { current: annasWords, next: bosWords, derivation })
      expect(keyFile(folder)).toMatchObject({ office: 'kept too', slots: [{ note: 'kept', kind: 'passphrase' }, foreign] })
    }))
})
