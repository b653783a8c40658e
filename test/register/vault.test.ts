import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { calibrate } from '#vault/passphrase.ts'
import { keepSigningIdentity, signingIdentity, signingIdentityIds } from '#vault/signing-identities.ts'
import { createVault, unlockVault } from '#vault/unlock.ts'
import type { Vault } from '#vault/vault.ts'
import { inFolder, quickDerivation, seededEntropy } from '../support/register-desk.ts'

const passphrase = 'Åsa går över ån'

async function newVault(folder: string, person = 'anna', seed = 'vault'): Promise<Vault> {
  const made = await createVault({
    folder,
    registerId: 'R1',
    person,
    passphrase,
    derivation: quickDerivation,
    entropy: seededEntropy(seed),
  })
  if (!made.ok) throw new Error(made.error.code)
  return made.value
}

async function unlocked(folder: string, words = passphrase): Promise<Vault> {
  const vault = await unlockVault(folder, words)
  if (!vault.ok) throw new Error(vault.error.code)
  return vault.value
}

function changeKeys(folder: string, change: (keys: Record<string, unknown> & { slots: Record<string, unknown>[] }) => void): void {
  const file = join(folder, 'keys.json')
  const keys = JSON.parse(readFileSync(file, 'utf8'))
  change(keys)
  writeFileSync(file, JSON.stringify(keys))
}

describe('the keys of a register', () => {
  it('are the same after unlocking as when they were made', () =>
    inFolder(async (folder) => {
      const made = await newVault(folder)
      const vault = await unlocked(folder)
      expect(vault.registerId).toBe('R1')
      expect(vault.person).toEqual(made.person)
      expect(vault.fileKey('register.db').equals(made.fileKey('register.db'))).toBe(true)
      expect(vault.fileKey('register.db').equals(vault.fileKey('keyring.db'))).toBe(false)
      const message = Buffer.from('head')
      expect(made.verify(message, vault.sign(message), made.person.signatureKey)).toBe(true)
      expect(made.verify(Buffer.from('tail'), vault.sign(message), made.person.signatureKey)).toBe(false)
    }))

  it('open however the keyboard composed the letters of the passphrase', () =>
    inFolder(async (folder) => {
      await newVault(folder)
      expect((await unlocked(folder, passphrase.normalize('NFD'))).person.id).toBe('anna')
    }))

  it('give one answer for a wrong passphrase and for a slot that was meddled with', () =>
    inFolder(async (folder) => {
      await newVault(folder)
      const wrong = { ok: false, error: { code: 'wrong-passphrase', values: {} } }
      expect(await unlockVault(folder, 'åsa går över ån')).toEqual(wrong)
      expect(await unlockVault(folder, '')).toEqual(wrong)
      for (const change of [
        { sealed: Buffer.alloc(125, 1).toString('base64') },
        { person: 'bo' },
        { id: 'another' },
        { argon2id: { ...quickDerivation, passes: 2, salt: Buffer.alloc(16).toString('base64') } },
      ]) {
        changeKeys(folder, (keys) => Object.assign(keys.slots[0] ?? {}, change))
        expect(await unlockVault(folder, passphrase)).toEqual(wrong)
        await newVault(folder)
      }
      changeKeys(folder, (keys) => Object.assign(keys, { registerId: 'R2' }))
      expect(await unlockVault(folder, passphrase)).toEqual(wrong)
    }))

  it('leave slots of kinds that this program does not know to programs that do', () =>
    inFolder(async (folder) => {
      await newVault(folder)
      changeKeys(folder, (keys) => keys.slots.unshift({ kind: 'printed-recovery-key', code: 'ABCD' }))
      expect((await unlocked(folder)).person.id).toBe('anna')
    }))

  it('tell a damaged key file, one of a newer program and one that asks for too much memory from a wrong passphrase', () =>
    inFolder(async (folder) => {
      await newVault(folder)
      const huge = { memoryKiB: 999_999_999, passes: 1, lanes: 1, salt: Buffer.alloc(16).toString('base64') }
      changeKeys(folder, (keys) => Object.assign(keys.slots[0] ?? {}, { argon2id: huge }))
      expect(await unlockVault(folder, passphrase)).toEqual({ ok: false, error: { code: 'damaged', values: { file: 'keys.json' } } })
      changeKeys(folder, (keys) => Object.assign(keys, { format: 'hemvag-keys-3' }))
      expect(await unlockVault(folder, passphrase)).toEqual({ ok: false, error: { code: 'newer', values: { file: 'keys.json' } } })
      writeFileSync(join(folder, 'keys.json'), '{"format":"hemvag-ke')
      expect(await unlockVault(folder, passphrase)).toEqual({ ok: false, error: { code: 'damaged', values: { file: 'keys.json' } } })
    }))

  it('are not made for a passphrase that is too short', () =>
    inFolder(async (folder) => {
      const made = await createVault({ folder, registerId: 'R1', person: 'anna', passphrase: 'elva tecken', derivation: quickDerivation })
      expect(made).toEqual({ ok: false, error: { code: 'passphrase-too-short', values: { least: 12 } } })
      expect(readdirSync(folder)).toEqual([])
    }))

  it('cost so much to guess that a fast machine makes more passes', async () => {
    // A machine that seems to need 100 ms for three passes, and a little more for each further one.
    let asked = 0
    const moments = [0, 100, 1000, 1300]
    const derivation = await calibrate(() => moments[asked++] ?? 0)
    expect(derivation).toEqual({ memoryKiB: 131_072, passes: 9, lanes: 4 })
  })
})

describe('a signing identity', () => {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const privateKey = pair.privateKey.export({ format: 'der', type: 'pkcs8' })
  const certificates = [Buffer.from('certificate of the office'), Buffer.from('its issuer')]

  it('comes back from the vault able to sign, with its certificates', () =>
    inFolder(async (folder) => {
      await keepSigningIdentity(folder, await newVault(folder), { id: 'office', privateKey, certificates })
      const identity = await signingIdentity(folder, await unlocked(folder), 'office')
      const signature = sign('sha256', Buffer.from('plan'), identity?.privateKey ?? createPrivateKey(''))
      expect(verify('sha256', Buffer.from('plan'), createPublicKey(pair.privateKey), signature)).toBe(true)
      expect(identity?.certificates.map(String)).toEqual(certificates.map(String))
    }))

  it('is replaced by one of the same id and stands beside others', () =>
    inFolder(async (folder) => {
      const vault = await newVault(folder)
      for (const id of ['office', 'partner', 'office']) await keepSigningIdentity(folder, vault, { id, privateKey, certificates })
      expect((await signingIdentityIds(folder, vault)).toSorted()).toEqual(['office', 'partner'])
      expect(await signingIdentity(folder, vault, 'nobody')).toBeUndefined()
    }))

  it('is of no use to another person or under another name', () =>
    inFolder(async (place) => {
      const [own, foreign] = [join(place, 'own'), join(place, 'foreign')]
      for (const folder of [own, foreign]) mkdirSync(folder)
      const vault = await newVault(own)
      await keepSigningIdentity(own, vault, { id: 'office', privateKey, certificates })
      for (const person of ['bo', 'anna']) {
        const stranger = await newVault(foreign, person, 'other')
        await expect(signingIdentity(own, stranger, 'office')).rejects.toThrow('sealed bytes do not open here')
      }
      const file = join(own, 'signing.json')
      writeFileSync(file, readFileSync(file, 'utf8').replace('"office"', '"partner"'))
      await expect(signingIdentity(own, vault, 'partner')).rejects.toThrow('sealed bytes do not open here')
    }))
})
