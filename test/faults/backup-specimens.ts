import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { compose } from '#shells/compose.ts'
import { foundInside } from './found-inside.ts'
import { bytesIn, openHouse, passphrase } from './real-house.ts'
import type { Specimen } from './specimens.ts'

const weights: Readonly<Record<string, number>> = { copy: 2, manifest: 2, 'keyring.db': 2, 'keys.json': 1 }
/** The first bytes of a database stand in the clear: a salt that a raw key does not use, and versions. */
const clearBytes = 24

function nameOf(file: string): string | undefined {
  if (file.startsWith('register-')) return file.endsWith('.db') ? 'copy' : 'manifest'
  return file in weights ? file : undefined
}

/** A place with one copy of the register; gives the folder in it. */
async function makePlace(folder: string, place: string): Promise<string> {
  const house = await openHouse(folder)
  if (typeof house === 'string') throw new Error(house)
  mkdirSync(place)
  await house.insist('backup.add-place', { folder: place, operationId: 'place' })
  await house.insist('backup.make', { placeId: null })
  await house.close()
  const [own] = readdirSync(place)
  if (own === undefined) throw new Error('no copy was made')
  return join(place, own)
}

const isInTheClear = (one: Buffer, other: Buffer) => one.subarray(clearBytes).equals(other.subarray(clearBytes))

/**
 * A copy of the register at a place, its manifest, and the keyring and keys beside it. Found by proving the copy. A salt that nothing uses
 * may be flipped unseen, if what is restored with it is whole: then that is what is counted.
 */
export async function backupSpecimens(folder: string, base: string): Promise<{ readonly specimens: Specimen[]; close(): Promise<void> }> {
  const [work, restored] = [join(base, 'copy-work'), join(base, 'copy-restored')]
  const whole = bytesIn(await makePlace(folder, join(base, 'place')))
  const databaseFile = [...whole.keys()].find((file) => nameOf(file) === 'copy') ?? ''
  const { commands, close } = await compose({ language: 'sv' })

  async function refusedRestore(): Promise<string | undefined> {
    rmSync(restored, { recursive: true, force: true })
    const reply = await commands.answer('backup.restore', { from: work, copy: null, into: restored, mode: 'beside', passphrase })
    if (!reply.ok) return `restoring: ${reply.error.code}`
    const house = await openHouse(restored)
    return typeof house === 'string' ? `opening what was restored: ${house}` : foundInside(house)
  }

  async function foundIn(file: string, bytes: Buffer, flipped: Buffer): Promise<string | undefined> {
    rmSync(work, { recursive: true, force: true })
    mkdirSync(work)
    for (const [name, content] of whole) writeFileSync(join(work, name), name === file ? flipped : content)
    const reply = await commands.answer('backup.verify', { file: join(work, databaseFile), passphrase })
    if (!reply.ok) return `backup verify: ${reply.error.code}`
    if (flipped.equals(bytes)) return refusedRestore()
    if (!file.endsWith('.db') || !isInTheClear(bytes, flipped)) return undefined
    return (await refusedRestore()) ?? 'harmless: restored whole'
  }

  const specimens = [...whole].flatMap(([file, bytes]) => {
    const name = nameOf(file)
    if (name === undefined) return []
    const foundBy = (flipped: Buffer) => foundIn(file, bytes, flipped)
    return [{ name: `backup ${name}`, weight: weights[name] ?? 1, bytes, foundBy }]
  })
  return { specimens, close }
}
