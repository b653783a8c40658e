import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { forgetRemembered, type Keystore, remember, unlockRemembered } from '#vault/keystore.ts'
import { changePassphrase } from '#vault/people-slots.ts'
import { annasVault, annasWords, bosWords, changeKeyFile } from '../support/keys-desk.ts'
import { inFolder, quickDerivation } from '../support/register-desk.ts'

/** Stands in for the keystore of one user of one computer. */
function computer(here = true): Keystore {
  const key = randomBytes(32)
  return {
    available: async () => here,
    async protect(bytes) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, nonce)
      return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
    },
    async reveal(bytes) {
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
      decipher.setAuthTag(bytes.subarray(-16))
      return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()])
    },
  }
}

const now = '2026-10-01T08:00:00.000Z'
const later = (days: number) => new Date(Date.parse(now) + days * 86_400_000).toISOString()

async function opens(folder: string, keystore: Keystore, at: string): Promise<string> {
  const vault = await unlockRemembered(folder, keystore, { now: at })
  return vault.ok ? vault.value.person.id : vault.error.code
}

async function remembered(folder: string): Promise<Keystore> {
  const keystore = computer()
  expect(await remember(folder, await annasVault(folder), keystore, { now, days: 7 })).toEqual({ ok: true, value: true })
  return keystore
}

describe('a computer that remembers', () => {
  it('opens the register until the set time is over', () =>
    inFolder(async (folder) => {
      const keystore = await remembered(folder)
      expect(await opens(folder, keystore, later(6.9))).toBe('anna')
      expect(await opens(folder, keystore, later(7))).toBe('passphrase-needed')
    }))

  it('asks for the passphrase when the clock went back', () =>
    inFolder(async (folder) => {
      const keystore = await remembered(folder)
      expect(await opens(folder, keystore, later(-0.1))).toBe('passphrase-needed')
    }))

  it('asks for the passphrase when somebody wrote a later time into the file', () =>
    inFolder(async (folder) => {
      const keystore = await remembered(folder)
      changeKeyFile(folder, (keys) => Object.assign(keys.slots.find(({ kind }) => kind === 'keystore') ?? {}, { until: later(300) }))
      expect(await opens(folder, keystore, later(8))).toBe('passphrase-needed')
    }))

  it('is of no use to another computer, and to a passphrase that was changed', () =>
    inFolder(async (folder) => {
      const keystore = await remembered(folder)
      expect(await opens(folder, computer(), later(1))).toBe('passphrase-needed')
      await changePassphrase(folder, await annasVault(folder), { current: annasWords, next: bosWords, derivation: quickDerivation })
      expect(await opens(folder, keystore, later(1))).toBe('passphrase-needed')
    }))

  it('forgets when it is told to', () =>
    inFolder(async (folder) => {
      const keystore = await remembered(folder)
      await forgetRemembered(folder, await annasVault(folder))
      expect(await opens(folder, keystore, later(1))).toBe('passphrase-needed')
    }))

  it('keeps nothing where its keystore is not to be trusted', () =>
    inFolder(async (folder) => {
      expect(await remember(folder, await annasVault(folder), computer(false), { now, days: 7 })).toEqual({ ok: true, value: false })
      expect(await opens(folder, computer(), later(1))).toBe('passphrase-needed')
    }))
})
