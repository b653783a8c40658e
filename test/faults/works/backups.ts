import { join } from 'node:path'
import { rotateBackups } from '#domain/backup-rotation.ts'
import { copyNameAt, databaseOf, subfolderOf } from '#register/backup/manifest.ts'
import { verifyBackup } from '#register/backup/verify-backup.ts'
import { sqliteEngine } from '#register/sqlite/engine.ts'
import { systemEntropy } from '#vault/entropy.ts'
import { unlockVault } from '#vault/unlock.ts'
import { accepted, passphrase } from '../../support/register-desk.ts'
import type { Work } from './work.ts'

const clock = { now: () => new Date().toISOString() }

/** Proves a copy as somebody does who has nothing but the place and the passphrase. */
async function troubleWith(file: string): Promise<string[]> {
  const proven = await verifyBackup(file, (folder) => unlockVault(folder, passphrase), {
    engine: sqliteEngine,
    clock,
    entropy: systemEntropy,
  })
  return proven.ok ? [] : [`${file}: ${JSON.stringify(proven.error)}`]
}

/** Copies the register to one place, again and again. A copy is acknowledged by its moment. */
export const backupsWork: Work = {
  name: 'backups',
  async write({ register, place, tag }, acknowledged) {
    const { places } = accepted(await register.backups.state())
    if (places.length === 0) accepted(await register.backups.addPlace({ folder: place, operationId: `place ${tag}` }))
    for (;;) {
      for (const { copy, refusal } of accepted(await register.backups.make())) {
        if (copy === undefined) throw new Error(`no copy: ${JSON.stringify(refusal?.problem)}`)
        await acknowledged(copy.at)
      }
    }
  },
  async check(register, acknowledged, place) {
    const [known] = accepted(await register.backups.state()).places
    const standing = known?.copies.map(({ at }) => at) ?? []
    // A newer copy of the same day takes the place of an older one.
    const { remove } = rotateBackups([...standing, ...acknowledged], clock.now())
    const lost = acknowledged.filter((at) => !standing.includes(at) && !remove.includes(at))
    const folder = join(place, subfolderOf(register.info.id))
    const troubles = await Promise.all(standing.map((at) => troubleWith(join(folder, databaseOf(copyNameAt(at))))))
    return { lost, torn: troubles.flat() }
  },
}
