import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { backedUp, restored, withPlace } from '../support/backup.ts'
import { accepted, codeOf, refusalOf } from '../support/register-desk.ts'

function flip(file: string, at: number): void {
  const bytes = readFileSync(file)
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
  writeFileSync(file, bytes)
}

it('a copy whose keyring is damaged anywhere, or gone, is not proven: no case of it could be opened', () =>
  withPlace(async ({ register, sub, place, around }) => {
    const file = join(sub, `${(await backedUp(register)).name}.db`)
    const keyring = join(sub, 'keyring.db')
    const whole = readFileSync(keyring)
    accepted(await register.backups.verify(file))
    for (const at of [24, 5000, whole.length - 1]) {
      flip(keyring, at)
      expect(refusalOf(await register.backups.verify(file)), `byte ${at}`).toMatchObject({ values: { file: 'keyring.db' } })
      expect(codeOf(await restored({ from: place, into: join(around, 'restored'), mode: 'beside' })), `byte ${at}`).toBe('copy-damaged')
      writeFileSync(keyring, whole)
    }
    rmSync(keyring)
    expect(refusalOf(await register.backups.verify(file))).toEqual({ code: 'copy-damaged', values: { file: 'keyring.db' } })
  }))

it('the salt of a keyring, which nothing uses, may be damaged: what is restored is whole', () =>
  withPlace(async ({ register, sub, place, around }) => {
    const file = join(sub, `${(await backedUp(register)).name}.db`)
    flip(join(sub, 'keyring.db'), 3)
    accepted(await register.backups.verify(file))
    accepted(await restored({ from: place, into: join(around, 'restored'), mode: 'beside' }))
  }))

it('a manifest that says another schema than its copy is found', () =>
  withPlace(async ({ register, sub }) => {
    const { name, schema } = await backedUp(register)
    const manifest = join(sub, `${name}.json`)
    writeFileSync(manifest, readFileSync(manifest, 'utf8').replace(`"schema": ${schema}`, `"schema": ${schema + 1}`))
    expect(codeOf(await register.backups.verify(join(sub, `${name}.db`)))).toBe('copy-damaged')
  }))

it('a manifest that makes an old copy look like the newest is found, and one that lost its seal', () =>
  withPlace(async ({ register, sub }) => {
    const { name, at } = await backedUp(register)
    const later = { at: at.replace('2026', '2027'), name: name.replace('2026', '2027') }
    for (const kind of ['db', 'json']) renameSync(join(sub, `${name}.${kind}`), join(sub, `${later.name}.${kind}`))
    const manifest = join(sub, `${later.name}.json`)
    const written = JSON.parse(readFileSync(manifest, 'utf8'))
    const file = join(sub, `${later.name}.db`)
    const { mac, ...unsealed } = { ...written, at: later.at }
    writeFileSync(manifest, JSON.stringify({ ...unsealed, mac }))
    expect(refusalOf(await register.backups.verify(file))).toMatchObject({ code: 'copy-damaged', values: { file: `${later.name}.json` } })
    writeFileSync(manifest, JSON.stringify({ ...unsealed, format: 'hemvag-backup-1' }))
    expect(refusalOf(await register.backups.verify(file))).toMatchObject({ code: 'copy-damaged', values: { file: `${later.name}.json` } })
  }))
